"""`bench`: measured ratios against named baselines, on a made-up nation in the same run."""

import json
from pathlib import Path

import click

__all__ = ["bench"]

_SCALES = ("S", "M", "L")
_FILE = Path("docs") / "benchmarks.md"


@click.command("bench")
@click.option("--scale", type=click.Choice(_SCALES), default="S", show_default=True, help="How large a nation.")
@click.option(
    "--only", multiple=True, metavar="PART", help="One part and what it needs, such as oracle; may be given again."
)
@click.option("--write", is_flag=True, help=f"Write the tables into {_FILE}.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def bench(scale: str, only: tuple[str, ...], write: bool, as_json: bool) -> int:
    """Match a made-up nation with its vacancies, by us and by others, and say how long everything takes.

    S has 10,000 people and 2,000 vacancies and takes a minute or two; M 100,000 and 20,000; L, about England,
    1,500,000 and 110,000, and takes an hour and some 8 GB of disk where temporary files go (TMPDIR). Progress goes to
    standard error. What could not be measured says why, and the exit code is then 1.
    """
    from matcher.benchmarks.nationwide import Outcome, report, run_parts, write_section
    from matcher.benchmarks.nationwide.parts import PARTS

    if strangers := sorted(set(only) - set(PARTS)):
        raise click.UsageError(f"There is no part '{strangers[0]}': choose of {', '.join(PARTS)}.")
    if write and only:
        raise click.UsageError("--write writes the whole section: leave --only out.")
    outcomes: list[Outcome] = []
    for outcome in run_parts(scale, lambda text: click.echo(text, err=True), only):
        outcomes.append(outcome)
        if write:  # after every part, so that whatever ends a long run leaves what it has
            write_section(_FILE, scale, report(scale, outcomes))
    if as_json:
        click.echo(json.dumps({each.name: each.figures or each.reason for each in outcomes}))
    else:
        click.echo(report(scale, outcomes))
    return int(any(each.figures is None for each in outcomes))
