"""Which vacancies wait for a person, on both databases."""

import pytest

from matcher.domain import AccountRole, Vacancy
from matcher.errors import NotFoundError
from matcher.store import Store
from matcher.store.standings import Standing

PLAIN = Vacancy(id="V1")
AGED = Vacancy(id="V2", min_age=21, min_age_reason="the insurer's")
OF_A_SEX = Vacancy(id="V3")


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_vacancies([PLAIN, AGED, OF_A_SEX])
    return store


def test_a_vacancy_that_was_imported_is_posted_by_nobody(store: Store) -> None:
    assert store.standings.get("V1") == Standing("V1")
    assert store.standings.all() == {}


def test_a_standing_of_a_vacancy_that_is_not_stored_is_refused(store: Store) -> None:
    for call in (lambda: store.standings.get("V9"), lambda: store.standings.review("V9", "approved", None)):
        with pytest.raises(NotFoundError, match="'V9'"):
            call()


@pytest.mark.parametrize("age", [None, 16, 18])
def test_an_age_up_to_18_holds_nothing(age: int | None) -> None:
    assert not Standing("V1").is_held(Vacancy(id="V1", min_age=age))


@pytest.mark.parametrize(
    ("review", "is_held"), [("waiting", True), ("sent_back", True), ("approved", False), (None, False)]
)
def test_words_that_wait_hold_a_vacancy_whose_fields_ask_for_nothing(review: str | None, is_held: bool) -> None:
    assert Standing("V1", review=review).is_held(PLAIN) == is_held


def test_an_age_above_18_or_a_sex_holds_a_vacancy_until_it_is_approved(store: Store) -> None:
    store.standings.post("V3", None, "female", "personal care at home")
    everything = [PLAIN, AGED, OF_A_SEX]
    assert store.standings.without_held(everything) == [PLAIN]
    store.standings.review("V2", "approved", None)
    store.standings.review("V3", "sent_back", None, "say which tasks")
    assert store.standings.without_held(everything) == [PLAIN, AGED]


def test_a_review_keeps_who_said_what_and_what_was_required(store: Store) -> None:
    reviewer = store.accounts.add("a@example.org", "A", AccountRole.ADMIN)
    store.standings.post("V3", reviewer.id, "female", "personal care at home")
    store.standings.review("V3", "sent_back", reviewer.id, "say which tasks")
    standing = store.standings.get("V3")
    assert (standing.review, standing.review_note, standing.reviewed_by) == (
        "sent_back",
        "say which tasks",
        reviewer.id,
    )
    assert (standing.posted_by, standing.sex_required, standing.sex_reason) == (
        reviewer.id, "female", "personal care at home",
    )  # fmt: skip
    assert standing.reviewed_at is not None
    assert standing.reviewed_at.tzinfo is not None


def test_posting_again_has_to_be_looked_at_again(store: Store) -> None:
    store.standings.review("V2", "approved", None, "fine")
    store.standings.post("V2", None)
    assert store.standings.all()["V2"] == Standing("V2")
    assert store.standings.without_held([AGED]) == []


def test_a_standing_goes_with_its_vacancy(store: Store) -> None:
    store.standings.review("V2", "approved", None)
    store.remove(vacancies=["V2"])
    assert store.standings.all() == {}


@pytest.mark.parametrize("review", ["waiting", "sent_back", "approved", None])
def test_the_ids_that_wait_are_those_that_are_left_out(store: Store, review: str | None) -> None:
    store.standings.post("V3", None, "female", "personal care at home")
    if review is not None:
        for vacancy_id in ("V1", "V2", "V3"):
            store.standings.review(vacancy_id, review, None)
    shown = {one.id for one in store.standings.without_held(store.vacancies())}
    assert store.standings.held_ids() == store.vacancy_ids() - shown
