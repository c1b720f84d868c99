"""The API keeps what its document promises, whatever is sent: schemathesis makes the calls up and judges the answers.

On CI at least 2,000 calls are made and counted; elsewhere there may be fewer, so that a run by hand stays short.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from calling import OWNER
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.checks import load_all_checks
from schemathesis.config import SchemathesisConfig
from signing_in import an_account

from matcher.domain import AccountRole
from matcher.domain.week import DAYS, shift_labels
from matcher.engine import Engine
from matcher.store import Store
from matcher.store.tokens import SCOPES
from webapp import create_app
from webapp.api import api
from webapp.api.checks import ETAGS
from webapp.api.document import document

ON_CI = os.environ.get("CAREMATCH_CI") == "1"
LEAST_CALLS = 2_000
# Thirteen operations, each with the boundary cases of its fields (some 1,500 in all) and so many made-up calls.
N_EXAMPLES = 60 if ON_CI else 10
POSTCODES = ("LS1 4DY", "LS6 2AB", "LS8 1AA", "LS9 7TF", "BD1 1HX")
PAIRS = (("hours_min", "hours_max"), ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour"), ("opens", "closes"),
         ("datePosted", "validThrough"))  # fmt: skip
# Words taken from the program's own source would stand where a format of ours is asked for.
CONFIG: dict[str, Any] = {"analysis": {"constants": {"enabled": False}}}
CONFIG["checks"] = {
    "missing_required_header": {"expected-statuses": [400, 404, 428]},
    # A made-up id is nobody's, a made-up ETag is of no version, and a vacancy may not be on offer.
    "positive_data_acceptance": {"expected-statuses": ["2xx", "304", "404", "409", "412"]},
    "negative_data_rejection": {"expected-statuses": ["400", "401", "404", "405", "413", "415", "422", "428"]},
}
NOT_FOR_CLOSING = "use_after_free"
"""Closing by DELETE erases nothing on purpose: what was closed can still be read."""


CALLS: Counter[str] = Counter()
"""How many calls were made, by operation."""


@pytest.fixture(scope="module")
def key_and_app(
    bare_engine: Engine, filled_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Any]]:
    """The app on a small database, and a key that may do everything."""
    copy = tmp_path_factory.mktemp("schema") / "carematch.db"
    copy.write_bytes(filled_database.read_bytes())
    store = Store(f"sqlite:///{copy}")
    engine = Engine(bare_engine.taxonomy, store.gazetteer(bare_engine.gazetteer), bare_engine.model, store)
    account = an_account(store, AccountRole.PROVIDER, provider=OWNER)
    _, text = store.tokens.make(account.id, "Everything", SCOPES)
    yield text, create_app(engine, {"AS_OF": date(2026, 11, 22), "SECRET_KEY": "k", "RATELIMIT_ENABLED": False})
    store.close()


def register_formats() -> None:
    """What the formats of the document stand for."""
    names = st.sampled_from(sorted(shift_labels()))
    hours = st.tuples(st.integers(0, 23), st.integers(0, 23)).map(lambda pair: f"{pair[0]:02d}:00-{pair[1]:02d}:30")
    one = st.tuples(st.sampled_from(DAYS), st.one_of(names, hours)).map(" ".join)
    schemathesis.openapi.format("postcode", st.sampled_from(POSTCODES))
    schemathesis.openapi.format("postcode-district", st.sampled_from(("LS8", "LS9", "LS14")))
    schemathesis.openapi.format("shifts", st.lists(one, min_size=1, max_size=4).map("; ".join))


def made_possible(_context: Any, case: Any) -> Any:
    """A valid call is often one about a vacancy that is there, and its fields can be true together.

    The document cannot say that one field lies below another; a call that breaks no rule it states has to be taken.
    """
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return case
    for name in {"If-Match", "If-None-Match"} & set(case.headers or {}):
        if not re.fullmatch(ETAGS, case.headers[name]):  # schemathesis 4.32 overlooks the pattern of these two headers
            case.headers[name] = '"0"'
    made_up = (case.path_parameters or {}).get("vacancy_id", "")
    if made_up and len(made_up) % 3:
        case.path_parameters["vacancy_id"] = ("V01", "V03")[len(made_up) % 2]
        if "If-Match" in (case.headers or {}):
            case.headers["If-Match"] = "*"
    if isinstance(case.body, dict):
        mend(case.body, both=case.operation.method.lower() == "patch")
    return case


def mend(body: dict[str, Any], *, both: bool) -> None:
    """Put pairs in order; in a patch (`both`) the one that is left out would be that of the stored vacancy."""
    for low, high in PAIRS:
        if both and (low in body) != (high in body):
            body[high if low in body else low] = None
        if body.get(low) is not None and body.get(high) is not None:
            body[low], body[high] = sorted((body[low], body[high]))
    if (body.get("min_age") or 0) > 18:
        body["min_age_reason"] = "Insurance"


def described() -> Any:
    """The document of the API alone, without an engine or a database, and what its formats stand for."""
    register_formats()
    app = Flask("webapp")
    app.register_blueprint(api)
    with app.app_context():
        return schemathesis.openapi.from_dict(document(), config=SchemathesisConfig.from_dict(CONFIG))


class AppOfTheTests:
    """Stands for the app while calls are being made up, before there is a database."""

    app: Any = None

    def __call__(self, environ: Any, start_response: Any) -> Any:
        return self.app(environ, start_response)


promised = described()
promised.app = AppOfTheTests()
promised.hook("map_case")(made_possible)


@promised.auth()
class Key:
    """The key, wherever a call is not made up to go without one."""

    text = ""

    def get(self, _case: Any, _context: Any) -> str:
        return Key.text

    def set(self, case: Any, text: str, _context: Any) -> None:
        case.headers["Authorization"] = f"Bearer {text}"


@promised.parametrize()
@settings(max_examples=N_EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=ON_CI)
def test_every_answer_is_what_the_document_promises(case: Any, key_and_app: tuple[str, Any]) -> None:
    Key.text, promised.app.app = key_and_app
    CALLS[case.operation.label] += 1
    case.call_and_validate()


def test_every_operation_was_called_and_often_enough() -> None:
    labels = {found.ok().label for found in promised.get_all_operations()}
    assert set(CALLS) == labels
    assert CALLS.total() >= (LEAST_CALLS if ON_CI else LEAST_CALLS // 2), CALLS


def test_all_checks_of_schemathesis_are_made() -> None:
    names = load_all_checks() or set(schemathesis.checks.CHECKS.get_all_names())
    assert {"not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
            "response_headers_conformance", "negative_data_rejection", "positive_data_acceptance", "ignored_auth",
            "missing_required_header", "unsupported_method", NOT_FOR_CLOSING} <= names  # fmt: skip
