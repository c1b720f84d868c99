"""The decision on a vacancy that waits for a person."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovTextArea
from wtforms import Field, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.forms.reading import tidy

__all__ = ["ReviewForm"]

_OUTCOMES = {
    "approved": "Approve: the reason is lawful, and the vacancy is shown from now on",
    "sent_back": "Send back: the provider has to change it or say more",
}


class ReviewForm(FlaskForm):  # type: ignore[misc]
    """Approved or sent back, and why."""

    outcome = RadioField(
        "What do you decide?",
        choices=[SelectChoice(value, words) for value, words in _OUTCOMES.items()],
        validate_choice=False,
        widget=GovRadioInput(),
    )
    note = TextAreaField(
        "Note to the provider",
        description="Needed when you send it back. Say what has to change, or which law or regulator allows it.",
        filters=[tidy],
        validators=[Length(max=2000, message="Note to the provider: shorten it to 2,000 characters")],
        widget=GovTextArea(),
    )

    def validate_outcome(self, field: Field) -> None:
        """One of the two."""
        if field.data not in _OUTCOMES:
            field.data = None
            raise ValidationError("Choose whether to approve it or send it back")

    def validate_note(self, field: Field) -> None:
        """Nothing is sent back without a word."""
        if self.outcome.data == "sent_back" and not field.data:
            raise ValidationError("Enter what the provider has to change")
