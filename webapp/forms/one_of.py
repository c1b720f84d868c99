"""Radios of which one has to be chosen."""

from collections.abc import Iterable
from typing import Any

from govuk_frontend_wtf.wtforms_widgets import GovRadioInput
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation

__all__ = ["OneOf"]


class OneOf(RadioField):  # type: ignore[misc]
    """Radios; choosing none, or none of them, is refused with a sentence that says what to do.

    Parameters
    ----------
    label, missing : str
        The question, and what is said where it is not answered.
    choices : iterable of (str, str)
        Values and what they are called.
    """

    def __init__(self, label: str, missing: str, choices: Iterable[tuple[str, str]] = (), **given: Any) -> None:
        self.missing = missing
        offered = [SelectChoice(*pair) for pair in choices]
        super().__init__(label, choices=offered, widget=GovRadioInput(), **given)

    def pre_validate(self, _form: Any) -> None:
        """Check that what was sent is one of them."""
        if self.data not in {choice.value for choice in self.choices}:
            raise StopValidation(self.missing)
