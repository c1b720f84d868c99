"""The forms about one person or one date: why somebody is set aside, and until when a vacancy is open."""

from datetime import date

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea, GovTextInput
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from matcher.importers.fields import read_date
from webapp.forms.reading import Read, Required, tidy

__all__ = ["ChooseForm", "ExtendForm"]

_LONGEST_REASON = 500


class ChooseForm(FlaskForm):  # type: ignore[misc]
    """Why a provider sets somebody aside."""

    reason = TextAreaField(
        "Why do you put them on your shortlist?",
        description="Say what speaks for them in this role. They can read what you write.",
        filters=[tidy],
        validators=[
            Required("Enter why you put them on your shortlist"),
            Length(max=_LONGEST_REASON, message=f"The reason: use {_LONGEST_REASON} characters or fewer"),
        ],
        widget=GovTextArea(),
    )


class ExtendForm(FlaskForm):  # type: ignore[misc]
    """The new last day to apply, not before `first`; it is read into `values`."""

    closes = StringField(
        "New closing date",
        description="For example, 14/12/2026. The last day to apply.",
        filters=[tidy],
        validators=[Required("Enter the new closing date"), Read(read_date)],
        widget=GovTextInput(),
    )

    def __init__(self, first: date, **given: object) -> None:
        self.first = first
        self.values: dict[str, date] = {}
        super().__init__(**given)

    def validate_closes(self, _field: Field) -> None:
        """A day to come, and not before the vacancy opens."""
        day = self.values.get("closes")
        if day and day < self.first:
            earliest = f"{self.first.day}/{self.first.month}/{self.first.year}"
            raise ValidationError(f"New closing date: that is too early; enter {earliest} or a later day")
