"""The forms with which an administrator invites somebody and changes an account."""

from collections.abc import Collection
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovCheckboxInput, GovRadioInput, GovTextInput
from rapidfuzz import fuzz, process
from wtforms import BooleanField, Field, RadioField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from matcher.domain import Account, AccountRole
from matcher.store import Store
from webapp.forms.reading import Required, tidy
from webapp.shown import every_vacancy

__all__ = ["ChangeAccountForm", "InviteForm", "check_email"]

_NEW_PROVIDER = "This is a new provider"
_N_NEAR = 3
_NEAR = 70
"""Judgement: of rapidfuzz's hundred; a slip or a word left out is above it, another provider's name below."""

_ROLE_WORDS = {
    AccountRole.ADVISOR: "A careers advisor: sees jobseekers by name",
    AccountRole.PROVIDER: "A care provider: posts vacancies, sees people without names",
    AccountRole.JOBSEEKER: "A jobseeker: sees their own matches",
    AccountRole.ADMIN: "An administrator: accounts, reviews and settings, no jobseekers",
}


def check_email(email: str) -> None:
    """Refuse what cannot be an address; whether anybody reads it is not asked.

    Raises
    ------
    ValidationError
        It cannot.
    """
    try:
        validate_email(email, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValidationError("Enter an e-mail address like name@example.org") from error


def _line(label: str, hint: str = "", *validators: Any) -> StringField:
    longest = Length(max=200, message=f"{label.removesuffix(' (optional)')}: shorten it to 200 characters")
    return StringField(
        label, filters=[tidy], description=hint, validators=[*validators, longest], widget=GovTextInput()
    )


def _role(roles: Collection[AccountRole]) -> RadioField:
    return RadioField(
        "What they are",
        choices=[SelectChoice(role.value, _ROLE_WORDS[role]) for role in roles],
        validate_choice=False,
        widget=GovRadioInput(),
    )


def _is_new() -> BooleanField:
    return BooleanField(_NEW_PROVIDER, description="Tick this if no vacancy names it yet.", widget=GovCheckboxInput())


class _WorkplaceForm(FlaskForm):  # type: ignore[misc]
    """What an invitation and a change ask alike."""

    name = _line("Name", "", Required("Enter their name"))

    def __init__(self, store: Store, **given: Any) -> None:
        named = [*(one.provider for one in every_vacancy()), *(one.provider for one in store.accounts.all())]
        self.providers = sorted({name for name in named if name}, key=str.casefold)
        super().__init__(**given)

    def workplace(self) -> dict[str, str | None]:
        """Provider and team, as far as the role has them."""
        role = self.role.data if self.role else AccountRole.JOBSEEKER
        return {
            "provider": self.provider.data if role == AccountRole.PROVIDER else None,
            "team": self.team.data or None if role == AccountRole.ADVISOR else None,
        }

    def validate_role(self, field: Field) -> None:
        """One of the choices; the field that goes with it is filled in."""
        if field.data not in {choice.value for choice in field.choices}:
            field.data = None
            raise ValidationError("Choose what they are")

    def validate_provider(self, field: Field) -> None:
        """A provider's account says whose it is: by a name that is known, however typed, or one said to be new."""
        if self.role.data != AccountRole.PROVIDER:
            return
        if not field.data:
            raise ValidationError("Enter the provider they work for, as its vacancies name it")
        alike = {_folded(one): one for one in self.providers}
        if field.data not in self.providers and _folded(field.data) in alike:
            field.data = alike[_folded(field.data)]
        if field.data not in self.providers and not self.new_provider.data:
            raise ValidationError(_unknown(field.data, self.providers))


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


def _unknown(name: str, known: Collection[str]) -> str:
    """That nobody is called so yet, with the names most like it."""
    near = process.extract(name, known, scorer=fuzz.WRatio, processor=str.casefold, limit=_N_NEAR, score_cutoff=_NEAR)
    meant = f"Did you mean {' or '.join(one for one, *_ in near)}? If not, tick" if near else "Check it, or tick"
    return f"No vacancy or account names the provider {name}. {meant} ‘{_NEW_PROVIDER}’"


_PROVIDER_HINT = "The name as its vacancies carry it. They see the vacancies of that name alone."
_TEAM_HINT = "They see the team’s people and those of no team. Leave it blank for everybody."


class InviteForm(_WorkplaceForm):
    """Whom to invite, and as what."""

    email = _line("E-mail address", "", Required("Enter their e-mail address"))
    role = _role(tuple(AccountRole))
    provider = _line("Provider, for a care provider", _PROVIDER_HINT)
    new_provider = _is_new()
    team = _line("Team, for a careers advisor (optional)", _TEAM_HINT)
    candidate = _line(
        "Reference, for a jobseeker", "That of their record, such as C001. An advisor can read it to you."
    )

    def __init__(self, store: Store, **given: Any) -> None:
        self.store = store
        super().__init__(store, **given)

    def belongings(self) -> dict[str, str | None]:
        """Provider, team and candidate, as far as the role has them."""
        about = self.candidate.data if self.role.data == AccountRole.JOBSEEKER else None
        return {**self.workplace(), "candidate_id": about}

    def validate_email(self, field: Field) -> None:
        """An address that nobody has yet."""
        check_email(field.data)
        if self.store.accounts.by_email(field.data):
            raise ValidationError(f"{field.data} has an account already: find it in the list of accounts")

    def validate_candidate(self, field: Field) -> None:
        """A jobseeker's account is about somebody who is stored and has none."""
        if self.role.data != AccountRole.JOBSEEKER:
            return
        if field.data not in self.store.candidate_ids():
            raise ValidationError("Enter the reference of a jobseeker’s record; an advisor can read it to you")
        if self.store.accounts.of_candidate(field.data):
            raise ValidationError(f"{field.data} has an account already")


class ChangeAccountForm(_WorkplaceForm):
    """What can be changed of an account: all but its address and whom it is about."""

    role = _role((AccountRole.ADVISOR, AccountRole.PROVIDER, AccountRole.ADMIN))
    provider = _line("Provider, for a care provider", _PROVIDER_HINT)
    new_provider = _is_new()
    team = _line("Team, for a careers advisor (optional)", _TEAM_HINT)

    def __init__(self, store: Store, shown: Account, **given: Any) -> None:
        known = {"name": shown.name, "role": shown.role.value, "provider": shown.provider, "team": shown.team}
        super().__init__(store, data=known, **given)
        self.shown = shown
        if shown.role is AccountRole.JOBSEEKER:
            for name in ("role", "provider", "new_provider", "team"):
                del self[name]

    def chosen_role(self) -> AccountRole:
        """The role that is wanted; a jobseeker stays one."""
        return AccountRole(self.role.data) if self.role else self.shown.role
