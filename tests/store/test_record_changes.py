"""The log of changes, on both databases: what is noted, and that whoever reads it misses nothing."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain import Candidate, Place, PlacePrecision, Vacancy
from matcher.errors import NotFoundError
from matcher.store import Person, Store
from matcher.store.record_changes import MOST_NAMED, note_many
from matcher.store.standings import Posted

ELSEWHERE = Place("LS9", 53.79, -1.52, 431_700.0, 433_500.0, PlacePrecision.SECTOR, 0.4, "England")
AGED = Vacancy(id="V2", min_age=21, min_age_reason="Drives the minibus")
FEMALE = Posted(by=None, sex_required="female", sex_reason="Personal care")


class Elsewhere:
    """A gazetteer that knows one place."""

    def locate(self, _text: str) -> Place:
        return ELSEWHERE


@pytest.fixture
def store(store: Store) -> Store:
    """Two people and two vacancies; one of each has a postcode."""
    store.upsert_candidates([(Candidate(id="C1", postcode="LS9 7TF"), Person("Ann")), (Candidate(id="C2"), Person())])
    store.upsert_vacancies([Vacancy(id="V1", title="Care assistant", postcode="LS8 1AA"), AGED])
    return store


def noted_by(store: Store, act: Callable[[], object]) -> set[tuple[str, str | None]]:
    before = store.changes.last()
    act()
    return {(change.kind, change.record_id) for change in store.changes.since(before)}


WRITES: dict[str, tuple[Callable[[Store], object], set[tuple[str, str | None]]]] = {
    "a new candidate": (lambda s: s.upsert_candidates([(Candidate(id="C3"), Person())]), {("candidate", "C3")}),
    "a candidate who says more": (
        lambda s: s.upsert_candidates([(Candidate(id="C1", about="Cooks"), Person()), (Candidate(id="C2"), Person())]),
        {("candidate", "C1")},
    ),
    "an answer taken back": (lambda s: s.replace_candidate(Candidate(id="C1")), {("candidate", "C1")}),
    "a new vacancy": (lambda s: s.add_vacancy(Vacancy(id="V3"), FEMALE), {("vacancy", "V3")}),
    "a vacancy that is changed": (
        lambda s: s.replace_vacancy(Vacancy(id="V2", min_age=18), AGED),
        {("vacancy", "V2")},
    ),
    "a vacancy whose words are flagged": (
        lambda s: s.upsert_vacancies([], {"V1": Posted(None, is_flagged=True)}),
        {("vacancy", "V1")},
    ),
    "a vacancy that is approved": (lambda s: s.standings.review("V2", "approved", None), {("vacancy", "V2")}),
    "somebody hidden": (lambda s: s.cases.set_hidden("C2", hidden=True), {("candidate", "C2")}),
    "somebody who is not shared": (lambda s: s.cases.set_shared("C1", shared=False), {("candidate", "C1")}),
    "records taken out": (
        lambda s: s.remove(candidates=["C1", "C9"], vacancies=["V2"], providers=["P1"]),
        {("candidate", "C1"), ("vacancy", "V2")},
    ),
    "somebody who is deleted with their account": (lambda s: s.about.forget("C2", None), {("candidate", "C2")}),
    "places looked up again": (lambda s: s.refresh_places(Elsewhere()), {("candidate", "C1"), ("vacancy", "V1")}),
}


@pytest.mark.parametrize("name", WRITES)
def test_every_way_to_write_is_noted_by_whom_it_wrote(store: Store, name: str) -> None:
    act, expected = WRITES[name]
    assert noted_by(store, lambda: act(store)) == expected


NO_CHANGES: dict[str, Callable[[Store], object]] = {
    "the same candidates": lambda s: s.upsert_candidates([(one, Person()) for one in s.candidates()]),
    "the same vacancies": lambda s: s.upsert_vacancies(s.vacancies()),
    "a vacancy replaced by itself": lambda s: s.replace_vacancy(s.vacancy("V1"), s.vacancy("V1")),
    "a vacancy under an id that is taken": lambda s: s.add_vacancy(Vacancy(id="V1", title="Another")),
    "how somebody is called": lambda s: s.upsert_candidates([(Candidate(id="C1"), Person("Ann Sleet"))]),
    "who looks after somebody": lambda s: s.cases.assign("C1", None, "Leeds"),
    "somebody shown who is shown": lambda s: s.cases.set_hidden("C1", hidden=False),
    "a vacancy posted by somebody": lambda s: s.upsert_vacancies([], {"V1": Posted(None)}),
    "taking out who is not there": lambda s: s.remove(candidates=["C9"]),
    "a decision": lambda s: s.add_referral("C1", "V1", "Ann"),
}


@pytest.mark.parametrize("name", NO_CHANGES)
def test_what_changes_no_record_is_not_noted(store: Store, name: str) -> None:
    assert noted_by(store, lambda: NO_CHANGES[name](store)) == set()


def test_what_is_undone_is_not_noted(store: Store) -> None:
    def fail() -> None:
        with pytest.raises(NotFoundError, match="'V9'"):
            store.upsert_vacancies([Vacancy(id="V3")], {"V3": FEMALE, "V9": FEMALE})

    assert noted_by(store, fail) == set()


def test_many_at_once_are_named_up_to_a_number_and_then_count_as_all(store: Store) -> None:
    people = [(Candidate(id=f"N{i:04}"), Person()) for i in range(MOST_NAMED + 1)]
    named = noted_by(store, lambda: store.upsert_candidates(people[:-1]))
    assert named == {("candidate", person.id) for person, _ in people[:-1]}
    assert noted_by(store, lambda: store.remove(candidates=[one.id for one, _ in people[:-1]])) == named
    assert noted_by(store, lambda: store.upsert_candidates(people)) == {("candidate", None)}


def test_who_comes_from_before_what_is_kept_is_told_to_look_at_everything(store: Store) -> None:
    everything = {("candidate", None), ("vacancy", None)}
    start, now = store.changes.last(), datetime.now(UTC)
    for name in ("C3", "C4", "C5"):
        store.upsert_candidates([(Candidate(id=name), Person())])
    store.changes.forget(now - timedelta(hours=1))
    assert len(store.changes.since(start)) == 3
    store.changes.forget(now + timedelta(hours=1))
    assert {(one.kind, one.record_id) for one in store.changes.since(start)} == everything
    assert [one.record_id for one in store.changes.since(start + 2)] == ["C5"]
    last = store.changes.last()
    assert store.changes.since(last) == []
    assert {(one.seq, one.kind, one.record_id) for one in store.changes.since(last + 7)} == {
        (last, kind, None) for kind, _ in everything
    }


def test_no_number_is_given_twice(store: Store) -> None:
    last = store.changes.last()
    store.changes.forget(datetime.now(UTC) + timedelta(hours=1))
    store.remove(candidates=["C1"])
    assert [one.seq for one in store.changes.since(last)] == [last + 1]


def test_a_reader_who_looks_while_a_writer_is_about_to_commit_misses_neither_of_two(store: Store) -> None:
    is_written, may_commit, seen = threading.Event(), threading.Event(), []

    def write_slowly() -> None:
        with store.session() as session:
            sa.event.listen(session, "before_commit", lambda _session: (is_written.set(), may_commit.wait(10)))
            session.execute(sa.text("UPDATE candidates SET about = 'Cooks' WHERE id = 'C1'"))
            note_many(session, "candidate")

    def look() -> None:
        seen.extend(store.changes.since(seen[-1].seq if seen else start))

    start = store.changes.last()
    slow = threading.Thread(target=write_slowly)
    quick = threading.Thread(target=lambda: store.remove(vacancies=["V1"]))
    slow.start()
    assert is_written.wait(10)
    quick.start()
    quick.join(0.3)  # it would be over by then, if it did not wait for the other
    look()
    may_commit.set()
    slow.join(10)
    quick.join(10)
    look()
    assert [(one.kind, one.record_id) for one in seen] == [("candidate", None), ("vacancy", "V1")]
    assert seen[0].seq < seen[1].seq


class Follower:
    """Somebody who has read everything once and since then reads only what the log names."""

    def __init__(self, store: Store) -> None:
        self._store, self._seq = store, store.changes.last()
        self.seen = self._read()

    def _read(self) -> dict[tuple[str, str], object]:
        cases, standings = self._store.cases.all(), self._store.standings
        shown = {one: cases[one].is_shown if one in cases else True for one in self._store.candidate_ids()}
        held = {one.id: not standings.without_held([one]) for one in self._store.vacancies()}
        people = {("candidate", one.id): (one, shown[one.id]) for one in self._store.candidates()}
        return people | {("vacancy", one.id): (one, held[one.id]) for one in self._store.vacancies()}

    def catch_up(self) -> None:
        now = self._read()
        for change in self._store.changes.since(self._seq):
            self._seq = change.seq
            for key in {*self.seen, *now}:
                if key[0] == change.kind and change.record_id in {None, key[1]}:
                    self.seen.pop(key, None)
                    self.seen.update({key: now[key]} if key in now else {})

    def sees_all(self) -> bool:
        return self.seen == self._read()


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('log')}/carematch.db")
    store.migrate()
    return store


@settings(max_examples=20)
@given(data=st.data())
def test_whoever_follows_the_log_sees_what_is_stored_whatever_is_done(one_store: Store, data: st.DataObject) -> None:
    known = {"C1", "C2"} & one_store.candidate_ids(), {"V1", "V2"} & one_store.vacancy_ids()
    one_store.upsert_candidates([(Candidate(id=one, postcode="LS9 7TF"), Person()) for one in {"C1", "C2"} - known[0]])
    one_store.upsert_vacancies([Vacancy(id=one, postcode="LS8 1AA") for one in {"V1", "V2"} - known[1]])
    follower = Follower(one_store)
    acts = {name: act for name, (act, _) in WRITES.items()} | NO_CHANGES
    for name in data.draw(st.lists(st.sampled_from(sorted(acts)), min_size=1, max_size=5)):
        try:
            acts[name](one_store)
        except NotFoundError:
            continue  # of somebody who was taken out before
        if data.draw(st.booleans()):
            follower.catch_up()
    follower.catch_up()
    assert follower.sees_all()
