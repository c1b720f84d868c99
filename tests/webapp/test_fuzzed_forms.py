"""Every form of every role, sent anything: no answer is ever a fault of ours."""

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from walking import Form, forms_behind, walk
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse
from worlds import Choice, World

from matcher.domain import AccountRole
from matcher.store import Store

_STARTS: Mapping[AccountRole | None, tuple[str, ...]] = {
    None: ("/", "/start", "/join", "/sign-in", "/forgotten", "/vacancies"),
    AccountRole.ADVISOR: ("/advisor/candidates", "/advisor/candidates/C01", "/account"),
    AccountRole.PROVIDER: ("/provider/vacancies", "/provider/vacancies/V01", "/account"),
    AccountRole.JOBSEEKER: ("/me/", "/me/vacancies/V01", "/account"),
    AccountRole.ADMIN: ("/admin", "/account"),
}
_N_PAGES = 90
_SHARE = 14
"""A form gets this share of what the profile would try of one promise: 4 posts, 714 in the long one."""

_ODD = ("", " ", "\x00", "a\x00b", "-1", "0", "1e400", "NaN", "inf", "99999999999999999999", "½", "٣", "31/02/2026",
        "2026-13-01", "0001-01-01", "9999-12-31", "LS9 7TF", "ZZ99 9ZZ", "a" * 5_000, "<script>alert(1)</script>",
        "' OR 1=1 --", "{{ 7*7 }}", "%s%n", "../../etc/passwd", "\u202e", "\ud7ff", "😀" * 50, "\r\n\r\n", "None",
        "mon-sun early; " * 200, "C01", "V01", "all", "on", "true")  # fmt: skip
_values = st.one_of(st.sampled_from(_ODD), st.text(max_size=40), st.integers().map(str), st.floats().map(str))
_names = st.one_of(st.sampled_from(("page", "q", "step", "id", "action", "vacancy")), st.text(min_size=1, max_size=12))
_files = st.tuples(
    st.sampled_from((b"", b"\x00" * 64, b"%PDF-1.7\n", b"PK\x03\x04", "id,name\nX1,É".encode(), b"\xff\xfeI\x00d\x00",
                     b"a" * 4_000, b'{"title": 1}', b'"' * 300)),
    st.sampled_from(("", "cv.pdf", "cv.docx", "sheet.csv", "a" * 300, "../x", "\u202ecsv.exe", "sheet.csv.gz")),
)  # fmt: skip
_BODIES = (
    (b"name=%ff%fe&q=%00&a=%zz", "application/x-www-form-urlencoded"),
    ("name=é".encode("utf-16"), "application/x-www-form-urlencoded; charset=utf-16"),
    (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
    (b"no boundary", "multipart/form-data"),
    (b'{"name": [}', "application/json"),
    (b"&" * 2_000, "application/x-www-form-urlencoded"),
    (b"", "text/plain; charset=nonsense"),
)
"""Bodies that no form of ours sends."""


@pytest.fixture
def world(app: Flask, store: Store, tmp_path: Path) -> World:
    made = World(app, store, tmp_path / "carematch.db")
    store.own.set_alerts("C01", "daily")
    made.choices[None, "unsubscribe"] = Choice(store.own.get("C01").unsubscribe_token)
    made.choices[None, "link"] = Choice(store.accounts.make_link(made.accounts[AccountRole.ADMIN].id))
    made.keep()
    return made


def _unshown(world: World, role: AccountRole | None) -> list[Form]:
    """Forms that are shown in a state only which this world is not in, such as that of an account that is disabled."""
    actions = {
        None: (f"/unsubscribe/{world.choices[None, 'unsubscribe'].own}", f"/link/{world.choices[None, 'link'].own}"),
        AccountRole.ADVISOR: ("/advisor/candidates/C01/take-on",),
        AccountRole.PROVIDER: ("/provider/vacancies/V01/explain-pay",),
        AccountRole.JOBSEEKER: ("/me/begin", "/me/share", "/me/show", "/me/vacancies/V01/for-me"),
        AccountRole.ADMIN: (f"/admin/accounts/{world.choices[AccountRole.ADMIN, 'account_id'].own}/enable",),
    }
    return [Form(action, "POST", {"password": [""], "pay_note": ["sleep_in"]}) for action in actions[role]]


@st.composite
def _sent(draw: st.DrawFn, form: Form) -> list[tuple[str, object]]:
    """What somebody could make a browser send: each field as it stands, odd, several times or not at all."""
    sent: list[tuple[str, object]] = []
    for name, values in form.fields.items():
        kept = st.sampled_from(values) if values else st.just("")
        times = draw(st.sampled_from((1, 1, 1, 1, 0, 2)))
        sent += [(name, draw(st.one_of(kept, _values))) for _ in range(times)]
    if draw(st.booleans()):
        sent.append((draw(_names), draw(_values)))
    for name in form.files:
        content, called = draw(_files)
        sent.append((name, (io.BytesIO(content), called)))
    return sent


def _post(world: World, role: AccountRole | None, form: Form, sent: list[tuple[str, object]]) -> TestResponse:
    client = world.client(role)
    if form.method == "GET":
        return client.get(form.action.split("?")[0], query_string=MultiDict(sent))
    return client.post(form.action, data=MultiDict(sent))


def _forms(world: World, role: AccountRole | None) -> list[Form]:
    """The forms that a role meets on its way, and those on the pages behind them."""
    starts = _STARTS[role]
    if role in {AccountRole.ADVISOR, AccountRole.ADMIN}:
        token, job = (world.choices[role, name].own for name in ("token", "job_id"))
        starts = (*starts, f"/import/{token}/columns", f"/jobs/{job}")
    found, _ = walk(world.app, world.client(role), starts, _N_PAGES)
    kinds = {(form.method, *sorted(form.fields)) for form in found}
    for form in tuple(found):
        world.restore()
        for behind in forms_behind(world.client(role), form):
            if (behind.method, *sorted(behind.fields)) not in kinds:
                kinds.add((behind.method, *sorted(behind.fields)))
                found.append(behind)
    world.restore()
    return found + _unshown(world, role)


def _routes_taken(app: Flask, forms: list[Form]) -> set[str]:
    """The endpoints that forms are sent to."""
    adapter = app.url_map.bind("localhost")
    return {adapter.match(form.action.split("?")[0], "POST")[0] for form in forms if form.method == "POST"}


def _faults_of(world: World, role: AccountRole | None, form: Form) -> tuple[int, list[str]]:
    """How often a form was sent, and what was answered with a fault of ours."""
    faults: list[str] = []
    counted = 0

    def send(answer: TestResponse, sent: object) -> None:
        nonlocal counted
        counted += 1
        if answer.status_code >= 500:
            faults.append(f"{form.method} {form.action} as {role or 'nobody'}: {answer.status} for {sent!r:.400}")
        answer.close()

    @settings(max_examples=max(1, settings.default.max_examples // _SHARE), phases=(Phase.generate,), database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(sent=_sent(form))
    def try_everything(sent: list[tuple[str, object]]) -> None:
        before = world.version()
        send(_post(world, role, form, sent), sent)
        if world.version() != before:
            world.restore()

    try_everything()
    for body, kind in _BODIES if form.method == "POST" else ():
        send(world.client(role).post(form.action, data=body, content_type=kind), body)
        world.restore()
    return counted, faults


def test_no_form_sent_anything_is_answered_with_a_fault(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    found = [(role, form) for role in _STARTS for form in _forms(world, role)]
    results = [_faults_of(world, role, form) for role, form in found]
    n_posts, faults = sum(counted for counted, _ in results), [fault for _, faults in results for fault in faults]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(found)} forms were sent {n_posts:,} times: {len(faults)} faults")
    assert not faults, "\n".join(faults)
    takes = {rule.endpoint for rule in world.app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    of_pages = {endpoint for endpoint in takes if not endpoint.startswith("api.")}
    assert of_pages - _routes_taken(world.app, [form for _, form in found]) == set(), "a page that no form was sent to"
