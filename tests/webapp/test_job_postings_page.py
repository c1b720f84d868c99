"""The advert in a public vacancy page as schema.org's JobPosting: whole, safe, and read back by our own importer."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from matcher.domain import Contract, PlaceKind, Vacancy
from matcher.engine import Engine
from matcher.importers.job_postings import import_job_postings
from matcher.importers.summary import ImportContext
from matcher.store import Store
from matcher.text.plain import without_contacts
from webapp.presenters.job_posting import job_posting

AS_OF = date(2026, 11, 22)
# https://developers.google.com/search/docs/appearance/structured-data/job-posting, as of 2026.
REQUIRED = {"title", "description", "datePosted", "hiringOrganization", "jobLocation"}
EMPLOYMENT = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
# Properties of https://schema.org/JobPosting and of Thing that we use.
KNOWN = REQUIRED | {
    "@context", "@type", "applicationContact", "baseSalary", "directApply", "employmentType", "experienceRequirements",
    "identifier", "jobBenefits", "qualifications", "sameAs", "skills", "totalJobOpenings", "validThrough", "workHours",
}  # fmt: skip
WHOLE = Vacancy(
    id="V1",
    provider="Larkrigg House",
    title="Care assistant",
    description="Help people to wash & dress.\nOn earlies.\n\nWe teach the job.",
    place_kind=PlaceKind.SITE,
    postcode="LS14 6UE",
    positions=3,
    essential_skills=("personal-care", "teamwork"),
    hours_min=30,
    hours_max=37.5,
    guaranteed_hours=30,
    contract=Contract.PERMANENT,
    pay_min_gbp_per_hour=12.9,
    pay_max_gbp_per_hour=13.4,
    dbs_level="enhanced_barred",
    driving_licence=True,
    vehicle=False,
    registration="nmc-nurse",
    experience_months=6,
    contact="Ruth Ainley, 0113 496 0998",
    apply_url="https://larkrigg.example.org/v1",
    opens=date(2026, 11, 1),
    closes=date(2027, 1, 15),
)


def posting_of(vacancy: Vacancy, engine: Engine) -> dict[str, object]:
    posting = job_posting(vacancy, engine.taxonomy, as_of=AS_OF)
    assert posting is not None
    return posting


def in_page(client: FlaskClient, vacancy_id: str) -> dict[str, object] | None:
    answer = client.get(f"/vacancies/{vacancy_id}")
    assert answer.status_code == 200
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', answer.text, re.DOTALL)
    return json.loads(found[0]) if found else None


def test_every_required_property_is_there_and_none_that_schema_org_does_not_know(bare_engine: Engine) -> None:
    posting = posting_of(WHOLE, bare_engine)
    assert posting.keys() >= REQUIRED
    assert posting.keys() <= KNOWN
    assert (posting["@context"], posting["@type"]) == ("https://schema.org", "JobPosting")
    assert posting["hiringOrganization"] == {"@type": "Organization", "name": "Larkrigg House"}
    assert posting["identifier"] == {"@type": "PropertyValue", "name": "Larkrigg House", "value": "V1"}
    assert posting["directApply"] is False
    assert date.fromisoformat(str(posting["datePosted"])) == WHOLE.opens
    assert str(posting["validThrough"]).startswith("2027-01-15T")


def test_pay_is_by_the_hour_in_pounds(bare_engine: Engine) -> None:
    assert posting_of(WHOLE, bare_engine)["baseSalary"] == {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {"@type": "QuantitativeValue", "minValue": 12.9, "maxValue": 13.4, "unitText": "HOUR"},
    }
    one = WHOLE.model_copy(update={"pay_max_gbp_per_hour": 12.9})
    assert posting_of(one, bare_engine)["baseSalary"]["value"]["value"] == 12.9  # type: ignore[index]


@pytest.mark.parametrize("contract", [*Contract, None])
def test_the_kind_of_employment_is_one_that_search_engines_know(bare_engine: Engine, contract: Contract | None) -> None:
    kinds = posting_of(WHOLE.model_copy(update={"contract": contract}), bare_engine)["employmentType"]
    assert set(kinds) <= EMPLOYMENT  # type: ignore[call-overload]


@pytest.mark.parametrize(("hours", "kind"), [(37.5, "FULL_TIME"), (35, "FULL_TIME"), (34.5, "PART_TIME")])
def test_a_full_week_is_35_hours(bare_engine: Engine, hours: float, kind: str) -> None:
    vacancy = WHOLE.model_copy(update={"hours_max": hours, "hours_min": None})
    assert posting_of(vacancy, bare_engine)["employmentType"] == [kind]


def test_a_round_names_its_districts_and_claims_no_work_from_home(bare_engine: Engine) -> None:
    vacancy = WHOLE.model_copy(
        update={"place_kind": PlaceKind.ROUND, "postcode": None, "area": ("LS9", "LS14"), "place": None}
    )
    posting = posting_of(vacancy, bare_engine)
    codes = [place["address"]["postalCode"] for place in posting["jobLocation"]]  # type: ignore[attr-defined]
    assert codes == ["LS9", "LS14"]
    assert not posting.keys() & {"applicantLocationRequirements", "jobLocationType"}


@pytest.mark.parametrize("kind", [PlaceKind.CLIENT_HOME, PlaceKind.LIVE_IN])
def test_somebodys_own_home_is_not_told_to_search_engines(bare_engine: Engine, kind: PlaceKind) -> None:
    posting = posting_of(WHOLE.model_copy(update={"place_kind": kind}), bare_engine)
    assert posting["jobLocation"][0]["address"]["postalCode"] == "LS14"  # type: ignore[index]
    assert "6UE" not in json.dumps(posting)


@pytest.mark.parametrize("blank", ["title", "description", "opens", "provider", "postcode"])
def test_what_is_required_and_not_known_is_never_made_up(bare_engine: Engine, blank: str) -> None:
    assert job_posting(WHOLE.model_copy(update={blank: None}), bare_engine.taxonomy, as_of=AS_OF) is None


def test_a_description_is_html_in_which_nothing_typed_is_a_tag(bare_engine: Engine) -> None:
    vacancy = WHOLE.model_copy(update={"description": "Call <b>now</b> & ask.\n\nTwo"})
    assert posting_of(vacancy, bare_engine)["description"] == (
        "<p>Call &lt;b&gt;now&lt;/b&gt; &amp; ask.</p><p>Two</p>"
    )


def test_no_text_of_a_vacancy_gets_out_of_the_script_it_stands_in(store: Store, client: FlaskClient) -> None:
    evil = "</script><script>alert(1)</script>\u2028<!--"
    update = {"title": evil, "provider": evil, "description": evil, "contact": evil, "opens": date(2026, 11, 1)}
    store.upsert_vacancies([store.vacancy("V01").model_copy(update=update)])
    text = client.get("/vacancies/V01").text
    assert text.count("<script") == text.count("</script") == 1
    assert "<!--" not in text.split("application/ld+json", 1)[1].split("</script>", 1)[0]
    posting = in_page(client, "V01")
    assert posting is not None
    assert posting["title"] == evil


def test_the_importer_reads_an_advert_back_to_the_same_facts(
    bare_engine: Engine, store: Store, client: FlaskClient, tmp_path: Path
) -> None:
    store.upsert_vacancies([WHOLE.model_copy(update={"place": bare_engine.gazetteer.locate("LS14 6UE")})])
    ids = [one.id for one in store.vacancies() if client.get(f"/vacancies/{one.id}").status_code == 200]
    postings = {one: posting for one in ids if (posting := in_page(client, one)) is not None}
    assert "V1" in postings
    back = read_back(list(postings.values()), bare_engine, tmp_path)
    assert [facts(back[one]) for one in postings] == [facts(store.vacancy(one)) for one in postings]
    terms = ("contract", "dbs_level", "driving_licence", "vehicle", "registration", "experience_months", "hours_min",
             "hours_max", "guaranteed_hours")  # fmt: skip
    assert {name: getattr(back["V1"], name) for name in terms} == {name: getattr(WHOLE, name) for name in terms}
    assert set(WHOLE.essential_skills or ()) <= set(back["V1"].essential_skills or ())


def facts(vacancy: Vacancy) -> dict[str, object]:
    """What an advert states in fields of its own, so that nothing has to be read out of words."""
    names = ("title", "provider", "positions", "pay_min_gbp_per_hour", "pay_max_gbp_per_hour", "opens", "closes",
             "contact", "apply_url")  # fmt: skip
    kept = {name: getattr(vacancy, name) for name in names}
    district = (vacancy.area or [str(vacancy.postcode)])[0].split()[0]
    return {**kept, "description": without_contacts(vacancy.description or ""), "district": district}


def read_back(postings: list[object], engine: Engine, folder: Path) -> dict[str, Vacancy]:
    path = folder / "postings.json"
    path.write_text(json.dumps(postings), encoding="utf-8")
    other = Store(f"sqlite:///{folder}/other.db")
    other.migrate()
    context = ImportContext(other, engine.taxonomy, engine.gazetteer, folder / "rejected.csv")
    assert import_job_postings(path, context, as_of=AS_OF).rejected == 0
    found = {one.id: one for one in other.vacancies()}
    other.close()
    return found
