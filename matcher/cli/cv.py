"""`cv`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matcher.cli.options import DAY

if TYPE_CHECKING:
    from datetime import date

    from matcher.text.cvs import CvDraft, Job

__all__ = ["cv"]

_NOT_STORED = "Nothing was stored. Untick what is wrong, add what is missing, then save it yourself."


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as-of", type=DAY, help="The day that current jobs are counted to. [default: today]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def cv(file: Path, as_of: "date | None", as_json: bool) -> None:
    """Read the CV in FILE (PDF, DOCX or plain text) and print a draft. Nothing is stored."""
    from matcher.importers.documents import read_document
    from matcher.taxonomy import load_taxonomy
    from matcher.text.cvs import read_cv

    document = read_document(file)
    draft = read_cv(document.text, load_taxonomy(), as_of=as_of, notes=document.notes)
    if as_json:
        click.echo(json.dumps({"pages": document.n_pages} | draft.as_dict(), ensure_ascii=False))
    else:
        click.echo("\n".join(_told(draft)))


def _told(draft: "CvDraft") -> list[str]:
    lines = [f"Draft of {len(draft.jobs)} jobs, caring and volunteering, on {draft.as_of}", ""]
    for job in draft.jobs:
        lines += _job_lines(job)
    for title, items in (
        ("Skills", draft.skills),
        ("Qualifications", draft.qualifications),
        ("Registrations", draft.registrations),
    ):
        if items:
            lines += ["", title]
            lines += [
                f" {_box(item.is_ticked)} {item.label}{_note(item.note)}   from “{_short(item.quote)}”"
                for item in items
            ]
    if draft.facts:
        lines += ["", "Also said"]
        lines += [f" {_box(fact.is_ticked)} {fact.label}   from “{_short(fact.quote)}”" for fact in draft.facts]
    return [*lines, *_private(draft), *_left_out(draft), "", _NOT_STORED]


def _job_lines(job: "Job") -> list[str]:
    title = job.title or "(no title was found)"
    at = f", {job.employer}" if job.employer else ""
    linked = f"read as {job.occupation_label}" if job.occupation else "no occupation linked"
    about = [_when(job), linked, f"sectors: {', '.join(job.sectors) or 'none'}"]
    return [f" {_box(job.is_ticked)} {title}{at}", f"     {'; '.join(about)} (characters {job.start} to {job.end})"]


def _when(job: "Job") -> str:
    if job.months is None:
        return "no dates"
    low, months, high = job.months
    length = f"{months} months" if low == high else f"about {months} months ({low} to {high})"
    if job.began is None:
        return length
    end = "now" if job.is_current else str(job.ended or "")
    return f"{job.began}{f' to {end}' if end else ''}, {length}"


def _private(draft: "CvDraft") -> list[str]:
    if not draft.gaps:
        return []
    gaps = [f"   {gap.n_months} months between {gap.after} and {gap.before}" for gap in draft.gaps]
    return ["", "For you alone (never stored, never used in matching): times without work", *gaps]


def _left_out(draft: "CvDraft") -> list[str]:
    lines = [f"Note: {note}" for note in draft.notes]
    if draft.dropped:
        counts = ", ".join(f"{kind} {n}" for kind, n in draft.dropped)
        lines = [f"Dropped unread: {counts}.", *lines]
    return ["", *lines] if lines else []


def _box(is_ticked: bool) -> str:
    return "[x]" if is_ticked else "[ ]"


def _note(note: str) -> str:
    return f" ({note})" if note else ""


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 60 else f"{words[:60]}…"
