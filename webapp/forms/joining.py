"""The form of making an account of one's own."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovTextInput
from wtforms import Field, HiddenField, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from webapp.forms.reading import Required, tidy

__all__ = ["JoinForm"]


class JoinForm(FlaskForm):  # type: ignore[misc]
    """Who somebody is, and whether an advisor may see them; the password is chosen by the link that is mailed.

    `answers` are those of the start page, signed, see `webapp.forms.answers_travel`.
    """

    answers = HiddenField()
    name = StringField(
        "Your name",
        description="What we may call you. Employers see no name until you agree to meet them.",
        filters=[tidy],
        validators=[Required("Enter your name"), Length(max=200, message="Your name: use 200 characters or fewer")],
        widget=GovTextInput(),
    )
    email = StringField(
        "Your e-mail address",
        description="We send you a link to finish. After that we write only about what you ask for.",
        filters=[tidy],
        validators=[
            Required("Enter your e-mail address, such as name@example.org"),
            Length(max=200, message="Your e-mail address: use 200 characters or fewer"),
        ],
        widget=GovTextInput(),
    )
    shared = RadioField(
        "May a careers advisor see you?",
        description=(
            "An advisor of the academy can ring employers for you and put you forward. If you say no, only you see "
            "your answers. You can change this at any time."
        ),
        choices=[SelectChoice("yes", "Yes, an advisor may see my answers"), SelectChoice("no", "No, only I")],
        default="no",
        widget=GovRadioInput(),
    )

    def validate_email(self, field: Field) -> None:
        """It looks like an address; the message that is sent there shows whether it is one."""
        name, at, host = (field.data or "").rpartition("@")
        if field.data and not (name and at and "." in host and not any(map(str.isspace, field.data))):
            raise ValidationError("Enter an e-mail address in the correct format, like name@example.org")
