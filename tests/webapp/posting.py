"""What the tests of posting share: a full set of answers, and going through the steps with them."""

import re
from collections.abc import Mapping
from html import unescape

from flask.testing import FlaskClient

from webapp.forms.vacancy import STEPS

FULL: Mapping[str, str] = {
    "title": "Care assistant",
    "role_family": "care-worker",
    "description": "Help people to start the day.\nTea included.",
    "positions": "2",
    "place_kind": "site",
    "postcode": "ls11 5aa",
    "area": "",
    "essential_skills": "personal care\nteamwork",
    "optional_skills": "food hygiene",
    "shifts_all_required": "",
    "shifts_any_of": "mon-fri early\nsat-sun 14:00-22:00",
    "hours_min": "16",
    "hours_max": "37.5",
    "guaranteed_hours": "16",
    "contract": "permanent",
    "pay_min_gbp_per_hour": "£12.71",
    "pay_max_gbp_per_hour": "13.20",
    "pay_note": "",
    "dbs_level": "enhanced_barred",
    "driving_licence": "no",
    "vehicle": "no",
    "registration": "",
    "qualification": "",
    "experience_months": "none",
    "min_age": "18",
    "min_age_reason": "",
    "sex_required": "",
    "sex_reason": "",
    "contact": "Sam on 0113 496 0500",
    "apply_url": "www.example.org/apply",
    "opens": "1/12/2026",
    "closes": "14 December 2026",
}


def begun(client: FlaskClient) -> str:
    """The id of a new draft, begun by hand."""
    return _draft_id(client.post("/provider/vacancies/new/by-hand").location)


def pasted(client: FlaskClient, advert: str) -> str:
    """The id of a new draft, read from an advert."""
    return _draft_id(client.post("/provider/vacancies/new", data={"advert": advert}).location)


def checked(client: FlaskClient, draft_id: str) -> str:
    """The page of answers to check."""
    answer = client.get(f"/provider/drafts/{draft_id}/check")
    assert answer.status_code == 200, answer.text
    return answer.text


def publish(client: FlaskClient, draft_id: str, **answers: str) -> str:
    """Publish a draft, with what was still to be answered; where it leads to, or the page that says what is wrong."""
    answer = client.post(f"/provider/drafts/{draft_id}/check", data=answers)
    return answer.location or answer.text


def posted(client: FlaskClient, **answers: str) -> str:
    """The id of a vacancy that is posted with the answers of `FULL` and these instead."""
    draft_id = begun(client)
    for step in STEPS:
        data = {name: {**FULL, **answers}[name] for name in step.fields}
        answer = client.post(f"/provider/drafts/{draft_id}/steps/{step.slug}", data=data)
        assert answer.status_code == 302, answer.text
    address = publish(client, draft_id)
    assert address.startswith("/provider/vacancies/"), address
    return address.rpartition("/")[2]


def said(text: str) -> str:
    """The words of a page on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def steady(text: str) -> str:
    """A page without the tokens of its forms, which are new each time it is shown."""
    return re.sub(r'(name="csrf_token"[^>]*value=)"[^"]*"', r"\1", text)


def summary_of_errors(text: str) -> str:
    """The list of errors at the top of a page."""
    return text[text.index("error-summary") : text.index("<h1")]


def row(text: str, label: str) -> str:
    """What a list of facts says beside a label, in words."""
    found = re.search(rf'summary-list__key">{re.escape(label)}</dt>\s*<dd[^>]*>(.*?)</dd>', unescape(text), re.DOTALL)
    assert found is not None, f"nothing is said of {label}"
    return said(found[1])


def _draft_id(address: str) -> str:
    found = re.match(r"/provider/drafts/([A-Z0-9-]+)", address or "")
    assert found is not None, address
    return found[1]
