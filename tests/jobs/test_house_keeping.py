"""What is too old to be kept goes without anybody opening a page."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matcher.domain import AccountRole
from matcher.jobs import Setting, schedule
from matcher.jobs.schedule import keep_house
from matcher.store import Store
from matcher.store.settings import ACADEMY_NAME


@pytest.fixture
def with_uploads(setting: Setting, tmp_path: Path) -> Setting:
    return Setting(setting.engine, setting.links, setting.outbox, setting.as_of, tmp_path / "uploads")


def test_an_upload_goes_after_a_day_unless_it_waits_to_be_imported(
    with_uploads: Setting, store: Store, tmp_path: Path
) -> None:
    for name, hours in (("new", 23), ("old", 25), ("waits", 25)):
        folder = tmp_path / "uploads" / name
        folder.mkdir(parents=True)
        (folder / "rejected.csv").write_text("1,Ann Sleet", encoding="utf-8")
        moment = datetime.now(UTC).timestamp() - hours * 3600
        os.utime(folder, (moment, moment))
    store.jobs.add("import", {}, job_id="waits")
    keep_house(with_uploads)
    assert sorted(path.name for path in (tmp_path / "uploads").iterdir()) == ["new", "waits"]


def test_a_draft_goes_ninety_days_after_it_was_last_changed(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = store.accounts.add("ann@example.org", "Ann", AccountRole.ADVISOR, password="teapot-ladder-harbour")
    store.drafts.save("D1", "candidate", account.id, {"name": "Nell"})
    keep_house(setting)
    assert store.drafts.of(account.id, "candidate")
    monkeypatch.setattr(schedule, "DRAFTS_KEPT", timedelta(0))
    keep_house(setting)
    assert store.drafts.of(account.id, "candidate") == []


def test_an_account_that_nobody_opened_goes_with_what_was_answered_before(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = store.accounts.add("never@example.org", "N", AccountRole.JOBSEEKER)
    opened = store.accounts.add("opened@example.org", "O", AccountRole.JOBSEEKER, password="teapot-ladder-harbour")
    for account in (never, opened):
        store.accounts.make_link(account.id)
        store.drafts.save(f"joining-{account.id}", "candidate", account.id, {"candidate": {"postcode": "LS9"}})
    keep_house(setting)
    assert len(store.accounts.all()) == 2
    monkeypatch.setattr(schedule, "UNOPENED_KEPT", timedelta(0))
    keep_house(setting)
    assert store.accounts.all() == [opened]
    assert store.drafts.of(never.id, "candidate") == []


def test_an_ended_session_is_forgotten_once_its_cookie_is_too_old_and_no_setting_with_it(
    setting: Setting, store: Store
) -> None:
    now = datetime.now(UTC)
    store.settings.set(ACADEMY_NAME, "Leeds")
    store.ended_sessions.add("over", now - timedelta(minutes=1))
    store.ended_sessions.add("fresh", now + timedelta(minutes=1))
    assert store.settings.all() == {ACADEMY_NAME: "Leeds"}
    keep_house(setting)
    assert [store.ended_sessions.has(one) for one in ("over", "fresh", "other")] == [False, True, False]
    assert store.settings.get(ACADEMY_NAME) == "Leeds"
