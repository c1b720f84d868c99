"""Every role, or nobody, at every route with every method: own records, somebody else's, and some that are not there.

The cells are made from the routes themselves, so that a new route is in here before anybody thinks of it. The routes of
the API, which keys open, have a test of their own (`test_api_access.py`).
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask, url_for
from posting import steady
from werkzeug.routing import BuildError, Rule
from werkzeug.test import TestResponse
from worlds import Choice, World

from matcher.domain import AccountRole
from matcher.store import Store
from webapp.access.declaring import Access, declared
from webapp.access.rules import PLAIN_ARGUMENTS, RULES

NOBODY = None
EVERYBODY: tuple[AccountRole | None, ...] = (NOBODY, *AccountRole)
_UNSAFE_ANSWERS = {200, 302, 303, 400}  # a form that was sent empty may be shown again, or refused in words
_SAFE_ANSWERS = {200, 302, 303}

Way = Callable[[World, AccountRole | None], Choice]


def _word(own: str) -> Way:
    """A part of an address out of a closed list."""
    return lambda _world, _role: Choice(own)


def _link(world: World, _role: AccountRole | None) -> Choice:
    accounts = world.store.accounts
    invited = accounts.add(f"invited{len(accounts.all())}@example.org", "Invited", AccountRole.ADVISOR)
    return Choice(accounts.make_link(invited.id))


def _unsubscribe(world: World, _role: AccountRole | None) -> Choice:
    world.store.own.set_alerts("C01", "daily")
    return Choice(str(world.store.own.get("C01").unsubscribe_token))


def _done_cohort(world: World, role: AccountRole | None) -> Choice:
    """A cohort that is ready, and another advisor's."""
    choice = world.jobs(role or AccountRole.ADVISOR)
    for job_id in (choice.own, *choice.others):
        world.store.jobs.finish(str(job_id), {"people": [], "courses": []})
    return choice


def _done_import(world: World, role: AccountRole | None) -> Choice:
    """An upload that was imported, with a row given back, and another's."""
    choice = world.uploaded(role or AccountRole.ADVISOR)
    result = {"kind": "candidates", "format": "csv", "read": 1, "added": 0, "updated": 0, "unchanged": 0, "rejected": 1,
              "seconds": 0.1, "rejects": "rejected.csv", "notes": []}  # fmt: skip
    for token in (choice.own, *choice.others):
        job = world.store.jobs.add("import", {}, job_id=str(token))
        world.store.jobs.finish(job.id, result)
        (world.uploads / str(token) / "rejected.csv").write_text("row,reason,id\n1,no,X1\n", encoding="utf-8")
    return choice


WAYS: Mapping[tuple[str, str], Way] = {
    ("static", "filename"): _word("carematch.css"),
    ("account.link", "token"): _link,
    ("account.take_link", "token"): _link,
    ("public.unsubscribe", "token"): _unsubscribe,
    ("public.take_unsubscribe", "token"): _unsubscribe,
    ("advisor.cohort_table", "job_id"): _done_cohort,
    ("advisor.cohort_csv", "job_id"): _done_cohort,
    ("imports.result", "token"): _done_import,
    ("imports.rejected", "token"): _done_import,
    ("advisor.change", "step"): _word("travel"),
    ("advisor.save_change", "step"): _word("travel"),
    ("advisor.new_step", "step"): _word("travel"),
    ("jobseeker.details", "step"): _word("travel"),
    ("jobseeker.save_details", "step"): _word("travel"),
    ("provider.step", "step"): _word("role"),
    ("provider.save_step", "step"): _word("role"),
}
"""Arguments that one route takes in a way of its own; the others are the same wherever they stand (`World.choices`)."""

FORMS: Mapping[str, Mapping[str, str]] = {"advisor.change_shortlist": {"vacancy": "V01"}}
"""What is sent where a form has to name a record; everywhere else the form is empty."""

GONE = "imports"
"""Files that are sent in are deleted after an hour: their pages say 410, of another's too, and how to send one anew."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One request and what has to come of it."""

    rule: Rule
    method: str
    role: AccountRole | None
    case: str
    address: str
    candidate_id: str | None

    def __str__(self) -> str:
        return f"{self.method} {self.rule.rule} as {self.role or 'nobody'} ({self.case}: {self.address})"


@pytest.fixture
def world(app: Flask, store: Store, tmp_path: Path) -> World:
    return World(app, store, tmp_path / "carematch.db")


def _routes(app: Flask) -> list[tuple[Rule, Access]]:
    """Every route that people open, with what it declares; a test of its own holds that each declares something."""
    found = [(rule, _access(app, rule)) for rule in app.url_map.iter_rules()]
    return [(rule, access) for rule, access in found if access and not access.scope]


def _access(app: Flask, rule: Rule) -> Access | None:
    return Access(frozenset()) if rule.endpoint == "static" else declared(app.view_functions[rule.endpoint])


def test_every_route_says_who_may_open_it(app: Flask) -> None:
    silent = [rule.endpoint for rule in app.url_map.iter_rules() if _access(app, rule) is None]
    assert silent == []


def test_every_argument_of_an_address_has_a_rule_for_every_role_that_may_carry_it(app: Flask) -> None:
    lacking = [
        (rule.endpoint, role, name)
        for rule, access in _routes(app)
        for role in access.roles
        for name in rule.arguments - PLAIN_ARGUMENTS
        if (role, name) not in RULES
    ]
    assert lacking == []


def test_every_rule_is_of_an_argument_that_some_route_carries(app: Flask) -> None:
    carried = {(role, name) for rule, access in _routes(app) for role in access.roles for name in rule.arguments}
    assert set(RULES) - carried == set()


def _cells(world: World, role: AccountRole | None) -> Iterator[Cell]:
    for rule, _ in sorted(_routes(world.app), key=lambda pair: (pair[0].rule, pair[0].endpoint)):
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            for case, arguments in _arguments(world, rule, role):
                address = _address(world.app, rule, arguments)
                yield Cell(rule, method, role, case, address, str(arguments.get("candidate_id", "")) or None)


def _arguments(world: World, rule: Rule, role: AccountRole | None) -> Iterator[tuple[str, dict[str, object]]]:
    """Everything one's own; then each argument in turn another's or missing, the rest one's own."""
    names = sorted(rule.arguments)
    choices = {name: _choice(world, rule, role, name) for name in names}
    own = {name: choices[name].own for name in names}
    yield "own", own
    for name in names:
        for case, values in (("other's", choices[name].others), ("missing", choices[name].missing)):
            for value in values:
                yield case, {**own, name: value}


def _choice(world: World, rule: Rule, role: AccountRole | None, name: str) -> Choice:
    """What an argument can be; whoever may not carry it tries what others could."""
    way = WAYS.get((rule.endpoint, name))
    access = _access(world.app, rule)
    roles = [role] if access and role in access.roles else [*(access.roles if access else ()), NOBODY]
    if way:
        return way(world, roles[0])
    return next(world.choices[one, name] for one in roles if (one, name) in world.choices)


def _address(app: Flask, rule: Rule, arguments: Mapping[str, object]) -> str:
    """The address as a browser would send it, also where no link of ours would lead there."""
    with app.test_request_context():
        try:
            return url_for(rule.endpoint, **arguments)
        except BuildError:
            return re.sub(r"<(?:[^:>]*:)?(\w+)>", lambda found: str(arguments[found[1]]), rule.rule)


def _refusal(cell: Cell) -> int:
    return 410 if cell.rule.endpoint.startswith(f"{GONE}.") else 404


def _leads_somewhere(app: Flask, cell: Cell) -> bool:
    """Whether a route takes such an address at all: one with a number that nothing can have leads nowhere."""
    return app.url_map.bind("localhost").test(cell.address, cell.method)


def _is_refused(cell: Cell, access: Access) -> bool:
    return bool(access.roles) and (cell.role is NOBODY or cell.role not in access.roles)


def _faults(world: World, cell: Cell, answer: TestResponse, changed: bool) -> Iterator[str]:
    """What is wrong with an answer; `bodies` of refusals are compared by the caller."""
    access = _access(world.app, cell.rule)
    assert access is not None
    is_safe = cell.method == "GET"
    if not _leads_somewhere(world.app, cell):
        if answer.status_code not in {404, 405}:
            yield f"{answer.status} instead of 404"
    elif _is_refused(cell, access):
        if cell.role is NOBODY and not answer.headers.get("Location", "").startswith("/sign-in"):
            yield f"{answer.status} instead of the way to sign in"
        if cell.role is not NOBODY and answer.status_code != 403:
            yield f"{answer.status} instead of 403"
    elif cell.case == "own":
        if answer.status_code not in (_SAFE_ANSWERS if is_safe else _UNSAFE_ANSWERS):
            yield f"{answer.status} for one's own"
    elif answer.status_code != _refusal(cell):
        yield f"{answer.status} instead of {_refusal(cell)}"
    if changed and (cell.case != "own" or _is_refused(cell, access)):
        yield "changed the database although it was refused"


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_cell_answers_as_its_route_declares(
    world: World, role: AccountRole | None, capsys: pytest.CaptureFixture[str]
) -> None:
    faults: list[str] = []
    refusals: dict[tuple[str, str], set[str]] = {}
    cells = list(_cells(world, role))
    world.keep()
    for cell in cells:
        before, n_audited = world.version(), world.audited(cell.candidate_id) if cell.candidate_id else 0
        sent = FORMS.get(cell.rule.endpoint) if cell.method == "POST" else None
        answer = world.client(role).open(cell.address, method=cell.method, data=sent)
        body = steady(answer.text)
        changed = world.version() != before
        faults += [f"{cell}: {fault}" for fault in _faults(world, cell, answer, changed)]
        if answer.status_code in {404, 410} and _leads_somewhere(world.app, cell):
            refusals.setdefault((cell.rule.rule, cell.method), set()).add(body)
        if _is_unrecorded(world, cell, answer, changed, n_audited):
            faults.append(f"{cell}: nothing of it stands in the person's record")
        if changed:
            world.restore()
    faults += [f"{method} {rule}: {len(bodies)} kinds of refusal" for (rule, method), bodies in refusals.items()
               if len(bodies) > 1]  # fmt: skip
    with capsys.disabled():
        sys.stdout.write(f"\n{len(cells)} cells as {role or 'nobody'}: {len(faults)} faults")
    assert not faults, "\n".join(faults)


def _is_unrecorded(world: World, cell: Cell, answer: TestResponse, changed: bool, n_audited: int) -> bool:
    """Whether a page of a person was shown, or something of theirs changed, and nothing of it was written down."""
    is_done = (answer.status_code == 200) if cell.method == "GET" else changed
    return bool(is_done and cell.candidate_id and world.audited(cell.candidate_id) == n_audited)


def test_a_refusal_is_the_very_same_whatever_the_reason(world: World) -> None:
    """Somebody else's record, somebody's who has hidden, and one that is not there read alike."""
    client = world.client(AccountRole.ADVISOR)
    names = ("C02", "C03", "nobody", "~41")
    bodies = {steady(client.get(f"/advisor/candidates/{name}").text) for name in names}
    assert len(bodies) == 1


def test_the_matrix_notices_a_route_that_is_open_to_too_many(world: World) -> None:
    """A check of the check: were a page of advisors open to everybody, cells would be wrong."""
    view = world.app.view_functions["advisor.candidate"]
    kept = declared(view)
    rule = next(rule for rule in world.app.url_map.iter_rules() if rule.endpoint == "advisor.candidate")
    cell = Cell(rule, "GET", AccountRole.PROVIDER, "own", "/advisor/candidates/C01", "C01")
    try:
        view.carematch_access = Access(frozenset(AccountRole))  # type: ignore[attr-defined]
        answer = world.client(AccountRole.PROVIDER).get(cell.address)
        view.carematch_access = kept  # type: ignore[attr-defined]
        assert list(_faults(world, cell, answer, changed=False))
    finally:
        view.carematch_access = kept  # type: ignore[attr-defined]
