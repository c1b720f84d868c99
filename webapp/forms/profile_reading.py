"""A section of somebody's details read as a row of the candidates CSV is read, so that one rule has one home."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from matcher.domain import Candidate, RightToWork, format_shifts, parse_shifts
from matcher.errors import InputError, RowError
from matcher.importers.candidates import read_candidate
from matcher.importers.fields import build
from matcher.importers.linking import Linker
from webapp.forms.profile import SECTIONS, USUAL_TIMES, Section, SectionForm
from webapp.forms.reading import sentence

if TYPE_CHECKING:
    from matcher.engine import Engine
    from matcher.taxonomy import Taxonomy

__all__ = ["answers_of", "open_section", "read_section", "status_of"]

# What is read together with a column, and is taken back together with it.
_BESIDE = {"postcode": ("place",), "skills": ("unlinked_skills", "skill_evidence")}
_EMPTY: Mapping[str, Any] = {"unlinked_skills": (), "skill_evidence": ()}


def open_section(section: Section, candidate: Candidate, taxonomy: "Taxonomy", *, own: bool = False) -> SectionForm:
    """The form of a section with what is known of a candidate, or with what was sent."""
    return section.form(taxonomy, candidate, own=own, data=answers_of(candidate, taxonomy))


def read_section(form: SectionForm, section: Section, candidate: Candidate, engine: "Engine") -> Candidate | None:
    """The candidate with a section's answers in place of those before; None, with the errors on their fields, if not.

    A field left empty takes the answer back. Every field is read by itself first, so that all faults show at once.
    """
    form.validate()
    row = {name: _cell(form, name) for name in section.fields}
    for name in section.fields:
        if row[name] and not form[name].errors:
            _read_alone(form, name, row[name], engine)
    if form.errors:
        return None
    return _read_together(form, section, row, candidate, engine)


def answers_of(candidate: Candidate, taxonomy: "Taxonomy") -> dict[str, Any]:
    """What a candidate's answers look like in the forms of all sections."""
    usual, other = _times(candidate)
    return {
        **{name: _typed(getattr(candidate, name)) for section in SECTIONS.values() for name in section.fields},
        "prior_occupation": _said(taxonomy.occupation(candidate.prior_occupation or ""), candidate.prior_occupation),
        "right_to_work": "" if candidate.right_to_work is RightToWork.NOT_STATED else _typed(candidate.right_to_work),
        "prior_sector": list(candidate.prior_sector or ()),
        "skills": _skill_lines(candidate, taxonomy),
        "usual_times": usual,
        "shifts": other,
        "qualifications": _lines(candidate.qualifications, taxonomy.qualification),
        "registrations": _lines(candidate.registrations, taxonomy.registration),
    }


def status_of(candidate: Candidate, section: Section) -> str:
    """How much of a section is answered: ``done``, ``begun`` or ``not_begun``."""
    known = [getattr(candidate, name) is not None for name in section.fields]
    return "done" if all(known) else "begun" if any(known) else "not_begun"


def _read_alone(form: SectionForm, name: str, text: str, engine: "Engine") -> None:
    try:
        _read({"id": "new", name: text}, engine)
    except InputError as error:
        remedy = re.sub(rf"^{name}(?: '.*?')?: ", "", str(error), count=1, flags=re.DOTALL)
        form[name].errors = [*form[name].errors, sentence(form[name], _in_words(form, remedy))]


def _read_together(
    form: SectionForm, section: Section, row: Mapping[str, str], candidate: Candidate, engine: "Engine"
) -> Candidate | None:
    try:
        read = _read({"id": candidate.id, **row}, engine)
        names = [name for field in section.fields for name in (field, *_BESIDE.get(field, ()))]
        answers = {name: getattr(read, name) for name in names}
        changed: Candidate = build(Candidate, {**dict(candidate), **answers})
    except InputError as error:
        field = _field_of(error, section)
        said = _in_words(form, str(error))
        form[field].errors = [said[:1].upper() + said[1:]]
        return None
    return changed


def _field_of(error: InputError, section: Section) -> str:
    """The field an error is about: the one it carries, else the first it names, else the first of the section."""
    named = re.search(r"\b(" + "|".join(section.fields) + r")\b", str(error))
    carried = error.field if isinstance(error, RowError) else ""
    return carried if carried in section.fields else named[1] if named else section.fields[0]


def _read(row: Mapping[str, str], engine: "Engine") -> Candidate:
    _, (candidate, _) = read_candidate(row, Linker(engine.taxonomy), engine.gazetteer)
    return candidate


def _cell(form: SectionForm, name: str) -> str:
    """What was ticked and typed as a cell, which has semicolons between lines."""
    data = form[name].data
    if name == "shifts":
        return "; ".join([*(form["usual_times"].data or ()), *(data or "").splitlines()])
    if isinstance(data, list):
        return "; ".join(data)
    return data or ""


def _in_words(form: SectionForm, message: str) -> str:
    """A sentence about columns with the questions of the form in their place; names of one word are words as well."""
    labels = {field.name: field.label.text.removesuffix(" (optional)") for field in form.answers if "_" in field.name}
    named = r"\b(" + "|".join(labels) + r")\b"
    return re.sub(named, lambda found: f"‘{labels[found[1]]}’", message) if labels else message


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value)


def _times(candidate: Candidate) -> tuple[list[str], str]:
    """The usual times that are among somebody's shifts, and the rest as it is typed, one stretch a line."""
    held = set(candidate.shifts or ())
    usual = [written for written in USUAL_TIMES if held.issuperset(parse_shifts(written))]
    rest = held.difference(*(parse_shifts(written) for written in usual))
    return usual, "\n".join(format_shifts(tuple(sorted(rest))).split("; ")) if rest else ""


def _skill_lines(candidate: Candidate, taxonomy: "Taxonomy") -> str:
    if candidate.skills == () and not candidate.unlinked_skills:
        return "none"
    shown = {one.skill: one for one in candidate.skill_evidence}
    lines = []
    for name in (*(candidate.skills or ()), *candidate.unlinked_skills):
        evidence = shown.get(name)
        when = f" {evidence.last_used:%Y-%m}" if evidence and evidence.last_used else ""
        lines.append(str(taxonomy.skill(name) or name) + (f" [{evidence.kind}{when}]" if evidence else ""))
    return "\n".join(lines)


def _lines(names: tuple[str, ...] | None, lookup: Any) -> str:
    return "none" if names == () else "\n".join(_said(lookup(name), name) for name in names or ())


def _said(term: object, given: str | None) -> str:
    return str(getattr(term, "label", "")) or given or ""
