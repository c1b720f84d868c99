"""Every refusal of the API is a problem that says what to do."""

import pytest
from calling import API, System, a_system
from flask import Flask
from pytest import MonkeyPatch  # noqa: PT013 - its type

from matcher.errors import NotFoundError, StoreError
from matcher.store import Store
from webapp.api import one_vacancy
from webapp.api.problems import USUAL


@pytest.fixture
def system(app: Flask, store: Store) -> System:
    return a_system(app, store)


def sent(app: Flask, system: System, method: str, path: str, data: bytes = b"", **headers: str) -> tuple[int, dict]:  # type: ignore[type-arg]
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = app.test_client().open(
        f"{API}{path}", method=method, data=data, headers={"Authorization": f"Bearer {system.key}", **named}
    )
    assert answer.content_type == "application/problem+json", answer.text
    problem = answer.get_json()
    assert problem["status"] == answer.status_code
    assert problem["title"] == USUAL[answer.status_code][0]
    assert problem["detail"]
    assert problem["type"] == f"/api#problem-{answer.status_code}"
    return answer.status_code, {**problem, "headers": dict(answer.headers)}


@pytest.mark.parametrize("path", ["", "/", "/nowhere", "/vacancies/", "/vacancies/V01/nothing"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_address_that_is_not_there_is_said_so(app: Flask, system: System, method: str, path: str) -> None:
    assert sent(app, system, method, path)[0] == 404


@pytest.mark.parametrize("method", ["GET", "DELETE"])
@pytest.mark.parametrize("path", ["/vacancies/~FF", "/vacancies/~00", "/vacancies/~"])
def test_an_id_that_cannot_be_read_is_not_there(app: Flask, system: System, method: str, path: str) -> None:
    assert sent(app, system, method, path, If_Match="*")[0] == 404


def test_without_a_key_too(app: Flask) -> None:
    answer = app.test_client().get(f"{API}/nowhere")
    assert (answer.status_code, answer.content_type) == (404, "application/problem+json")


@pytest.mark.parametrize(("method", "path"), [("PUT", "/vacancies"), ("POST", "/me"), ("TRACE", "/vacancies/V01")])
def test_a_method_that_is_not_there_is_said_with_those_that_are(
    app: Flask, system: System, method: str, path: str
) -> None:
    code, problem = sent(app, system, method, path)
    assert code == 405
    assert "GET" in problem["headers"]["Allow"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"nope", b'{"title": "Care"} more', b"\xff\xfe", b'{"hours_min": NaN}', b'{"a": Infinity}',
     b'{"hours_min": ' + b"9" * 5000 + b"}", b"[" * 100_000, b'{"a":' * 60 + b"1" + b"}" * 60],
)  # fmt: skip
def test_what_is_no_json_is_refused(app: Flask, system: System, data: bytes) -> None:
    assert sent(app, system, "POST", "/vacancies", data, Content_Type="application/json")[0] == 400


@pytest.mark.parametrize("data", [b"[]", b'"text"', b"7", b"null", b"true", b'[{"title": "Care assistant"}]'])
def test_json_that_is_no_object_is_refused(app: Flask, system: System, store: Store, data: bytes) -> None:
    before = store.vacancy_ids()
    for path in ("/vacancies", "/vacancies/batch", "/vacancies/V01/introductions"):
        code, problem = sent(app, system, "POST", path, data, Content_Type="application/json")
        assert code == 422
        assert problem["errors"] == [{"pointer": "#", "parameter": None, "remedy": "send one JSON object."}]
    assert store.vacancy_ids() == before


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/vacancies", ""),
        ("/vacancies", "text/plain"),
        ("/vacancies", "application/x-www-form-urlencoded"),
        ("/vacancies", "multipart/form-data; boundary=x"),
        ("/vacancies/batch", "application/ld+json"),
    ],
)
def test_another_content_type_is_refused_with_those_that_are_taken(
    app: Flask, system: System, path: str, content_type: str
) -> None:
    given = {"Content_Type": content_type} if content_type else {}
    code, problem = sent(app, system, "POST", path, b'{"title": "Care assistant"}', **given)
    assert code == 415
    assert "application/json" in problem["headers"]["Accept"]


def test_what_is_too_large_is_refused(app: Flask, system: System) -> None:
    data = b'{"title": "' + b"x" * 600_000 + b'"}'
    assert sent(app, system, "POST", "/vacancies", data, Content_Type="application/json")[0] == 413
    assert sent(app, system, "POST", "/vacancies/batch", data * 8, Content_Type="application/json")[0] == 413


def test_who_takes_no_json_is_told_that_there_is_nothing_else(app: Flask, system: System) -> None:
    assert sent(app, system, "GET", "/vacancies", Accept="text/html")[0] == 406
    for accepted in ("application/json", "*/*", "text/html, application/*;q=0.1", "application/problem+json"):
        assert system("GET", "/me", Accept=accepted).status_code == 200


def test_a_fault_of_ours_is_noted_and_tells_nothing(
    app: Flask, system: System, monkeypatch: MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for error, expected in (
        (ZeroDivisionError("a secret"), 500),
        (StoreError("a secret"), 503),
        (NotFoundError("No vacancy 'x' is stored; alike are SECRET-1."), 404),
    ):

        def fail(_vacancy_id: str, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(one_vacancy, "own", fail)
        code, problem = sent(app, system, "GET", "/vacancies/V01")
        assert code == expected
        assert "secret" not in str(problem).lower()
        assert "Traceback" not in str(problem)
    assert "ZeroDivisionError" in caplog.text


def test_an_answer_that_the_document_does_not_describe_is_a_fault_of_ours(
    app: Flask, system: System, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr(one_vacancy, "answer", lambda *_: {"id": 7})
    assert sent(app, system, "GET", "/vacancies/V01")[0] == 500


@pytest.mark.parametrize("path", ["/vacancies?state=%00", "/vacancies/V01?x=%00"])
def test_a_null_character_is_refused(app: Flask, system: System, path: str) -> None:
    assert sent(app, system, "GET", path)[0] == 400


def test_another_host_is_refused_as_a_problem(app: Flask, system: System) -> None:
    assert sent(app, system, "GET", "/me", Host="evil.example")[0] == 400


def test_a_page_keeps_its_own_errors(app: Flask) -> None:
    assert "text/html" in app.test_client().get("/api/nowhere").content_type
    assert "text/html" in app.test_client().get("/apiv1").content_type
