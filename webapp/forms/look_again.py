"""The form that asks a person to look again."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import TextAreaField
from wtforms.validators import Length

from webapp.forms.reading import Required, tidy

__all__ = ["LookAgainForm"]


class LookAgainForm(FlaskForm):  # type: ignore[misc]
    """What somebody thinks is wrong, in their own words."""

    words = TextAreaField(
        "What should a person look at again?",
        description="Say what seems wrong or is missing. A sentence is enough.",
        filters=[tidy],
        validators=[
            Required("Say what a person should look at again"),
            Length(max=2000, message="Use 2,000 characters or fewer"),
        ],
        widget=GovTextArea(),
    )
