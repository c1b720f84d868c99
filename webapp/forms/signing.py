"""The forms of signing in and of choosing a password."""

from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovPasswordInput, GovTextInput
from wtforms import Field, PasswordField, StringField
from wtforms.validators import Length, ValidationError

from matcher.domain import Account
from webapp.forms.reading import Required, tidy

__all__ = ["SHORTEST_PASSWORD", "ChangePasswordForm", "ForgottenForm", "PasswordForm", "SignInForm", "check_password"]

SHORTEST_PASSWORD = 12
_LONGEST_PASSWORD = 200
# The estimate looks at so many characters: it slows with length, and what is longer is strong already.
_LONGEST_ESTIMATED = 60
# Judgement: zxcvbn's 3 of 4, "safely unguessable" from outside; below are the lists of common passwords and their like.
_LEAST_STRENGTH = 3


def _own_email() -> StringField:
    return StringField(
        "E-mail address",
        filters=[tidy],
        validators=[Required("Enter your e-mail address"), Length(max=200, message="That e-mail address is too long")],
        widget=GovTextInput(),
    )


def _known_password(label: str, missing: str) -> PasswordField:
    return PasswordField(
        label,
        validators=[Required(missing), Length(max=_LONGEST_PASSWORD, message=f"{label}: too long")],
        widget=GovPasswordInput(),
    )


def _new_password() -> PasswordField:
    return PasswordField(
        "New password",
        description="At least 12 characters. Three or four words that do not belong together are good.",
        validators=[Required("Enter a new password")],
        widget=GovPasswordInput(),
    )


class SignInForm(FlaskForm):  # type: ignore[misc]
    """Who somebody says they are, and their password."""

    email = _own_email()
    password = _known_password("Password", "Enter your password")


class ForgottenForm(FlaskForm):  # type: ignore[misc]
    """Whose password is forgotten."""

    email = _own_email()


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password, checked against the lists of those that are guessed first."""

    password = _new_password()

    def __init__(self, owner: Account | None, **given: Any) -> None:
        self.about = [owner.email, owner.name] if owner else []
        super().__init__(**given)

    def validate_password(self, field: Field) -> None:
        """As of `check_password`."""
        check_password(field.data or "", self.about)


class ChangePasswordForm(PasswordForm):
    """A new password, from somebody who knows the present one."""

    current = _known_password("Password you have now", "Enter the password you have now")
    password = _new_password()  # stands after the present one, as its errors do


def check_password(password: str, about: list[str]) -> None:
    """Refuse a password that is short, common or made of what others know about its owner.

    Raises
    ------
    ValidationError
        It is; says what to do.
    """
    from zxcvbn import zxcvbn

    if len(password) < SHORTEST_PASSWORD:
        raise ValidationError(f"The password has {len(password)} characters: use at least {SHORTEST_PASSWORD}")
    if len(password) > _LONGEST_PASSWORD:
        raise ValidationError(f"The password has {len(password)} characters: use at most {_LONGEST_PASSWORD}")
    known = [part for words in ("carematch", *about) for part in [words, *words.replace("@", " ").split()]]
    if zxcvbn(password[:_LONGEST_ESTIMATED], user_inputs=known)["score"] < _LEAST_STRENGTH:
        raise ValidationError(
            "That password is easily guessed: it is common, or made of names, dates or rows of keys. "
            "Use three or four words that do not belong together"
        )
