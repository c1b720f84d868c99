"""`match`."""

import json
from datetime import date
from pathlib import Path
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
@click.option("--all", "everybody", is_flag=True, help="Both directions of everything that is stored, into a file.")
@click.option("--output", type=click.Path(path_type=Path), help="With --all: the file, .parquet or .csv.")
@click.option("--scheduler", metavar="ADDRESS", help="With --all: match on a Dask cluster, as tcp://host:8786.")
@click.option("--part-size", type=click.IntRange(1), help="With --all: people at a time. [default: by their number]")
@click.option("--k", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many, at most.")
@click.option("--as-of", type=DAY, help="The day it is judged on. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def match(
    candidate: str | None,
    vacancy: str | None,
    postcode: str | None,
    skills: str | None,
    sector: str | None,
    everybody: bool,
    output: Path | None,
    scheduler: str | None,
    part_size: int | None,
    k: int,
    as_of: date | None,
    as_json: bool,
) -> int | None:
    """Rank vacancies for a candidate, or candidates for a vacancy, with the reason for every point.

    With --all, everybody and everything that is stored is matched both ways, without reasons, into a file.
    """
    said = {"postcode": postcode, "skills": skills, "prior_sector": sector}
    person = {name: (text or "").strip() or None for name, text in said.items()}
    asked = sum((candidate is not None, vacancy is not None, any(person.values()), everybody))
    if asked > 1 or not (asked or output or scheduler or part_size):
        raise click.UsageError(
            "say whom to match: --candidate ID, or --vacancy ID, or --postcode, --skills and --sector of somebody, "
            "or --all."
        )
    if everybody != (output is not None) or (not everybody and (scheduler or part_size)):
        raise click.UsageError("--all writes a file, and nothing else does: --all --output FILE.parquet, or FILE.csv.")
    if output is not None:
        from matcher.cli.matching_all import match_all

        return match_all(output, k, as_of, scheduler, part_size, as_json=as_json)
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
    return None


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
