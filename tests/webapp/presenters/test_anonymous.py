"""Nothing a provider sees tells who somebody is, where they live or what checks they hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from posting import begun, checked, steady

from matcher.domain import (
    Contribution,
    DbsStatus,
    Gate,
    GateOutcome,
    Match,
    NearSkill,
    NotNow,
    RightToWork,
    SkillSplit,
    Vacancy,
)
from matcher.engine import Engine
from matcher.store import Person, Store
from webapp.presenters.anonymous import (
    anonymous_match,
    anonymous_not_now,
    codes,
    distance_band,
    minutes_band,
    not_now_count,
)

SECRET = "Zebedee of 1 Hidden Lane LS9 7TF 3.14159 km holds an enhanced check"


ASKED = ("C01", "C02", "C03")


def _met_halfway(store: Store, vacancy_id: str) -> None:
    """Three people are on the short list and asked to be introduced; one has declined, nobody has agreed."""
    for candidate_id in ASKED:
        store.chosen.add(vacancy_id, candidate_id, "Fits the team", None)
        made = store.introductions.ask(candidate_id, vacancy_id, "The provider", None)
    store.introductions.answer(made.id, "declined", None)


def _pages(client: FlaskClient, vacancy_id: str, people: Iterable[str] = ()) -> Iterator[str]:
    """Every page of a vacancy that its provider can open, and the pages of some people."""
    here = f"/provider/vacancies/{vacancy_id}"
    store = client.application.extensions["carematch"].store
    named = codes(client.application.config["SECRET_KEY"], store.vacancy(vacancy_id), store.candidate_ids())
    paged = [*_paged(client, f"{here}/candidates"), *_paged(client, f"{here}/candidates/not-now")]
    others = [here, f"{here}/shortlist", *(f"{here}/candidates/{named[person]}" for person in people)]
    answers = [client.get(address) for address in others]
    assert {answer.status_code for answer in answers} <= {200, 404}
    yield from (steady(unescape(text)) for text in (*paged, *(answer.text for answer in answers)))


def _paged(client: FlaskClient, address: str) -> Iterator[str]:
    number, n_pages = 1, 1
    while number <= n_pages:
        answer = client.get(f"{address}?page={number}")
        assert answer.status_code == 200
        n_pages = max([1, *(int(page) for page in re.findall(r"\?page=(\d+)", answer.text))])
        yield answer.text
        number += 1


def test_no_candidate_can_be_told_from_any_page_for_any_vacancy(client: FlaskClient, engine: Engine) -> None:
    store = engine.store
    assert store is not None
    for vacancy in store.vacancies():
        _tells_nothing("".join(_pages(client, vacancy.id)), vacancy, engine)


def test_asking_and_setting_aside_tell_nothing_before_somebody_agrees(client: FlaskClient, engine: Engine) -> None:
    store = engine.store
    assert store is not None
    _met_halfway(store, "V01")
    text = "".join(_pages(client, "V01", store.candidate_ids()))
    assert text.count(">Asked</strong>") >= len(ASKED)
    assert "Fits the team" in text
    _tells_nothing(text + steady(client.get("/provider/vacancies").text), store.vacancy("V01"), engine)


def test_the_count_while_posting_tells_nothing(client: FlaskClient, engine: Engine) -> None:
    store = engine.store
    assert store is not None
    draft_id = begun(client)
    client.post(f"/provider/drafts/{draft_id}/steps/role", data={"title": "Carer", "positions": "1"})
    client.post(f"/provider/drafts/{draft_id}/steps/needs", data={"driving_licence": "yes", "vehicle": "yes"})
    text = unescape(checked(client, draft_id))
    assert 'id="must-haves"' in text
    _tells_nothing(text, store.vacancy("V01"), engine)


def _tells_nothing(text: str, vacancy: Vacancy, engine: Engine) -> None:
    assert engine.store is not None
    candidates, people = engine.store.candidates(), engine.store.people()
    ranking = engine.match_vacancy(vacancy, candidates, k=100, as_of=date(2026, 11, 22))
    own = str(vacancy)  # what it says itself, such as the code of its own telephone
    assert [found for found in _tell_tales(candidates, people) if found in text and found not in own] == []
    assert [found for match in ranking.matches for found in _figures(match) if found in text] == []
    assert [gate.reason for match in ranking.matches for gate in match.gates if gate.reason in text] == []
    sentences = (part.reason for match in ranking.matches for part in match.contributions)
    assert [reason for reason in sentences if reason in text] == []
    assert [entry.because for entry in ranking.not_now if entry.because in text] == []


def _tell_tales(candidates, people: dict[str, Person]) -> list[str]:  # noqa: ANN001 - the store's candidates
    named = [part for person in people.values() for part in (person.name, person.contact) if part]
    words = [word for name in named for word in name.split() if len(word) > 3]
    places = [candidate.postcode for candidate in candidates if candidate.postcode]
    own_words = [candidate.about for candidate in candidates if candidate.about]
    ids = [f">{candidate.id}<" for candidate in candidates] + [f"/{candidate.id}" for candidate in candidates]
    return [*named, *words, *places, *(place.replace(" ", "") for place in places), *own_words, *ids]


def _figures(match: Match) -> list[str]:
    distance = [] if match.distance_km is None else [f"{match.distance_km:.1f} km", f"{match.distance_km:.3f}"]
    minutes = [] if match.travel_minutes is None else [f">{match.travel_minutes:.0f} minutes<"]
    return [*distance, *minutes, f"{match.score:.1f}", f"{match.score_low:.1f} to"]


@pytest.mark.parametrize("status", [*DbsStatus, None])
def test_the_status_of_a_check_changes_nothing_a_provider_sees(
    client: FlaskClient, store: Store, status: DbsStatus | None
) -> None:
    _met_halfway(store, "V01")
    before = list(_pages(client, "V01", ASKED))
    changed = [candidate.model_copy(update={"dbs_status": status}) for candidate in store.candidates()]
    store.upsert_candidates([(candidate, Person()) for candidate in changed])
    assert list(_pages(client, "V01", ASKED)) == before


def test_whether_the_right_to_work_is_limited_changes_nothing_a_provider_sees(
    client: FlaskClient, store: Store
) -> None:
    able = [candidate for candidate in store.candidates() if candidate.right_to_work is not RightToWork.NONE]
    _met_halfway(store, "V01")
    before = list(_pages(client, "V01", ASKED))
    for status in (RightToWork.LIMITED_TIME, RightToWork.TIED, RightToWork.UNLIMITED):
        store.upsert_candidates([(one.model_copy(update={"right_to_work": status}), Person()) for one in able])
        assert list(_pages(client, "V01", ASKED)) == before


def test_a_name_changes_nothing_a_provider_sees(client: FlaskClient, store: Store) -> None:
    _met_halfway(store, "V01")
    before = list(_pages(client, "V01", ASKED))
    store.upsert_candidates([(store.candidate("C01"), Person("Zebedee Hidden", "zebedee@example.org"))])
    assert list(_pages(client, "V01", ASKED)) == before


def test_whoever_is_out_by_a_check_is_counted_and_never_listed(client: FlaskClient) -> None:
    text = "".join(_pages(client, "V02"))
    assert set(re.findall(r"</span>: (.*?)</li>", text)) <= {
        "The journey is longer than they can make.",
        "The shifts do not fit the times they can work.",
    }
    assert "others cannot meet another condition of the role just now" in text or "others, or nobody," in text


@pytest.mark.parametrize(
    "check",
    [
        {"right_to_work": RightToWork.NONE},
        {"right_to_work": RightToWork.UNLIMITED},
        {"driving_licence": False},
        {"driving_licence": True},
    ],
)
def test_the_page_of_somebody_who_is_out_by_a_check_is_not_there(
    client: FlaskClient, store: Store, check: dict[str, object]
) -> None:
    asks = store.vacancy("V01").model_copy(update={"driving_licence": True})
    store.replace_vacancy(asks, instead_of=store.vacancy("V01"))
    able = {"right_to_work": RightToWork.UNLIMITED, "driving_licence": True}
    store.upsert_candidates([(store.candidate("C01").model_copy(update=able | check), Person())])
    code = codes(client.application.config["SECRET_KEY"], asks, ["C01"])["C01"]
    expected = 200 if (able | check) == able else 404
    assert client.get(f"/provider/vacancies/V01/candidates/{code}").status_code == expected
    assert code not in client.get("/provider/vacancies/V01/candidates/not-now").text


def test_moving_a_vacancy_tells_nothing_finer_than_the_district(client: FlaskClient, store: Store) -> None:
    """Two people of one district, whose sectors lie kilometres apart, are the same wherever the vacancy goes."""
    seen: dict[str, list[str]] = {}
    for home in ("LS17 5AA", "LS17 9AA"):
        settled = client.application.extensions["carematch"].settle_candidate(
            store.candidate("C01").model_copy(update={"postcode": home, "place": None})
        )
        store.upsert_candidates([(settled, Person())])
        seen[home] = [text for goal in ("LS17 5AA", "LS17 9AA", "LS8 1AA") for text in _moved(client, store, goal)]
    assert seen["LS17 5AA"] == seen["LS17 9AA"]


def _moved(client: FlaskClient, store: Store, postcode: str) -> Iterator[str]:
    before = store.vacancy("V01")
    engine = client.application.extensions["carematch"]
    after = engine.settle_vacancy(before.model_copy(update={"postcode": postcode, "place": None}))
    assert store.replace_vacancy(after, instead_of=before)
    yield from _pages(client, "V01", ["C01"])


def test_codes_change_when_the_vacancy_moves_or_asks_for_something_else() -> None:
    here = Vacancy(id="V01", postcode="LS8 1AA")
    there = [here.model_copy(update={"postcode": "LS9 7TF"}), here.model_copy(update={"driving_licence": True})]
    assert all(codes("key", one, ["C01"]) != codes("key", here, ["C01"]) for one in there)
    assert codes("key", here.model_copy(update={"title": "Carer"}), ["C01"]) == codes("key", here, ["C01"])


_KM = st.one_of(st.none(), st.floats(0, 400, allow_nan=False))
_MINUTES = st.one_of(st.none(), st.floats(0, 600, allow_nan=False))
_UNIT = st.floats(0, 1, allow_nan=False)


@st.composite
def _matches(draw: st.DrawFn) -> Match:
    """Matches whose every free text holds a secret."""
    features = draw(st.lists(st.sampled_from(["essential_skills", "travel", "pay", "text", "new"]), unique=True))
    parts = tuple(
        Contribution(name, value := draw(_UNIT), 10.0, 10 * value, draw(st.booleans()), SECRET, 0.0, 1.0)
        for name in features
    )
    gates = tuple(
        Gate(name, draw(st.sampled_from(GateOutcome)), SECRET, 21, 49.5, SECRET)
        for name in draw(st.lists(st.sampled_from(["dbs", "right_to_work", "place", "anything"]), unique=True))
    )
    split = SkillSplit((SECRET, "teamwork"), (NearSkill("personal care", SECRET, 0.5),), (SECRET,))
    score = draw(st.floats(0, 100, allow_nan=False))
    journey = draw(_KM), draw(_MINUTES)
    return Match(1, "V01", "zebedee", SECRET, SECRET, score, 0.0, 100.0, *journey, parts, gates, split, (SECRET,))


@given(_matches())
def test_no_sentence_of_the_engine_is_passed_on(bare_engine: Engine, match: Match) -> None:
    shown = str(anonymous_match(match, "7KQ4", bare_engine.taxonomy))
    assert not re.search("zebedee|hidden|LS9|3\\.14|enhanced|49", shown, re.IGNORECASE)


@given(_matches(), _KM, _MINUTES)
def test_two_journeys_of_one_band_look_the_same(
    bare_engine: Engine, match: Match, distance_km: float | None, minutes: float | None
) -> None:
    moved = replace(match, distance_km=distance_km, travel_minutes=minutes)
    same_bands = distance_band(distance_km) == distance_band(match.distance_km) and (
        minutes_band(minutes) == minutes_band(match.travel_minutes)
    )
    seen = [anonymous_match(one, "7KQ4", bare_engine.taxonomy) for one in (match, moved)]
    assert (seen[0] == seen[1]) == same_bands


@given(_matches())
def test_points_of_the_journey_are_nowhere(bare_engine: Engine, match: Match) -> None:
    shown = anonymous_match(match, "7KQ4", bare_engine.taxonomy)
    assert shown.score % 5 == 0
    assert abs(shown.score - match.score) <= 2.5
    assert all(strength.feature in {"essential_skills", "pay"} for strength in shown.strengths)
    assert {strength.word for strength in shown.strengths} <= {"Strong", "Good", "Some", "Little", "Not all known"}


_CHECKS = st.sampled_from(["dbs", "right_to_work", "driving_licence", "registration", "min_age"])


@given(st.lists(_CHECKS, min_size=1))
def test_whatever_check_blocks_nothing_is_said_of_that_person(gates: list[str]) -> None:
    assert anonymous_not_now(_out(gates), "7KQ4") is None


@given(st.lists(st.lists(_CHECKS, min_size=1), max_size=30), st.lists(st.sampled_from(["place", "shifts"]), max_size=5))
def test_those_out_by_a_check_are_counted_in_fives(by_checks: list[list[str]], others: list[str]) -> None:
    out = not_now_count([*map(_out, by_checks), *(_out([gate]) for gate in others)])
    assert len(out.listed) == len(others)
    assert out.others % 5 == 0
    assert out.others <= len(by_checks) < out.others + 5


def _out(gates: list[str]) -> NotNow:
    blocked = tuple(Gate(name, GateOutcome.BLOCKED, SECRET) for name in gates)
    return NotNow("V01", "zebedee", SECRET, SECRET, SECRET, blocked)


@pytest.mark.parametrize(
    ("distance_km", "band"),
    [
        (None, "Distance not known"),
        (0.0, "Under 2 km"),
        (1.99, "Under 2 km"),
        (2.0, "2 to 5 km"),
        (5.0, "5 to 10 km"),
        (10.0, "10 to 20 km"),
        (20.0, "Over 20 km"),
    ],
)
def test_distances_are_in_five_bands(distance_km: float | None, band: str) -> None:
    assert distance_band(distance_km) == band


def test_a_code_stays_for_a_vacancy_and_differs_for_the_next() -> None:
    assert codes("key", Vacancy(id="V01"), ["C01", "C02"])["C01"] == codes("key", Vacancy(id="V01"), ["C01"])["C01"]
    assert codes("key", Vacancy(id="V01"), ["C01"]) != codes("key", Vacancy(id="V02"), ["C01"])
    assert codes("key", Vacancy(id="V01"), ["C01"]) != codes("another key", Vacancy(id="V01"), ["C01"])


def test_codes_tell_ten_thousand_candidates_apart() -> None:
    made = codes("key", Vacancy(id="V01"), [f"C{number}" for number in range(10_000)])
    assert len(set(made.values())) == 10_000
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{4,12}", code) for code in made.values())


def test_ids_that_run_together_alike_get_codes_of_their_own() -> None:
    assert codes("key", Vacancy(id="V1"), ["|2C"]) != codes("key", Vacancy(id="V1|"), ["2C"])
    assert codes("key", Vacancy(id="V1|2"), ["C"])["C"] != codes("key", Vacancy(id="V1"), ["2|C"])["2|C"]
