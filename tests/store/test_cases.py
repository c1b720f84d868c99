"""Whose caseload somebody is in and who may see them, on both databases."""

import pytest

from matcher.domain import Account, AccountRole, Candidate
from matcher.errors import NotFoundError, StoreError
from matcher.store import Case, Person, Store


@pytest.fixture
def store(store: Store) -> Store:
    store.upsert_candidates([(Candidate(id=name), Person()) for name in ("C1", "C2")])
    return store


def test_somebody_who_was_imported_is_everybodys_and_shown(store: Store) -> None:
    assert store.cases.get("C1") == Case("C1")
    assert store.cases.get("C1").is_shown
    assert store.cases.all() == {}


def test_a_case_that_nobody_has_is_said_to_be_unknown(store: Store) -> None:
    with pytest.raises(NotFoundError, match="'C9'"):
        store.cases.get("C9")
    with pytest.raises(NotFoundError, match="'C9'"):
        store.cases.assign("C9", None, "Leeds")


def test_a_case_is_assigned_again_and_again(store: Store) -> None:
    advisor = store.accounts.add("a@example.org", "A", AccountRole.ADVISOR)
    store.cases.assign("C1", advisor.id, "Leeds")
    store.cases.assign("C1", advisor.id, "Durham")
    assert store.cases.all() == {"C1": Case("C1", advisor.id, "Durham")}


def test_hiding_and_sharing_leave_who_looks_after_somebody(store: Store) -> None:
    store.cases.assign("C1", None, "Leeds")
    store.cases.set_hidden("C1", hidden=True)
    store.cases.set_shared("C1", shared=False)
    assert store.cases.get("C1") == Case("C1", None, "Leeds", shared=False, hidden=True)


def test_a_case_outlives_its_advisor_and_not_its_person(store: Store) -> None:
    advisor = store.accounts.add("a@example.org", "A", AccountRole.ADVISOR)
    store.cases.assign("C1", advisor.id, "Leeds")
    store.accounts.remove(advisor.id)
    assert store.cases.get("C1") == Case("C1", None, "Leeds")
    store.remove(candidates=["C1"])
    assert store.cases.all() == {}


def _account(role: AccountRole, team: str | None = None, candidate_id: str | None = None) -> Account:
    return Account(1, "a@example.org", "A", role, team=team, candidate_id=candidate_id)


@pytest.mark.parametrize(
    ("case", "team", "opens"),
    [
        (Case("C1"), None, True),
        (Case("C1"), "Leeds", True),
        (Case("C1", team="Leeds"), None, True),
        (Case("C1", team="Leeds"), "Leeds", True),
        (Case("C1", team="Leeds"), "Durham", False),
        (Case("C1", hidden=True), None, False),
        (Case("C1", shared=False), None, False),
    ],
)
def test_an_advisor_opens_people_of_the_team_who_are_shown(case: Case, team: str | None, opens: bool) -> None:
    assert case.is_open_to(_account(AccountRole.ADVISOR, team)) is opens


@pytest.mark.parametrize("role", [AccountRole.PROVIDER, AccountRole.ADMIN])
def test_no_provider_and_no_administrator_opens_a_person(role: AccountRole) -> None:
    assert not Case("C1").is_open_to(_account(role, candidate_id="C1"))


def test_a_jobseeker_opens_themselves_hidden_or_not() -> None:
    own = _account(AccountRole.JOBSEEKER, candidate_id="C1")
    assert Case("C1", hidden=True).is_open_to(own)
    assert not Case("C2").is_open_to(own)
    assert not Case("C2").is_open_to(_account(AccountRole.JOBSEEKER))


@pytest.mark.parametrize("shared", [True, False])
def test_somebody_who_joins_by_themselves_is_seen_only_if_they_said_so(store: Store, shared: bool) -> None:
    store.cases.begin(Candidate(id="C3", postcode="LS9"), Person("Nell", "nell@example.org"), shared=shared)
    assert store.cases.get("C3") == Case("C3", shared=shared)
    assert store.person("C3").contact == "nell@example.org"


def test_many_are_assigned_at_once_all_or_none(store: Store) -> None:
    store.cases.set_hidden("C2", hidden=True)
    store.cases.assign_all(["C1", "C2"], None, "Leeds")
    expected = {"C1": Case("C1", None, "Leeds"), "C2": Case("C2", None, "Leeds", hidden=True)}
    assert store.cases.all() == expected
    with pytest.raises(NotFoundError, match="'C9'"):
        store.cases.assign_all(["C1", "C9"], None, "Durham")
    assert store.cases.all() == expected
    store.cases.assign_all([], None, "Durham")
    assert store.cases.all() == expected


def test_new_people_are_in_care_in_the_same_moment_and_those_known_stay_where_they_are(store: Store) -> None:
    store.cases.assign("C2", None, "Leeds")
    pairs = [(Candidate(id=one), Person()) for one in ("C2", "C8", "C9")]
    counts, new = store.cases.add_all(pairs, None, "Durham")
    assert (counts.added, new) == (2, ["C8", "C9"])
    teams = {one: case.team for one, case in store.cases.all().items()}
    assert teams == {"C2": "Leeds", "C8": "Durham", "C9": "Durham"}


def test_nobody_is_stored_whose_case_cannot_be(store: Store) -> None:
    with pytest.raises(StoreError):
        store.cases.add_all([(Candidate(id="C9"), Person("Nell"))], 4711, "Durham")
    assert "C9" not in store.candidate_ids()


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("hidden", [True, False])
def test_whom_nobody_may_see_is_told_by_id(store: Store, shared: bool, hidden: bool) -> None:
    store.cases.set_shared("C1", shared=shared)
    store.cases.set_hidden("C1", hidden=hidden)
    assert store.cases.hidden_ids() == (set() if store.cases.get("C1").is_shown else {"C1"})
