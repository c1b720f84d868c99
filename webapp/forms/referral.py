"""The forms of a referral: why, what happens next, and how it went."""

import re
from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea, GovTextInput
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from matcher.domain import Stage
from matcher.errors import InputError
from matcher.importers.fields import read_date
from webapp.forms.one_of import OneOf
from webapp.forms.reading import Read, Required, tidy
from webapp.words import LABELS

__all__ = ["NextActionForm", "OutcomeForm", "ReferralForm"]


_NO_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[ -][a-z]+", re.IGNORECASE)


class _Dated(FlaskForm):  # type: ignore[misc]
    """A form that reads dates; `as_of` is today."""

    def __init__(self, as_of: date, **given: Any) -> None:
        self.values: dict[str, Any] = {}
        self.as_of = as_of
        super().__init__(**given)


def _next_action() -> StringField:
    return StringField(
        "What happens next",
        description="For example, ring the manager to arrange a visit.",
        filters=[tidy],
        validators=[
            Required("Enter what happens next"),
            Length(max=500, message="What happens next: use 500 characters or fewer"),
        ],
        widget=GovTextInput(),
    )


def _next_date() -> StringField:
    return StringField(
        "By when",
        description="For example, 14/12/2026.",
        filters=[tidy],
        validators=[Required("Enter the date of the next action"), _with_year, Read(read_date), _ahead],
        widget=GovTextInput(),
    )


def _with_year(form: Any, field: Field) -> None:
    """``31 Jan`` is the next one: this year's, or next year's where this year's is over."""
    for year in (form.as_of.year, form.as_of.year + 1):
        if _NO_YEAR.fullmatch(field.data or "") and _day(f"{field.data} {year}") >= form.as_of:
            field.data = f"{field.data} {year}"


def _day(text: str) -> date:
    """A date, or the first of all where it cannot be read."""
    try:
        return read_date(text)
    except InputError:
        return date.min


def _ahead(form: Any, _field: Field) -> None:
    """The next action lies ahead."""
    if form.day and form.day < form.as_of:
        raise ValidationError(f"By when: {form.day:%d/%m/%Y} is in the past; enter today or a later date")


class _Planned(_Dated):
    """A form that asks what happens next; its fields stand in each form in the order of its page."""

    @property
    def day(self) -> date | None:
        """The date of the next action, once read."""
        return self.values.get("next_date")


class NextActionForm(_Planned):
    """What happens next, and when."""

    next_action = _next_action()
    next_date = _next_date()


class ReferralForm(_Planned):
    """A referral; every field is asked for, so that whoever reads it next knows what to do and when."""

    reason = TextAreaField(
        "Why you put this person forward",
        description="The decision is yours, whatever the score. A sentence or two.",
        filters=[tidy],
        validators=[
            Required("Enter why you put this person forward"),
            Length(max=2000, message="Why you put this person forward: use 2,000 characters or fewer"),
        ],
        widget=GovTextArea(),
    )
    next_action = _next_action()
    next_date = _next_date()


class OutcomeForm(_Dated):
    """A stage that somebody reached, and when; `referred_on` is the day they were put forward, where it is known."""

    def __init__(self, as_of: date, referred_on: date | None = None, **given: Any) -> None:
        self.referred_on = referred_on
        super().__init__(as_of, **given)

    stage = OneOf("What happened", "Choose what happened", [(stage, LABELS["stage"][stage]) for stage in Stage])
    reached_on = StringField(
        "When",
        description="For example, 20/11/2026. Leave it empty if nobody knows.",
        filters=[tidy],
        validators=[Read(read_date)],
        widget=GovTextInput(),
    )

    @property
    def day(self) -> date | None:
        """When it happened, once read; None where nobody knows."""
        return self.values.get("reached_on")

    def validate_reached_on(self, _field: Field) -> None:
        """What happened lies in the past, and after the referral unless it is the referral."""
        if self.day and self.day > self.as_of:
            raise ValidationError(f"When: {self.day:%d/%m/%Y} is still to come; enter today or an earlier date")
        is_referral = self.stage.data == Stage.REFERRED.value
        if self.day and self.referred_on and self.day < self.referred_on and not is_referral:
            raise ValidationError(
                f"When: {self.day:%d/%m/%Y} is before the referral of {self.referred_on:%d/%m/%Y}; enter that day or a "
                "later one. If they were put forward earlier, write down “Referred” with that date first"
            )
