"""The form of a referral: who decided, why, and what happens next."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea, GovTextInput
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from matcher.importers.fields import read_date
from webapp.forms.reading import Read, Required, tidy

__all__ = ["ReferralForm"]


class ReferralForm(FlaskForm):  # type: ignore[misc]
    """A referral; every field is asked for, so that whoever reads it next knows what to do and when."""

    by = StringField(
        "Your name",
        filters=[tidy],
        validators=[Required("Enter your name, so that others know whom to ask"), Length(max=200)],
        widget=GovTextInput(),
    )
    reason = TextAreaField(
        "Why you put this person forward",
        description="The decision is yours, whatever the score. A sentence or two.",
        filters=[tidy],
        validators=[Required("Enter why you put this person forward"), Length(max=2000)],
        widget=GovTextArea(),
    )
    next_action = StringField(
        "What happens next",
        description="For example, ring the manager to arrange a visit.",
        filters=[tidy],
        validators=[Required("Enter what happens next"), Length(max=500)],
        widget=GovTextInput(),
    )
    next_date = StringField(
        "By when",
        description="For example, 4/12/2026.",
        filters=[tidy],
        validators=[Required("Enter the date of the next action"), Read(read_date)],
        widget=GovTextInput(),
    )

    def __init__(self, as_of: date, **given: Any) -> None:
        self.values: dict[str, Any] = {}
        self.as_of = as_of
        super().__init__(**given)

    @property
    def day(self) -> date | None:
        """The date of the next action, once read."""
        return self.values.get("next_date")

    def validate_next_date(self, _field: Field) -> None:
        """The next action lies ahead."""
        if self.day and self.day < self.as_of:
            raise ValidationError(f"By when: {self.day:%d/%m/%Y} is in the past; enter today or a later date")
