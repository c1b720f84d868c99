"""The last question before somebody deletes themselves."""

from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovPasswordInput, GovTextInput
from wtforms import Field, PasswordField, StringField
from wtforms.validators import Length, ValidationError

from webapp.forms.reading import Required, tidy

__all__ = ["WORD", "leaving_form"]

WORD = "DELETE"


class _WithPassword(FlaskForm):  # type: ignore[misc]
    proof = PasswordField(
        "Your password",
        validators=[Required("Enter your password"), Length(max=200, message="Password: too long")],
        widget=GovPasswordInput(),
    )


class _WithWord(FlaskForm):  # type: ignore[misc]
    proof = StringField(
        f"Type {WORD} in capital letters",
        filters=[tidy],
        validators=[Required(f"Type {WORD}")],
        widget=GovTextInput(),
    )

    def validate_proof(self, field: Field) -> None:
        """The word itself, so that nobody is deleted by a slip."""
        if field.data != WORD:
            raise ValidationError(f"Type {WORD} in capital letters, or go back")


def leaving_form(*, asks_password: bool, **given: Any) -> FlaskForm:
    """The form with its one field ``proof``: the password, or a word where the account has none yet."""
    return _WithPassword(**given) if asks_password else _WithWord(**given)
