from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from storing import written

from matcher.domain import Candidate, Place, PlacePrecision, format_evidence
from matcher.errors import NotFoundError
from matcher.store import Counts, Person, Store
from strategies import candidates

NOBODY = Person()
ANA = Person("Ana Example", "07700 900000")
FULL = Candidate(
    id="C1",
    postcode="LS9 7TF",
    place=Place("LS9 7TF", 53.80688, -1.52036, 431684.0, 434616.0, PlacePrecision.POSTCODE, 0.0, "England", 1, "note"),
    age_band="21-plus",
    prior_occupation="shop assistant",
    prior_sector="retail; unpaid caring",
    experience_months=0,
    skills="customer service; food hygiene",
    unlinked_skills="juggling",
    qualifications=(),
    shifts="mon-fri early; sat-sun 14:00-22:00",
    travel_mode="bus",
    driving_licence=False,
    hours_min=0,
    hours_max=37.5,
    pay_min_gbp_per_hour=12.71,
    dbs_status="none",
    right_to_work="not_stated",
    available_from=date(2026, 11, 30),
)


def stored(store: Store, candidate: Candidate, person: Person = NOBODY) -> Counts:
    return store.upsert_candidates([(candidate, person)])


def changed(record: Any, **values: Any) -> Any:
    return type(record)(**{**{name: getattr(record, name) for name in record.model_fields_set}, **values})


def test_a_candidate_comes_back_as_it_was_stored(store: Store) -> None:
    assert stored(store, FULL) == Counts(added=1)
    assert store.candidate("C1") == FULL


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(candidate=candidates())
def test_any_candidate_comes_back_as_it_was_stored(store: Store, candidate: Candidate) -> None:
    sent = written(candidate, "shifts")
    with store.session() as session:
        session.execute(sa.text("DELETE FROM candidates"))
    stored(store, sent)
    assert store.candidate(sent.id) == sent


def test_a_candidate_with_nothing_but_an_id_is_stored(store: Store) -> None:
    stored(store, Candidate(id="C2"))
    assert store.candidate("C2") == Candidate(id="C2")
    assert store.person("C2") == Person()


def test_known_to_have_no_skills_is_not_the_same_as_never_asked(store: Store) -> None:
    stored(store, Candidate(id="asked", skills=()))
    stored(store, Candidate(id="not asked"))
    assert store.candidate("asked").skills == ()
    assert store.candidate("not asked").skills is None


def test_storing_the_same_again_changes_nothing(store: Store) -> None:
    stored(store, FULL, ANA)
    assert stored(store, FULL, ANA) == Counts(unchanged=1)


def test_a_sparse_record_blanks_nothing(store: Store) -> None:
    stored(store, FULL, ANA)
    assert stored(store, Candidate(id="C1", skills=()), Person(None, "")) == Counts(unchanged=1)
    assert store.candidate("C1") == FULL
    assert store.person("C1") == ANA


def test_a_filled_field_replaces_what_stood_there(store: Store) -> None:
    stored(store, FULL)
    assert stored(store, Candidate(id="C1", travel_mode="car", driving_licence=True)) == Counts(updated=1)
    assert store.candidate("C1") == changed(FULL, travel_mode="car", driving_licence=True)


def test_a_change_of_name_alone_counts_as_one_update(store: Store) -> None:
    stored(store, FULL, ANA)
    assert stored(store, FULL, Person("Ana Changed")) == Counts(updated=1)
    assert store.person("C1") == Person("Ana Changed", ANA.contact)


def test_somebody_who_is_replaced_is_as_the_new_record_says_blanks_and_all(store: Store) -> None:
    stored(store, FULL, ANA)
    bare = Candidate(id="C1", travel_mode="car", skills=())
    assert store.replace_candidate(bare, Person("Ana")) == Counts(updated=1)
    assert (store.candidate("C1"), store.person("C1")) == (bare, Person("Ana"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(candidate=candidates())
def test_anybody_can_be_replaced_by_anybody_of_their_id(store: Store, candidate: Candidate) -> None:
    stored(store, FULL, ANA)
    sent = written(candidate, "shifts").model_copy(update={"id": "C1"})
    store.replace_candidate(sent, NOBODY)
    assert (store.candidate("C1"), store.person("C1")) == (sent, NOBODY)


def test_replacing_somebody_by_themselves_changes_nothing(store: Store) -> None:
    stored(store, FULL, ANA)
    assert store.replace_candidate(store.candidate("C1"), ANA) == Counts(unchanged=1)


def test_replacing_somebody_whom_nobody_has_named_names_nobody(store: Store) -> None:
    stored(store, FULL)
    assert store.replace_candidate(FULL, NOBODY) == Counts(unchanged=1)
    assert store.people() == {}


def test_replacing_what_is_known_leaves_who_they_are(store: Store) -> None:
    stored(store, FULL, ANA)
    assert store.replace_candidate(Candidate(id="C1")) == Counts(updated=1)
    assert (store.candidate("C1"), store.person("C1")) == (Candidate(id="C1"), ANA)


def test_nobody_is_added_by_replacing_them(store: Store) -> None:
    stored(store, FULL)
    with pytest.raises(NotFoundError, match="alike are C1"):
        store.replace_candidate(Candidate(id="C2"), ANA)


def test_one_id_twice_in_one_call_is_one_candidate(store: Store) -> None:
    pairs = [(FULL, ANA), (Candidate(id="C1", about="likes mornings"), Person())]
    assert store.upsert_candidates(pairs) == Counts(added=1, updated=1)
    assert store.candidate("C1") == changed(FULL, about="likes mornings")


def test_somebody_who_moved_leaves_the_old_place_behind(store: Store) -> None:
    stored(store, FULL)
    stored(store, Candidate(id="C1", postcode="DH1 3LE"))
    assert store.candidate("C1").place is None


def test_a_less_exact_place_does_not_replace_an_exact_one(store: Store) -> None:
    stored(store, FULL)
    rough = Place("LS9 7TF", 53.8, -1.5, 432000.0, 434000.0, PlacePrecision.SECTOR, 0.7, "England", 1, "Approximate")
    assert stored(store, Candidate(id="C1", postcode="ls97tf", place=rough)).added == 0
    assert store.candidate("C1").place == FULL.place


def test_skills_no_term_fits_go_with_the_skills_they_were_read_beside(store: Store) -> None:
    stored(store, FULL)
    stored(store, Candidate(id="C1", skills="juggling"))
    assert store.candidate("C1").unlinked_skills == ()


def test_candidates_come_sorted_by_id(store: Store) -> None:
    for name in ("b", "a", "C10", "C9", "ä"):
        stored(store, Candidate(id=name))
    assert [candidate.id for candidate in store.candidates()] == sorted(["b", "a", "C10", "C9", "ä"])


def test_people_are_read_apart_by_id(store: Store) -> None:
    stored(store, FULL, ANA)
    stored(store, Candidate(id="C2"))
    assert store.people() == {"C1": ANA}


def test_reading_candidates_never_touches_the_table_of_people(store: Store) -> None:
    stored(store, FULL, ANA)
    statements: list[str] = []
    sa.event.listen(store._engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    store.candidates()
    store.candidate("C1")
    assert len(statements) >= 2
    assert not any("people" in statement for statement in statements)


def test_an_unknown_id_names_three_that_look_like_it(store: Store) -> None:
    for name in ("C001", "C002", "C003", "X999"):
        stored(store, Candidate(id=name))
    with pytest.raises(NotFoundError, match="No candidate 'C0001' is stored") as caught:
        store.candidate("C0001")
    assert "C001" in str(caught.value)
    assert "X999" not in str(caught.value)


def test_asking_who_an_unknown_candidate_is_says_so(store: Store) -> None:
    with pytest.raises(NotFoundError, match="none is stored yet"):
        store.person("C1")


def test_deleting_a_candidate_deletes_who_they_are(store: Store) -> None:
    stored(store, FULL, ANA)
    with store.session() as session:
        session.execute(sa.text("DELETE FROM candidates"))
    assert store.people() == {}


def test_stored_hours_give_way_where_a_newer_record_contradicts_them(store: Store) -> None:
    stored(store, FULL)
    assert stored(store, Candidate(id="C1", hours_min=40)) == Counts(updated=1)
    assert store.candidate("C1") == changed(FULL, hours_min=40, hours_max=None)


@pytest.mark.parametrize(
    ("again", "kept"),
    [
        ({"skills": "cooking; first aid"}, ["cooking: practised 2019-12", "first aid: certified 2020-12"]),
        ({"skills": "cooking"}, ["cooking: practised 2019-12"]),
        ({"skills": "cooking", "skill_evidence": "cooking: practised 2024"}, ["cooking: practised 2024-12"]),
        ({"about": "New words."}, ["cooking: practised 2019-12", "first aid: certified 2020-12"]),
        ({"skills": "knitting"}, []),
    ],
)
def test_evidence_belongs_to_its_skill_when_a_record_comes_again(
    store: Store, again: dict[str, Any], kept: list[str]
) -> None:
    evidence = "cooking: practised 2019; first aid: certified 2020"
    stored(store, Candidate(id="C1", skills="cooking; first aid", skill_evidence=evidence))
    stored(store, Candidate(id="C1", **again))
    assert [format_evidence(shown) for shown in store.candidate("C1").skill_evidence] == kept
