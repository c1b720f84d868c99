"""PostgreSQL as the store of two web processes: what one is told, the other shows at once, and jobs are done once."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from web_processes import Web, wait_until

from matcher.domain import AccountRole, Candidate, PlaceKind, Vacancy
from matcher.store import Person, Store
from matcher.store.tokens import SCOPES

PASSWORD = "teapot-ladder-harbour"
NIGHTS = {"title": "Night carer", "place_kind": "site", "postcode": "LS9 7TF", "essential_skills": ["personal care"]}


@pytest.fixture
def store(store: Store) -> Store:
    """Ann in Leeds, two vacancies that suit her less than another could, an advisor and a provider."""
    ann = Candidate(id="C1", postcode="LS9 7TF", skills=("personal care",))
    store.upsert_candidates([(ann, Person("Ann"))])
    far = {
        "provider": "Elm House",
        "place_kind": PlaceKind.SITE,
        "postcode": "BD1 1HU",
        "essential_skills": ("cooking",),
    }
    store.upsert_vacancies([Vacancy(id=one, title=f"Cook {one}", **far) for one in ("V1", "V2")])
    store.accounts.add("priya@example.org", "Priya", AccountRole.ADVISOR, password=PASSWORD)
    return store


@pytest.fixture
def key(store: Store) -> str:
    account = store.accounts.add("joy@example.org", "Joy", AccountRole.PROVIDER, provider="Elm House")
    return store.tokens.make(account.id, "Rota system", SCOPES)[1]


@pytest.fixture
def webs(store: Store, tmp_path: Path) -> Iterator[tuple[Web, Web]]:
    pair = Web(store.url, tmp_path / "one"), Web(store.url, tmp_path / "other")
    try:
        for web in pair:
            wait_until(web.is_up, "A web process")
        yield pair
    finally:
        for web in pair:
            web.stop()


def ranked_for_ann(web: Web) -> list[str]:
    return re.findall(
        r'\d+\.</span> <a class="govuk-link" href="/advisor/vacancies/(\w+)"', web.page("/advisor/candidates/C1")
    )


def ranking_jobs(store: Store) -> list[dict[str, object]]:
    """What came of the jobs that rank lists, in their order."""
    with store.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT result FROM jobs WHERE kind = 'lists' ORDER BY made_at")
        return [row[0] for row in rows]


@pytest.mark.parametrize("database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True)
def test_a_vacancy_posted_to_one_process_is_ranked_by_the_other_until_it_is_withdrawn(
    store: Store, key: str, webs: tuple[Web, Web]
) -> None:
    one, other = webs
    for web in webs:
        web.sign_in("priya@example.org", PASSWORD)
        assert ranked_for_ann(web) == ["V1", "V2"]
    wait_until(lambda: store.lists.of_candidate("C1"), "The first ranking")
    assert one.call(key, "POST", "/vacancies", {"id": "NEW1", **NIGHTS})[0] == 201
    assert ranked_for_ann(other) == ["NEW1", "V1", "V2"]
    assert "Night carer" in other.page("/vacancies")
    status, shown, etag = other.call(key, "GET", "/vacancies/NEW1")
    assert (status, shown["title"]) == (200, "Night carer")
    assert [match["rank"] for match in other.call(key, "GET", "/vacancies/NEW1/matches")[1]["matches"]] == [1]
    wait_until(lambda: "NEW1" in listed(store), "Its place in the stored list")
    assert listed(store) == ["NEW1", "V1", "V2"]
    yesterday = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011 - as the processes judge
    withdrawn = {"closes": yesterday}
    assert ranked_for_ann(one) == ["NEW1", "V1", "V2"]
    assert other.call(key, "PATCH", "/vacancies/NEW1", withdrawn, **{"If-Match": etag})[0] == 200
    assert ranked_for_ann(one) == ["V1", "V2"]
    assert "Night carer" not in one.page("/vacancies")
    wait_until(lambda: "NEW1" not in listed(store), "Its leaving the stored list")
    wait_until(lambda: not store.jobs.open("lists"), "The end of the last job")
    done = [job["everything"] for job in ranking_jobs(store)]
    assert done == [True, False, False], "each was done once, by one of the two workers"


def listed(store: Store) -> list[str]:
    kept = store.lists.of_candidate("C1")
    return [vacancy_id for vacancy_id, _ in kept.entries] if kept else []
