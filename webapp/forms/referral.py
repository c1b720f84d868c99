"""The forms of a referral: why, what happens next, and how it went."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea, GovTextInput
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from matcher.domain import Stage
from matcher.importers.fields import read_date
from webapp.forms.one_of import OneOf
from webapp.forms.reading import Read, Required, tidy
from webapp.words import LABELS

__all__ = ["NextActionForm", "OutcomeForm", "ReferralForm"]


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
        description="For example, 4/12/2026.",
        filters=[tidy],
        validators=[Required("Enter the date of the next action"), Read(read_date), _ahead],
        widget=GovTextInput(),
    )


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
    """A stage that somebody reached, and when."""

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
        """What happened lies in the past."""
        if self.day and self.day > self.as_of:
            raise ValidationError(f"When: {self.day:%d/%m/%Y} is still to come; enter today or an earlier date")
