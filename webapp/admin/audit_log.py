"""The audit log: who saw and decided what about whom. Whoever reads it is written down in it too."""

from flask import Response, render_template

from matcher.domain import AccountRole
from webapp.access import ADMIN, allow, record
from webapp.access.actions import ACTIONS
from webapp.admin import admin
from webapp.context import store
from webapp.forms.audit_filter import AuditFilterForm
from webapp.paging import paginate_slices
from webapp.spreadsheets import csv_answer

__all__: list[str] = []

_PER_PAGE = 50
"""Judgement: a line of the log is short, and whoever reads it looks for a run of them."""
_HEADER = ("number", "when_utc", "action", "role", "account", "provider", "candidate", "vacancy", "detail")


@admin.get("/audit")
@allow(ADMIN)
def audit() -> str:
    """A page of the log, the latest first, with each import as one line."""
    form = AuditFilterForm()
    where = form.where() if form.validate() else None
    page = paginate_slices(
        0 if where is None else store().audit.count_lines(**where),
        lambda start, size: [] if where is None else store().audit.lines(size, start, **where),
        _PER_PAGE,
    )
    _record_reading(form, f"page {page.number}")
    return render_template(
        "admin/audit.html",
        accounts={one.id: one for one in store().accounts.all()},
        actions=ACTIONS,
        form=form,
        page=page,
        roles=[*AccountRole, "nobody", "program"],
    )


@admin.get("/audit.csv")
@allow(ADMIN)
def audit_csv() -> Response | tuple[str, int]:
    """All that the filters leave, as a spreadsheet."""
    form = AuditFilterForm()
    if not form.validate():
        return audit(), 400
    _record_reading(form, "as a spreadsheet")
    entries = store().audit.entries(**form.where())
    rows = (
        (one.id, one.at and one.at.isoformat(timespec="seconds"), one.action, one.role, one.account_id, one.provider,
         one.candidate_id, one.vacancy_id, one.detail)
        for one in entries
    )  # fmt: skip
    return csv_answer([_HEADER, *rows], "audit-log.csv")


def _record_reading(form: AuditFilterForm, how: str) -> None:
    """It stands in a person's own record where the log was searched for them."""
    person = form.person.data if form.person.data in store().candidate_ids() else None
    record("read_log", person, detail=how)
