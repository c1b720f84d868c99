"""`match`."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from matcher.cli.options import DAY, open_engine
from matcher.cli.printing import print_ranking
from matcher.domain import Candidate
from matcher.errors import InputError

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["match", "read_visitor"]


@click.command()
@click.option("--candidate", metavar="ID", help="Rank the stored vacancies for this stored candidate.")
@click.option("--vacancy", metavar="ID", help="Rank the stored candidates for this stored vacancy.")
@click.option("--postcode", help="For a person who is not stored: where they live.")
@click.option("--skills", help='For a person who is not stored: "customer service; food hygiene".')
@click.option("--sector", help="For a person who is not stored: where they worked or cared before.")
@click.option("--k", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many to show.")
@click.option("--as-of", type=DAY, help="The day it is judged on. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def match(
    candidate: str | None,
    vacancy: str | None,
    postcode: str | None,
    skills: str | None,
    sector: str | None,
    k: int,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Rank vacancies for a candidate, or candidates for a vacancy, with the reason for every point."""
    said = {"postcode": postcode, "skills": skills, "prior_sector": sector}
    person = {name: (text or "").strip() or None for name, text in said.items()}
    if sum((candidate is not None, vacancy is not None, any(person.values()))) != 1:
        raise click.UsageError(
            "say whom to match: --candidate ID, or --vacancy ID, or --postcode, --skills and --sector of somebody."
        )
    engine, store = open_engine()
    if vacancy is not None:
        of, ranking = None, engine.match_vacancy(store.vacancy(vacancy), store.candidates(), k=k, as_of=as_of)
    else:
        of = store.candidate(candidate) if candidate is not None else read_visitor(engine, person)
        ranking = engine.match_candidate(of, store.vacancies(), k=k, as_of=as_of)
    if as_json:
        click.echo(json.dumps(ranking.as_dict(), ensure_ascii=False))
    else:
        print_ranking(ranking, engine, of)


def read_visitor(engine: "Engine", person: dict[str, str | None]) -> Candidate:
    """A person who is not stored; a sector that nobody knows is refused rather than dropped."""
    sector = person["prior_sector"]
    if sector and engine.taxonomy.prior_sector(sector) is None:
        known = ", ".join(sorted(term.id for term in engine.taxonomy.prior_sectors.values()))
        raise InputError(f"--sector '{sector}' is not known: use a SIC 2007 code or one of {known}.")
    visitor = engine.settle_candidate(Candidate(id="visitor", **person))
    if visitor.unlinked_skills:
        click.echo(f"Not known as skills, and left out: {', '.join(visitor.unlinked_skills)}.", err=True)
    return visitor
