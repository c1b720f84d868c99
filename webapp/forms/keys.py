"""The form of a key for the API."""

from collections.abc import Mapping
from datetime import date, timedelta

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxesInput, GovRadioInput, GovTextInput
from wtforms import Field, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.forms.reading import Required, tidy

__all__ = ["SCOPE_WORDS", "KeyForm"]

SCOPE_WORDS: Mapping[str, str] = {
    "vacancies:read": "Read your vacancies",
    "vacancies:write": "Post, change and close your vacancies",
    "matches:read": "Read who suits a vacancy, without names, and whom you were introduced to",
    "introductions:write": "Ask to meet people",
}
"""What a key can be good for, as one says it."""

# Judgement: a quarter is long enough not to be in the way, and short enough that a lost key does not last.
_LASTS = {"30": "30 days", "90": "90 days", "365": "A year", "": "Until you end it"}
_USUAL = "90"


class KeyForm(FlaskForm):  # type: ignore[misc]
    """What a key is called, what it is good for, and for how long."""

    label = StringField(
        "What is the key for?",
        description="For example, our rota system.",
        filters=[tidy],
        validators=[
            Required("Enter what the key is for"),
            Length(max=60, message="What the key is for: use 60 characters or fewer"),
        ],
        widget=GovTextInput(),
    )
    scopes = SelectMultipleField(
        "What may it do?",
        choices=[SelectChoice(*pair) for pair in SCOPE_WORDS.items()],
        description="Choose only what the system needs.",
        widget=GovCheckboxesInput(),
    )
    lasts = RadioField(
        "How long is it good?",
        choices=[SelectChoice(*pair) for pair in _LASTS.items()],
        default=_USUAL,
        widget=GovRadioInput(),
    )

    def validate_scopes(self, field: Field) -> None:
        """A key for nothing is a mistake."""
        if not field.data:
            raise ValidationError("Choose at least one thing that the key may do")

    def expires_on(self, today: date) -> date | None:
        """The first day on which the key is good no more."""
        return today + timedelta(days=int(self.lasts.data)) if self.lasts.data else None
