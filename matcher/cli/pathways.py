"""`pathways`."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matcher.cli.matching import read_visitor
from matcher.cli.options import DAY, open_engine
from matcher.cli.printing_pathways import print_pathways
from matcher.domain import Pathway, SkillGap
from matcher.errors import FileError

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.pathways import Ladder, Standing

__all__ = ["pathways"]


@click.command()
@click.option("--candidate", metavar="ID", help="Plan for this stored candidate.")
@click.option("--postcode", help="For a person who is not stored: where they live.")
@click.option("--skills", help='For a person who is not stored: "customer service; food hygiene".')
@click.option("--sector", help="For a person who is not stored: where they worked or cared before.")
@click.option(
    "--target", help="A role, an occupation, a role family or the id of a vacancy. [default: what comes next]"
)
@click.option(
    "--picture",
    type=click.Path(path_type=Path),
    metavar="OUT.svg",
    help="Draw the first pathway as a timeline, and the roles around it as a map (OUT-map.svg).",
)
@click.option("--as-of", type=DAY, help="The day it is judged on. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def pathways(
    candidate: str | None,
    postcode: str | None,
    skills: str | None,
    sector: str | None,
    target: str | None,
    picture: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Plan the way from where somebody stands to a role: steps, weeks, money, and what it would open."""
    from matcher.pathways import find_standing, load_ladder

    said = {"postcode": postcode, "skills": skills, "prior_sector": sector}
    person = {name: (text or "").strip() or None for name, text in said.items()}
    if (candidate is not None) == any(person.values()):
        raise click.UsageError(
            "say whom to plan for: --candidate ID, or --postcode, --skills and --sector of somebody."
        )
    _refuse_other_pictures(picture)
    engine, store = open_engine()
    who = store.candidate(candidate) if candidate is not None else read_visitor(engine, person)
    day = as_of or date.today()  # noqa: DTZ011 - the day where we run
    vacancies = store.vacancies()
    found = engine.plan_pathways(who, target, vacancies, day)
    wanted = next((vacancy for vacancy in vacancies if vacancy.id == target), target)
    gap = engine.skill_gap(who, wanted, day) if wanted else None
    ladder = load_ladder(engine.taxonomy)
    standing = find_standing(engine.settle_candidate(who), ladder, engine.taxonomy)
    if picture:
        _draw(picture, found, standing, ladder)
    if as_json:
        click.echo(json.dumps(_document(who.id, day, target, standing, found, gap, engine), ensure_ascii=False))
    else:
        print_pathways(who.id, day, standing, found, gap)


def _document(
    who: str,
    day: date,
    target: str | None,
    standing: "Standing",
    found: Sequence[Pathway],
    gap: SkillGap | None,
    engine: "Engine",
) -> dict[str, Any]:
    from matcher import __version__

    return {
        "for": {"kind": "candidate", "id": who},
        "as_of": day.isoformat(),
        "engine": {"version": __version__, "model": engine.model.name},
        "target": target,
        "standing": {
            "role": standing.role.id,
            "label": standing.role.label,
            "because": standing.because,
            "known": standing.is_known,
        },
        "pathways": [pathway.as_dict() for pathway in found],
        "gap": gap.as_dict() if gap else None,
    }


def _refuse_other_pictures(picture: Path | None) -> None:
    if picture is not None and picture.suffix.lower() != ".svg":
        raise FileError(f"--picture {picture}: pictures are drawn as SVG; give a name that ends in .svg.")


def _draw(picture: Path, found: Sequence[Pathway], standing: "Standing", ladder: "Ladder") -> None:
    """Write the timeline of the first pathway and the map around it, and say which it is."""
    from matcher.pathways.pictures import draw_ladder_map, draw_timeline, stations_of

    beside = picture.with_name(f"{picture.stem}-map.svg")
    _write(beside, draw_ladder_map(stations_of(standing, found[0] if found else None, ladder)))
    if not found:
        click.echo(f"Drawn: {beside}. There is no pathway to draw a timeline of.", err=True)
        return
    _write(picture, draw_timeline(found[0], ladder.roles))
    others = f", the first of {len(found)}" if len(found) > 1 else ""
    click.echo(f"Drawn: {picture} and {beside} (“{found[0].name}”{others}).", err=True)


def _write(path: Path, svg: str) -> None:
    try:
        path.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise FileError(
            f"--picture {path} cannot be written ({error.strerror}): name a file in a folder that exists and is yours "
            "to write to."
        ) from error
