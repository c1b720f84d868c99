"""The filters of the audit log, which stand in its address."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from flask import request
from wtforms import Field, Form, StringField
from wtforms.validators import ValidationError

from matcher.domain import AccountRole
from matcher.importers.fields import read_date
from webapp.access.actions import ACTIONS
from webapp.forms.reading import Read, tidy

__all__ = ["AuditFilterForm"]

_LARGEST_NUMBER = 2**31 - 1
_ROLES = {*AccountRole, "nobody", "program"}


def _text(label: str, *validators: Any) -> StringField:
    return StringField(label, filters=[tidy], validators=validators)


class AuditFilterForm(Form):  # type: ignore[misc]
    """What the log is narrowed to; every field may be blank, and what is none of the choices narrows nothing."""

    action = _text("What was done")
    role = _text("By whom")
    person = _text("Reference of the jobseeker")
    account = _text("Number of the account")
    since = _text("From", Read(read_date))
    until = _text("To", Read(read_date))

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        super().__init__(request.args)

    def validate_account(self, field: Field) -> None:
        """A number that an account can have."""
        is_number = field.data.isascii() and field.data.isdigit() and int(field.data[:11]) <= _LARGEST_NUMBER
        if field.data and not is_number:
            raise ValidationError("Number of the account: enter digits, such as 12")

    def where(self) -> dict[str, Any]:
        """What `Audit.entries` takes, once the form is valid; both days count."""
        account = self.account.data
        exact = {
            "action": self.action.data if self.action.data in ACTIONS else "",
            "role": self.role.data if self.role.data in _ROLES else "",
            "candidate_id": self.person.data,
            "account_id": int(account) if account else "",
        }
        return {
            **{name: value for name, value in exact.items() if value != ""},
            "since": _start_of(self.values.get("since")),
            "until": _start_of(self.values.get("until"), after=True),
        }


def _start_of(day: date | None, *, after: bool = False) -> datetime | None:
    """The first moment of a day, or of the one after it."""
    if day is None:
        return None
    moment = datetime.combine(day, time.min, UTC)
    return moment + timedelta(days=1) if after and day < date.max else moment
