"""Who is told of which vacancies by e-mail, and when."""

import email
import logging
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default

import pytest
from things_to_do import a_vacancy

from matcher.domain import AccountRole, Candidate
from matcher.errors import MailError
from matcher.jobs import Setting, Task, alerts
from matcher.jobs.alerts import is_due, send_alerts
from matcher.store import Person, Store
from matcher.store import own_settings as own_module
from matcher.store.own_settings import OwnSettings


@pytest.fixture
def store(store: Store) -> Store:
    """Ann (C1) has an account and asked to be told each day."""
    store.accounts.add("ann@example.org", "Ann", AccountRole.JOBSEEKER, candidate_id="C1")
    store.own.set_alerts("C1", "daily")
    return store


def run(setting: Setting) -> dict[str, object]:
    job = setting.store.jobs.add("alerts", {})
    return send_alerts(Task(job, setting))


def sent(setting: Setting) -> list[EmailMessage]:
    paths = sorted(setting.outbox.iterdir()) if setting.outbox.is_dir() else []
    return [email.message_from_bytes(path.read_bytes(), policy=default) for path in paths]  # type: ignore[misc]


def text_of(message: EmailMessage) -> str:
    return message.get_content().replace("\r\n", "\n")


def a_day_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the last e-mail had been sent a day ago."""
    monkeypatch.setattr(alerts, "_EVERY", {"daily": timedelta(0), "weekly": timedelta(days=7)})
    assert store.own.get("C1").alerted_at is not None


def test_somebody_who_asked_is_told_of_what_is_open_with_the_why_and_the_way_there(setting: Setting) -> None:
    assert run(setting) == {"n_due": 1, "n_told": 1, "n_failed": 0}
    (message,) = sent(setting)
    assert message["To"] == "ann@example.org"
    assert message["Subject"] == "New for you: Care assistant V1 and 2 more"
    text = text_of(message)
    assert "1. Care assistant V1, Elm House" in text
    assert "Why: you bring helping with personal care." in text
    assert "Getting there: about " in text
    assert "https://care.example.org/vacancies/V1" in text


def test_an_e_mail_says_in_its_text_and_in_its_headers_how_to_end_them(setting: Setting, store: Store) -> None:
    run(setting)
    (message,) = sent(setting)
    stop = f"https://care.example.org/unsubscribe/{store.own.get('C1').unsubscribe_token}"
    assert stop in text_of(message)
    assert message["List-Unsubscribe"] == f"<{stop}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nobody_is_told_of_a_vacancy_twice(setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run(setting)
    a_day_later(store, monkeypatch)
    run(setting)
    assert len(sent(setting)) == 1
    store.upsert_vacancies([a_vacancy("V4")])
    run(setting)
    texts = [text_of(message) for message in sent(setting)]
    assert len(texts) == 2
    assert sum("vacancies/V4" in text for text in texts) == 1
    assert sum("vacancies/V1" in text for text in texts) == 1


def test_the_five_best_stand_in_the_e_mail_and_the_others_are_counted(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.upsert_vacancies([a_vacancy(f"W{number}") for number in range(6)])
    run(setting)
    text = text_of(sent(setting)[0])
    assert "There are 9 new vacancies for you. These come first:" in text
    assert text.count("care.example.org/vacancies/") == 5
    assert "https://care.example.org/me/vacancies" in text
    a_day_later(store, monkeypatch)
    run(setting)
    assert len(sent(setting)) == 1, "the e-mail led to the others, which are not new any more"


def test_what_is_held_declined_closed_or_referred_for_is_not_told_of(setting: Setting, store: Store) -> None:
    store.upsert_vacancies([a_vacancy("V4", min_age=21, min_age_reason="insurance")])
    store.upsert_vacancies([a_vacancy("V5", closes=datetime(2026, 11, 1, tzinfo=UTC).date())])
    store.declined.add("C1", "V2")
    store.add_referral("C1", "V3", by="Priya")
    run(setting)
    text = text_of(sent(setting)[0])
    assert [name for name in ("V1", "V2", "V3", "V4", "V5") if f"vacancies/{name}\n" in text] == ["V1"]


def test_a_vacancy_that_is_approved_or_opens_later_is_told_of_then(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.upsert_vacancies([a_vacancy("V4", min_age=21, min_age_reason="insurance")])
    store.upsert_vacancies([a_vacancy("V5", opens=datetime(2026, 12, 24, tzinfo=UTC).date())])
    run(setting)
    a_day_later(store, monkeypatch)
    store.standings.review("V4", "approved", None)
    later = Setting(setting.engine, setting.links, setting.outbox, datetime(2026, 12, 24, tzinfo=UTC).date())
    run(later)
    texts = [text_of(message) for message in sent(setting)]
    assert len(texts) == 2
    assert all(f"vacancies/{name}\n" in "".join(texts) for name in ("V4", "V5"))


@pytest.mark.parametrize("change", ["hidden", "disabled", "no account", "ended", "deleted"])
def test_nobody_is_told_who_does_not_want_it_or_is_not_there(setting: Setting, store: Store, change: str) -> None:
    account = store.accounts.of_candidate("C1")
    assert account is not None
    {
        "hidden": lambda: store.cases.set_hidden("C1", hidden=True),
        "disabled": lambda: store.accounts.set_active(account.id, active=False),
        "no account": lambda: store.accounts.remove(account.id),
        "ended": lambda: store.own.set_alerts("C1", None),
        "deleted": lambda: store.remove(candidates=["C1"]),
    }[change]()
    run(setting)
    assert sent(setting) == []
    assert store.audit.count(action="alerted") == 0


def test_somebody_who_has_no_advisor_is_told_all_the_same(setting: Setting, store: Store) -> None:
    store.cases.set_shared("C1", shared=False)
    run(setting)
    assert len(sent(setting)) == 1


def test_that_somebody_was_told_stands_in_the_record(setting: Setting, store: Store) -> None:
    run(setting)
    (entry,) = store.audit.entries(action="alerted")
    assert (entry.role, entry.account_id, entry.candidate_id) == ("program", None, "C1")


def test_how_often_is_kept_to_by_the_day_and_by_the_week() -> None:
    now = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
    ago = {hours: now - timedelta(hours=hours) for hours in (1, 22, 24, 160, 168)}
    due = {
        (often, hours): is_due(OwnSettings("C1", alerts=often, alerted_at=moment), now)
        for often in ("daily", "weekly", None)
        for hours, moment in ago.items()
    }
    assert {key for key, is_so in due.items() if is_so} == {
        ("daily", 24),
        ("daily", 160),
        ("daily", 168),
        ("weekly", 168),
    }
    assert is_due(OwnSettings("C1", alerts="weekly"), now), "who was never written to is"


def test_a_round_within_the_day_writes_to_nobody(setting: Setting, store: Store) -> None:
    run(setting)
    store.upsert_vacancies([a_vacancy("V4")])
    assert run(setting)["n_due"] == 0
    assert len(sent(setting)) == 1


def test_one_address_that_is_refused_holds_up_nobody_and_is_tried_again(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    store.accounts.add("bob@example.org", "Bob", AccountRole.JOBSEEKER, candidate_id="C2")
    store.own.set_alerts("C2", "weekly")
    told: list[str] = []

    def send(to: str, *_: object, **__: object) -> None:
        if to.startswith("ann@"):
            raise MailError("The mail server does not take messages for that address.")
        told.append(to)

    monkeypatch.setattr(alerts, "send", send)
    with caplog.at_level(logging.DEBUG):
        assert run(setting) == {"n_due": 2, "n_told": 1, "n_failed": 1}
    assert told == ["bob@example.org"]
    assert store.own.told("C1") == set()
    assert store.own.told("C2") == {"V1", "V2", "V3"}
    assert "@" not in caplog.text


def test_a_server_that_takes_nothing_ends_the_round_with_its_words(
    setting: Setting, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [Candidate(id=f"D{number}", postcode="LS9 7TF") for number in range(5)]
    store.upsert_candidates([(person, Person()) for person in people])
    for person in people:
        store.accounts.add(f"{person.id}@example.org", "D", AccountRole.JOBSEEKER, candidate_id=person.id)
        store.own.set_alerts(person.id, "daily")
    tried: list[str] = []

    def send(to: str, *_: object, **__: object) -> None:
        tried.append(to)
        raise MailError("The mail server is away.")

    monkeypatch.setattr(alerts, "send", send)
    with pytest.raises(MailError, match="is away"):
        run(setting)
    assert len(tried) == 3


def test_only_a_jobseekers_own_account_is_ever_written_to(setting: Setting, store: Store) -> None:
    store.accounts.add("advisor@example.org", "Priya", AccountRole.ADVISOR)
    store.own.set_alerts("C2", "daily")
    run(setting)
    assert [message["To"] for message in sent(setting)] == ["ann@example.org"]
    assert own_module.ALERTS == ("daily", "weekly"), "each of them has its span"
    assert set(alerts._EVERY) == set(own_module.ALERTS)
