"""The forms with which an advisor answers: for a person, to a person, and who looks after them."""

from collections.abc import Iterable
from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from matcher.domain import Account, AccountRole
from matcher.store.cases import Case
from webapp.forms.one_of import OneOf
from webapp.forms.reading import Required, tidy

__all__ = ["AssignForm", "ConsentForm", "LookAgainForm"]

_NOBODY, _ADVISOR, _TEAM = "nobody", "advisor:", "team:"


class ConsentForm(FlaskForm):  # type: ignore[misc]
    """What a person says to a provider's wish to meet them."""

    answer = OneOf(
        "What they say",
        "Choose what they say",
        [("agreed", "Yes, they want to be introduced"), ("not_now", "Not now")],
        description="It is theirs to decide. They need no reason, and a “not now” is told to nobody.",
    )


class LookAgainForm(FlaskForm):  # type: ignore[misc]
    """The answer of a person who has looked again."""

    answer = TextAreaField(
        "Your answer",
        description="What you looked at, and what you found. They read it under your name.",
        filters=[tidy],
        validators=[
            Required("Enter what you found when you looked again"),
            Length(max=5000, message="Your answer: use 5,000 characters or fewer"),
        ],
        widget=GovTextArea(),
    )


class AssignForm(FlaskForm):  # type: ignore[misc]
    """Who looks after somebody: an advisor, a team, or nobody for now.

    Parameters
    ----------
    reader : Account
        Who asks; they come first.
    accounts : iterable of Account
        Of these the advisors who can sign in, and their teams, can be chosen.
    """

    to = OneOf("Who looks after them", "Choose who looks after them")

    def __init__(self, reader: Account, accounts: Iterable[Account], **given: Any) -> None:
        super().__init__(**given)
        self._advisors = {
            one.id: one for one in accounts if one.role is AccountRole.ADVISOR and one.active and one.id != reader.id
        }
        self._advisors = {reader.id: reader, **self._advisors}
        teams = sorted({one.team for one in self._advisors.values() if one.team}, key=str.casefold)
        self.to.choices = [
            *(SelectChoice(f"{_ADVISOR}{one.id}", _named(one, reader)) for one in self._advisors.values()),
            *(SelectChoice(f"{_TEAM}{team}", f"The team {team}, nobody in particular") for team in teams),
            SelectChoice(_NOBODY, "Nobody for now: every advisor sees them"),
        ]

    def show(self, case: Case) -> None:
        """Choose what is so now."""
        if case.advisor_id in self._advisors:
            self.to.data = f"{_ADVISOR}{case.advisor_id}"
        else:
            self.to.data = f"{_TEAM}{case.team}" if case.team else _NOBODY

    @property
    def chosen(self) -> tuple[int | None, str | None]:
        """The advisor and the team of a valid form; an advisor brings the team they are in."""
        kind, _, value = str(self.to.data).partition(":")
        if f"{kind}:" == _ADVISOR:
            return int(value), self._advisors[int(value)].team
        return None, value or None


def _named(one: Account, reader: Account) -> str:
    place = f", {one.team}" if one.team else ""
    return f"Me, {one.name}{place}" if one.id == reader.id else f"{one.name}{place}"
