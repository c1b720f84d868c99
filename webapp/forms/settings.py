"""The form of the academy's settings; its fields carry the names that the store keeps them under."""

import re

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovTextInput
from wtforms import Field, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.forms.accounts import check_email
from webapp.forms.reading import Required, tidy

__all__ = ["SettingsForm"]

_PHONE = re.compile(r"\+?[0-9 ()-]{7,24}")
_FEWEST_DIGITS = 7
_ALERTS = {"on": "On: jobseekers who ask for them get e-mails", "off": "Off: nobody gets any"}


class SettingsForm(FlaskForm):  # type: ignore[misc]
    """Who runs the app, how to reach them, and whether alerts go out."""

    academy_name = StringField(
        "Name of the academy",
        description="Stands on public pages. For example, Leeds Care Academy.",
        filters=[tidy],
        validators=[
            Required("Enter the name of the academy"),
            Length(max=100, message="Name of the academy: shorten it to 100 characters"),
        ],
        widget=GovTextInput(),
    )
    contact_email = StringField(
        "E-mail address for questions (optional)",
        description="Stands on public pages.",
        filters=[tidy],
        validators=[Length(max=200, message="That e-mail address is too long")],
        widget=GovTextInput(),
    )
    contact_phone = StringField(
        "Telephone for questions (optional)",
        description="Stands on public pages. For example, 0113 496 0000.",
        filters=[tidy],
        widget=GovTextInput(),
    )
    alerts = RadioField(
        "E-mails about new vacancies",
        choices=[SelectChoice(value, words) for value, words in _ALERTS.items()],
        validate_choice=False,
        widget=GovRadioInput(),
    )

    def validate_contact_email(self, field: Field) -> None:
        """An address, if there is one."""
        if field.data:
            check_email(field.data)

    def validate_contact_phone(self, field: Field) -> None:
        """A telephone number, if there is one."""
        digits = sum(character.isdigit() for character in field.data or "")
        if field.data and (not _PHONE.fullmatch(field.data) or digits < _FEWEST_DIGITS):
            raise ValidationError("Enter a telephone number, such as 0113 496 0000")

    def validate_alerts(self, field: Field) -> None:
        """On or off."""
        if field.data not in _ALERTS:
            field.data = None
            raise ValidationError("Choose whether e-mails about new vacancies are on or off")
