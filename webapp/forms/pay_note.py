"""The form that turns a draft into a vacancy: why its pay is under the legal floor."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from webapp.forms.reading import Required
from webapp.words import LABELS

__all__ = ["PayNoteForm"]


class PayNoteForm(FlaskForm):  # type: ignore[misc]
    """The lawful reasons; there is no other."""

    pay_note = RadioField(
        "Why is the pay under the legal minimum?",
        choices=[SelectChoice(name, reason) for name, reason in LABELS["pay_note"].items()],
        validate_choice=False,
        validators=[Required("Choose why the pay is under the legal minimum")],
        widget=GovRadioInput(),
    )

    def validate_pay_note(self, field: RadioField) -> None:
        """One of the reasons."""
        if field.data not in LABELS["pay_note"]:
            field.data = None
            Required("Choose why the pay is under the legal minimum")(self, field)
