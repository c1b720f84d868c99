"""`what-if`: what a course would open for one person, or for many together."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from matcher import __version__
from matcher.cli.options import DAY, open_engine
from matcher.errors import NotFoundError

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["what_if"]


@click.command("what-if")
@click.option("--candidate", metavar="ID", help="What each course would open for this stored candidate.")
@click.option("--all", "everybody", is_flag=True, help="Which one course to buy for all stored candidates.")
@click.option("--postcode-area", metavar="AREA", help="The same for those whose postcode begins so: LS, or LS9.")
@click.option("--as-of", type=DAY, help="The day it is judged on. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def what_if(
    candidate: str | None, everybody: bool, postcode_area: str | None, as_of: date | None, as_json: bool
) -> None:
    """Rank again with what each course or check brings: the vacancies it would open, alone and in the best pair."""
    if (candidate is not None) == (everybody or postcode_area is not None):
        raise click.UsageError("say for whom: --candidate ID, or --all, or --postcode-area LS.")
    if candidate is not None:
        _for_one(candidate, as_of, as_json=as_json)
    else:
        _for_many(postcode_area, as_of, as_json=as_json)


def _for_one(name: str, as_of: date | None, *, as_json: bool) -> None:
    from matcher.cli.printing_what_if import print_effects

    engine, store = open_engine()
    work, day = store.vacancies(), _day(as_of)
    effects = engine.what_if(store.candidate(name), work, day)
    if as_json:
        who = {"for": {"kind": "candidate", "id": name}}
        _print_json(engine, who, day, {"n_considered": len(work), "effects": [each.as_dict() for each in effects]})
    else:
        print_effects(effects)


def _for_many(area: str | None, as_of: date | None, *, as_json: bool) -> None:
    from matcher.cli.printing_what_if import print_reaches

    engine, store = open_engine()
    begins = "".join((area or "").split()).upper()
    people = [person for person in store.candidates() if _lives_in(person.postcode, begins)]
    if not people:
        where = f" with a postcode in {area}" if area else ""
        raise NotFoundError(f"No candidate{where} is stored: import candidates first, or name another area.")
    work, day = store.vacancies(), _day(as_of)
    reaches = engine.which_course(people, work, day)
    if as_json:
        who = {"for": {"kind": "area" if area else "all", "id": area}, "n_candidates": len(people)}
        _print_json(engine, who, day, {"n_considered": len(work), "courses": [each.as_dict() for each in reaches]})
    else:
        print_reaches(reaches, len(people))


def _day(as_of: date | None) -> date:
    return as_of or date.today()  # noqa: DTZ011 - the day where we run


def _print_json(engine: "Engine", who: dict[str, Any], day: date, found: dict[str, Any]) -> None:
    made = {"version": __version__, "model": engine.model.name}
    click.echo(json.dumps({**who, "as_of": day.isoformat(), "engine": made, **found}, ensure_ascii=False))


def _lives_in(postcode: str | None, begins: str) -> bool:
    """Whether a postcode lies in an area (LS) or a district (LS9, which is not LS98)."""
    if not begins:
        return True
    district = "".join((postcode or "").split()).upper()[:-3] if postcode else ""
    letters = district.rstrip("0123456789") if begins.isalpha() else district
    return letters == begins
