"""The document says all there is, and the page about it is made from it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from calling import API
from flask import Flask
from flask.testing import FlaskClient

from matcher.domain import Vacancy
from matcher.domain.week import shift_labels
from matcher.engine import Engine
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.store.tokens import SCOPES
from webapp.api.vacancy_fields import VacancyChanges, VacancyToPost
from webapp.api.vacancy_shown import VacancyShown
from webapp.forms.keys import SCOPE_WORDS


@pytest.fixture
def document(client: FlaskClient) -> Any:
    return client.get(f"{API}/openapi.json").get_json()


def operations(document: Any) -> Iterator[tuple[str, str, Any]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_route_is_in_the_document_and_nothing_else(app: Flask, document: Any) -> None:
    routes = {
        (rule.rule.replace("<vacancy:vacancy_id>", "{vacancy_id}"), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in rule.methods - {"HEAD", "OPTIONS"}  # type: ignore[operator]
    }
    assert {(path, method) for path, method, _ in operations(document)} == routes
    assert document["openapi"].startswith("3.1")


def test_everything_in_it_is_described(document: Any) -> None:
    for _, _, operation in operations(document):
        assert operation["summary"].endswith(".")
        assert len(operation["description"]) > 40
        assert operation["operationId"]
        assert operation["tags"]
        assert all(parameter["description"] for parameter in operation["parameters"])
        assert all(answer["description"] for answer in operation["responses"].values())
        assert operation["security"][0]["key"] in [[], *([scope] for scope in SCOPES)]
    for name in ("VacancyToPost", "VacancyBody", "VacancyChanges", "JobPosting", "Batch", "Wish"):
        for field, schema in document["components"]["schemas"][name]["properties"].items():
            assert schema["description"], (name, field)
            assert "examples" in schema or name == "JobPosting", (name, field)


def test_every_refusal_is_described_as_a_problem(document: Any) -> None:
    for path, method, operation in operations(document):
        codes = set(operation["responses"])
        assert {"400", "401", "403", "406", "422", "429", "500", "503"} <= codes
        assert ("404" in codes) == ("{" in path or path.endswith("/introductions"))
        assert ({"413", "415"} <= codes) == ("requestBody" in operation)
        assert ({"412", "428"} <= codes) == (method in {"put", "patch", "delete"})
        assert ("304" in codes) == (method == "get")
        for code in codes:
            content = operation["responses"][code].get("content", {})
            expected = {"2": {"application/json"}, "3": set()}.get(code[0], {"application/problem+json"})
            assert set(content) == expected


def test_every_example_is_what_its_field_takes(document: Any) -> None:
    body: dict[str, Any] = {}
    for name, schema in document["components"]["schemas"]["VacancyToPost"]["properties"].items():
        for example in schema["examples"]:
            VacancyToPost.model_validate({"title": "Care assistant", name: example})
            body[name] = example
    VacancyToPost.model_validate(body)


def test_no_reference_leads_nowhere(document: Any) -> None:
    def refs(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if "$ref" in value:
                yield value["$ref"]
            for item in value.values():
                yield from refs(item)
        elif isinstance(value, list):
            for item in value:
                yield from refs(item)

    found = set(refs(document))
    assert found
    assert {ref.rpartition("/")[2] for ref in found} <= set(document["components"]["schemas"])


def test_the_fields_are_those_of_the_vacancies_csv() -> None:
    assert set(VacancyToPost.model_fields) == set(VACANCY_COLUMNS) - {"provider"}
    assert set(VacancyChanges.model_fields) == set(VACANCY_COLUMNS) - {"provider", "id"}
    beside = {"state", "is_shown", "review", "remarks", "links"}
    assert set(VacancyShown.model_fields) - beside == set(Vacancy.model_fields) - {"place", "provider_id"}


def test_every_skill_reads_back_by_the_name_it_is_shown_by(bare_engine: Engine) -> None:
    taxonomy = bare_engine.taxonomy
    for skill in taxonomy.skills:
        assert taxonomy.link_skills([str(skill)]) == ((skill.id,), ())


def test_a_key_can_be_made_for_every_scope() -> None:
    assert tuple(SCOPE_WORDS) == SCOPES


def test_the_page_says_every_call_field_and_problem(page: Callable[..., str], document: Any) -> None:
    text = page("/api")
    for path, method, operation in operations(document):
        assert f"<code>{method.upper()} {path}</code>" in text
        assert operation["summary"].rstrip(".") in text
    for field in (*VACANCY_COLUMNS[2:], "datePosted", "code"):
        assert f"<code>{field}</code>" in text
    assert 'id="problem-428"' in text
    assert f'href="{API}/openapi.json"' in text
    assert "<script" not in text
    assert "`" not in text


def test_the_document_needs_no_key_and_names_no_secret(client: FlaskClient) -> None:
    answer = client.get(f"{API}/openapi.json")
    assert answer.status_code == 200
    assert answer.content_type == "application/json"


def test_shift_names_in_the_examples_are_known() -> None:
    assert {"early", "waking_night"} <= set(shift_labels())
