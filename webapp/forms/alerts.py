"""The form of e-mails about new vacancies."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

__all__ = ["NO_ALERTS", "AlertsForm"]

NO_ALERTS = "none"


class AlertsForm(FlaskForm):  # type: ignore[misc]
    """How often somebody wants to be told."""

    how_often = RadioField(
        "How often would you like an e-mail about new vacancies that suit you?",
        choices=[
            SelectChoice("daily", "Every day that there is something new"),
            SelectChoice("weekly", "Once a week"),
            SelectChoice(NO_ALERTS, "Never"),
        ],
        validators=[InputRequired("Choose how often you would like an e-mail")],
        widget=GovRadioInput(),
    )
