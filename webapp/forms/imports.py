"""The forms of an import: which file, and which of its columns is which of ours."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from govuk_frontend_wtf.wtforms_widgets import GovFileInput, GovRadioInput, GovSelect, GovTextInput
from wtforms import Field, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.forms.reading import Required, tidy

__all__ = ["KINDS", "ColumnsForm", "UploadForm", "columns_form"]

KINDS: Mapping[str, str] = {
    "candidates": "Jobseekers",
    "vacancies": "Vacancies",
    "providers": "Providers",
    "courses": "Courses",
    "outcomes": "Outcomes of referrals",
    "travel-times": "Travel times",
}
"""What can be imported on a page, and what it is called."""

_CHOOSE_KIND = Required("Choose what the file holds")
_LONGEST_NAME = 80
_LONGEST_SHOWN = 60


class UploadForm(FlaskForm):  # type: ignore[misc]
    """Which file, what it holds, and how such a file was read before."""

    kind = RadioField(
        "What does the file hold?",
        choices=[SelectChoice(kind, label) for kind, label in KINDS.items()],
        validate_choice=False,
        validators=[_CHOOSE_KIND],
        widget=GovRadioInput(),
    )
    file = FileField(
        "Your file",
        description="Up to 250 MB; gzip (.gz) is fine. From Excel, save it as “CSV UTF-8 (comma delimited)” first.",
        widget=GovFileInput(),
    )
    mapping = SelectField(
        "Saved mapping (optional)",
        description="How the columns of such a file were matched before. Without one, carematch suggests.",
        default="",
        widget=GovSelect(),
    )

    def __init__(self, saved: Mapping[str, Iterable[str]], **given: Any) -> None:
        super().__init__(**given)
        self.kind_of = {name: kind for kind, names in saved.items() for name in names}
        named = (SelectChoice(name, f"{name} ({KINDS[kind].lower()})") for name, kind in self.kind_of.items())
        self.mapping.choices = [SelectChoice("", "None: suggest one"), *named]

    def validate_kind(self, field: Field) -> None:
        """One of the kinds."""
        if field.data not in KINDS:
            field.data = None
            _CHOOSE_KIND(self, field)

    def validate_file(self, field: Field) -> None:
        """There is a file."""
        if not field.data or not field.data.filename:
            raise ValidationError("Choose the file that you want to import")

    def validate_mapping(self, field: Field) -> None:
        """A mapping of candidates reads no vacancies."""
        kind = self.kind_of.get(field.data or "")
        if kind and self.kind.data in KINDS and kind != self.kind.data:
            wanted = KINDS[self.kind.data].lower()
            raise ValidationError(
                f"“{field.data}” is a mapping for {KINDS[kind].lower()}: choose one for {wanted}, or none"
            )


class ColumnsForm(FlaskForm):  # type: ignore[misc]
    """Which column of the file is which of ours; `columns_form` gives it a list for each of ours."""

    name = StringField(
        "Name of the mapping (optional)",
        description="Then the next file of this kind is matched by choosing that name.",
        filters=[tidy],
        validators=[Length(max=_LONGEST_NAME, message=f"Use {_LONGEST_NAME} characters or fewer for the name")],
        widget=GovTextInput(),
    )

    def __init__(
        self, header: tuple[str, ...], same_names: Mapping[str, str], required: Iterable[str], **given: Any
    ) -> None:
        self.header, self.same_names, self.required = header, same_names, frozenset(required)
        super().__init__(**given)

    @property
    def lists(self) -> dict[str, Field]:
        """Our columns, each with its list of the file's."""
        return {field.name.removeprefix(_PREFIX): field for field in self if field.name.startswith(_PREFIX)}

    @property
    def columns(self) -> dict[str, str]:
        """Our column to the file's, as chosen."""
        named = {ours: self._named(field) for ours, field in self.lists.items()}
        return {ours: theirs for ours, theirs in named.items() if theirs is not None}

    def validate(self, extra_validators: Mapping[str, Any] | None = None) -> bool:
        """Every list by itself, then all of them together."""
        if not super().validate(extra_validators):
            return False
        taken: dict[str, Field] = {}
        for ours, field in self.lists.items():
            fault = self._fault(ours, field, taken)
            if fault:
                field.errors = (fault,)
            elif field.data:
                taken[field.data] = field
        return not any(field.errors for field in self.lists.values())

    def _named(self, field: Field) -> str | None:
        """The column of the file that a list stands at."""
        return {str(place): theirs for place, theirs in enumerate(self.header)}.get(field.data)

    def _fault(self, ours: str, field: Field, taken: Mapping[str, Field]) -> str:
        label = field.label.text
        if not field.data and ours in self.required:
            return f"{label}: choose the column that holds it; no row can be read without"
        if field.data in taken:
            theirs = _shown(self.header[int(field.data)])
            return f"{label}: “{theirs}” is read as “{taken[field.data].label.text}” already; choose another column"
        same = self.same_names.get(ours)
        if not field.data and same is not None and same not in self.columns.values():
            return (
                f"{label}: your column “{_shown(same)}” has our name for this and is always read so; choose it here, "
                "or rename it in your file to leave it out"
            )
        return ""


_PREFIX = "column_"


def columns_form(labels: Mapping[str, str], header: tuple[str, ...], chosen: Mapping[str, str], **given: Any) -> Any:
    """A form with a list of the file's columns for each of ours, as `chosen` so far."""
    choices = [SelectChoice("", "Not in this file")]
    choices += [SelectChoice(str(place), _shown(theirs)) for place, theirs in enumerate(header)]
    lists = {
        _PREFIX + ours: SelectField(label, choices=choices, default="", id=f"column-{ours}")
        for ours, label in labels.items()
    }
    places = {_PREFIX + ours: str(header.index(theirs)) for ours, theirs in chosen.items() if theirs in header}
    return type("ColumnsOfFileForm", (ColumnsForm,), lists)(header, data=places, **given)


def _shown(name: str) -> str:
    """A column's name on one short line."""
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"
