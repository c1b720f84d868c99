"""The page that says how far work in the background is, and who may see it."""

import email
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from posting import steady
from signing_in import an_account, signed_in

from matcher.domain import Account, AccountRole
from matcher.errors import MailError
from matcher.jobs import worker as worker_module
from matcher.store import Store
from matcher.store.jobs import Job
from webapp import background, serving
from webapp.access import sign_in
from webapp.background import do_now, run_waiting, start_job, start_worker
from webapp.mail import absolute, send_mail

ABOUT = {
    "title": "Importing jobseekers from people.csv",
    "things": "rows",
    "result_page": "/how-matching-works",
    "start_page": "/import?kind=candidates",
}


@pytest.fixture
def app(app: Flask, tmp_path: Path) -> Flask:
    app.config["INSTANCE"] = tmp_path / "instance"
    app.test_client_class = FlaskClient
    return app


@pytest.fixture
def advisor(store: Store) -> Account:
    return an_account(store, AccountRole.ADVISOR)


@pytest.fixture
def client(app: Flask, advisor: Account) -> FlaskClient:
    return signed_in(app, advisor)


@pytest.fixture
def job(store: Store, advisor: Account) -> Job:
    return store.jobs.add("count", ABOUT, advisor.id)


def test_a_job_that_waits_says_so_and_can_be_looked_at_again(client: FlaskClient, job: Job) -> None:
    page = client.get(f"/jobs/{job.id}").text
    assert "<title>Importing jobseekers from people.csv" in page
    assert "It waits for its turn, and begins by itself." in page
    assert f'<a class="govuk-link" href="/jobs/{job.id}">See how far it is now</a>' in page
    assert '<label class="govuk-label" for="how-far">' in page
    assert "http-equiv" not in page, "nobody's reading is cut short by a page that reloads itself"


def test_a_running_job_says_how_many_of_about_how_many(client: FlaskClient, store: Store, job: Job) -> None:
    store.jobs.take(["count"])
    store.jobs.beat(job.id, 1_200, 4_000)
    page = client.get(f"/jobs/{job.id}").text
    assert "1,200 of about 4,000 rows are done." in page
    assert 'max="4000" value="1200"' in page
    assert client.get(f"/jobs/{job.id}.json").json == {
        "is_over": False,
        "said": "1,200 of about 4,000 rows are done.",
        "n_done": 1_200,
        "n_all": 4_000,
    }


def test_a_job_of_unknown_length_only_counts(client: FlaskClient, store: Store, job: Job) -> None:
    store.jobs.take(["count"])
    store.jobs.beat(job.id, 1_200)
    page = client.get(f"/jobs/{job.id}").text
    assert "1,200 rows are done so far." in page
    assert not re.search(r"<progress[^>]* (?:max|value)=", page)


def test_more_than_was_expected_is_never_more_than_all(client: FlaskClient, store: Store, job: Job) -> None:
    store.jobs.take(["count"])
    store.jobs.beat(job.id, 12, 10)
    shown = client.get(f"/jobs/{job.id}.json").json
    assert (shown["n_done"], shown["n_all"]) == (12, 12)
    assert shown["said"] == "12 of about 12 rows are done."


def test_a_job_that_is_done_leads_to_what_came_of_it(client: FlaskClient, store: Store, job: Job) -> None:
    store.jobs.finish(job.id, {})
    assert client.get(f"/jobs/{job.id}").location == "/how-matching-works"
    assert client.get(f"/jobs/{job.id}.json").json["is_over"]


def test_a_job_that_leads_nowhere_says_that_it_is_done(client: FlaskClient, store: Store, advisor: Account) -> None:
    job = store.jobs.add("count", {"title": "Counting"}, advisor.id)
    store.jobs.finish(job.id, {})
    page = client.get(f"/jobs/{job.id}").text
    assert "It is done" in page
    assert "<script" not in page


def test_a_job_that_failed_says_why_and_where_to_begin_again(client: FlaskClient, store: Store, job: Job) -> None:
    store.jobs.fail(job.id, "people.csv is empty: add a row. Or give --columns a mapping.")
    page = client.get(f"/jobs/{job.id}").text
    assert "<title>Stopped: Importing jobseekers from people.csv" in page
    assert "people.csv is empty: add a row." in page
    assert "--columns" not in page
    assert 'href="/import?kind=candidates">Begin again</a>' in page
    assert "<progress" not in page


def test_the_script_runs_only_with_the_answers_own_nonce(client: FlaskClient, job: Job) -> None:
    answer = client.get(f"/jobs/{job.id}")
    found = re.search(r'<script src="/static/progress.js" nonce="([^"]+)" defer>', answer.text)
    assert found is not None
    policy = answer.headers["Content-Security-Policy"]
    assert f"script-src 'nonce-{found[1]}'; connect-src 'self'" in policy
    assert client.get("/static/progress.js").status_code == 200


@pytest.mark.parametrize("ending", ["", ".json"])
def test_a_job_of_another_and_one_that_is_not_there_are_the_same_to_everybody(
    app: Flask, store: Store, job: Job, ending: str
) -> None:
    for role in (AccountRole.ADVISOR, AccountRole.PROVIDER, AccountRole.ADMIN):
        other = signed_in(app, an_account(store, role, f"another-{role.value}@example.org"))
        answers = [other.get(f"/jobs/{job_id}{ending}") for job_id in (job.id, "0" * 32)]
        assert [answer.status_code for answer in answers] == [404, 404]
        one, none = (steady(answer.text) for answer in answers)
        assert one == none


@pytest.mark.parametrize("ending", ["", ".json"])
def test_a_job_of_the_program_itself_is_shown_to_nobody(client: FlaskClient, store: Store, ending: str) -> None:
    assert client.get(f"/jobs/{store.jobs.add('alerts', {}).id}{ending}").status_code == 404


def test_jobseekers_and_strangers_have_no_jobs(app: Flask, store: Store, job: Job) -> None:
    assert signed_in(app, an_account(store, AccountRole.JOBSEEKER)).get(f"/jobs/{job.id}").status_code == 403
    assert app.test_client().get(f"/jobs/{job.id}").location.startswith("/sign-in")


@pytest.mark.parametrize("job_id", ["x", "%F0%9F%92%A9", "a" * 3000, "..json", ".json", "1;2"])
def test_an_address_of_no_job_is_not_found(client: FlaskClient, job_id: str) -> None:
    assert client.get(f"/jobs/{job_id}").status_code == 404


class _Handlers(dict[str, Any]):
    """A handler that remembers which thread it ran in."""

    def __init__(self) -> None:
        self.threads: list[str] = []
        super().__init__(count=self._count)

    def _count(self, _: object) -> Mapping[str, Any]:
        self.threads.append(threading.current_thread().name)
        return {}


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> _Handlers:
    handlers = _Handlers()
    monkeypatch.setattr(background, "Worker", lambda setting: worker_module.Worker(setting, handlers))
    return handlers


def test_a_job_is_asked_for_in_the_name_of_whoever_is_signed_in(
    app: Flask, advisor: Account, handlers: _Handlers
) -> None:
    with _request_of(app, advisor):
        job = start_job("count", ABOUT)
        assert (job.account_id, job.state) == (advisor.id, "waiting")
        assert do_now(job).state == "done"
    assert len(handlers.threads) == 1


def test_waiting_jobs_are_done_in_line(app: Flask, store: Store, job: Job, handlers: _Handlers) -> None:
    assert run_waiting(app) == 1
    assert store.jobs.get(job.id).state == "done"
    assert run_waiting(app) == 0
    assert handlers.threads == [threading.current_thread().name]


def test_a_worker_beside_the_pages_does_jobs_until_it_is_stopped(
    app: Flask, store: Store, job: Job, handlers: _Handlers
) -> None:
    worker = start_worker(app)
    for _ in range(600):
        if store.jobs.get(job.id).is_over:
            break
        worker.thread.join(0.05)
    worker.stop()
    assert store.jobs.get(job.id).state == "done"
    assert handlers.threads == ["carematch worker"]
    assert not worker.thread.is_alive()


def test_the_worker_ends_with_the_server(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def interrupted(*_: object, **__: object) -> None:
        seen.append(_worker_is_alive())
        raise KeyboardInterrupt

    monkeypatch.setenv("CAREMATCH_SECRET_KEY", "a key that only tests know")
    monkeypatch.setattr("waitress.serve", interrupted)
    monkeypatch.setattr(serving, "check_address", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        serving.serve(app.extensions["carematch"], "127.0.0.1", 8123)
    assert seen == [True]
    assert not _worker_is_alive()


def test_links_in_e_mails_of_the_worker_lead_to_pages_that_there_are(app: Flask) -> None:
    links = background._PageLinks(app)
    assert links.vacancy("V/01 é") == "http://localhost:8000/vacancies/V~2F01~20~C3~A9"
    assert links.vacancies() == "http://localhost:8000/me/vacancies"
    assert links.unsubscribe("abc") == "http://localhost:8000/unsubscribe/abc"
    app.config["PUBLIC_URL"] = "https://care.example.org"
    assert background._PageLinks(app).unsubscribe("abc") == "https://care.example.org/unsubscribe/abc"


def test_links_of_a_page_are_good_outside_of_it(app: Flask, advisor: Account) -> None:
    with _request_of(app, advisor):
        assert absolute("public.vacancy", vacancy_id="V01") == "http://localhost/vacancies/V01"
        app.config["PUBLIC_URL"] = "https://care.example.org/"
        assert absolute("public.vacancy", vacancy_id="V01") == "https://care.example.org/vacancies/V01"


def test_a_page_sends_e_mail_to_the_outbox_of_its_instance(
    app: Flask, advisor: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CAREMATCH_SMTP_URL", raising=False)
    with _request_of(app, advisor):
        send_mail("ann@example.org", "Hello", "Good morning.", {"X-About": "x"})
        with pytest.raises(MailError):
            send_mail("ann", "Hello", "Good morning.")
    (path,) = (Path(app.config["INSTANCE"]) / "outbox").iterdir()
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert (message["To"], message["Subject"], message["X-About"]) == ("ann@example.org", "Hello", "x")


@contextmanager
def _request_of(app: Flask, account: Account) -> Iterator[None]:
    """A request in which an account is signed in."""
    with app.test_request_context("/"):
        sign_in(account)
        yield


def _worker_is_alive() -> bool:
    return any(thread.name == "carematch worker" for thread in threading.enumerate())
