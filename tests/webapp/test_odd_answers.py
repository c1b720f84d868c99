"""Whatever is sent to the pages where advisors write things down, the answer is a page or a refusal, never a fault."""

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from matcher.domain import Outcome, Stage
from matcher.store import Store

ODD = (
    "", " ", "\t\n", "x" * 3000, "\x00", "-1", "9" * 400, "1e999", "NaN", "31/2/2026", "0000-00-00", "9999-12-31",
    "1/1/0001", "<b>", "'; DROP TABLE people; --", "𝔘𝔫𝔦", "\u202eabc", "|", "=|=", "a|b|c", "; ; ;", "advisor:1e3",
)  # fmt: skip
FORMS = {
    "/advisor/new": ("name", "contact"),
    "/advisor/candidates/C01/change/person": ("name", "contact"),
    "/advisor/candidates/C01/change/travel": ("postcode", "travel_mode", "max_travel_minutes", "driving_licence"),
    "/advisor/candidates/C01/change/background": ("prior_occupation", "experience_months", "prior_sector", "about"),
    "/advisor/candidates/C01/change/skills": ("skills", "meant", "told"),
    "/advisor/candidates/C01/change/times": ("usual_times", "shifts", "hours_min", "pay_min_gbp_per_hour",
                                             "available_from"),
    "/advisor/candidates/C01/change/checks": ("age_band", "right_to_work", "dbs_status"),
    "/advisor/candidates/C01/change/qualifications": ("qualifications", "registrations"),
    "/advisor/candidates/C01/refer/V01": ("reason", "next_action", "next_date", "again"),
    "/advisor/candidates/C01/referrals/V01": ("stage", "reached_on", "back"),
    "/advisor/candidates/C01/referrals/V01/remove": ("stage", "back"),
    "/advisor/candidates/C01/referrals/V01/next": ("next_action", "next_date", "step"),
    "/advisor/candidates/C01/introductions/V01": ("answer",),
    "/advisor/candidates/C01/look-again": ("answer",),
    "/advisor/candidates/C01/assign": ("to",),
    "/advisor/candidates/C01/shortlist": ("vacancy", "action", "page", "back"),
    "/advisor/cohort": ("person", "who"),
}  # fmt: skip


@pytest.mark.parametrize("address", list(FORMS))
def test_no_answer_is_a_fault(client: FlaskClient, store: Store, address: str) -> None:
    store.add_referral("C01", "V01", "Jo", "kind", "ring")
    store.upsert_outcomes([Outcome("C01", "V01", Stage.REFERRED)])
    store.introductions.ask("C01", "V01", "Roundhay Lodge", None)
    store.look_agains.ask("C01", None, "Please")
    names = FORMS[address]
    for odd in ODD:
        sent = MultiDict([(name, odd) for name in names for _ in range(2)])
        assert client.post(address, data=sent).status_code < 500, (address, odd)


@pytest.mark.parametrize(
    "address", ["/advisor/referrals", "/advisor/check-ins", "/advisor/cohort", "/advisor/candidates/C01/referrals/V01"]
)
def test_no_query_is_a_fault(client: FlaskClient, store: Store, address: str) -> None:
    store.add_referral("C01", "V01", "Jo", "kind", "ring")
    for odd in ODD:
        query = {name: [odd, odd] for name in ("page", "whose", "next", "stage", "district", "team")}
        assert client.get(address, query_string=query).status_code < 500, (address, odd)
