"""Referred pairs in columns: the features are those that were scored."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from matcher.domain import Candidate, EvidenceKind, SkillEvidence, Vacancy
from matcher.engine import Engine
from matcher.learning import examples
from matcher.learning.examples import read_examples, scores_of
from matcher.learning.referred import ReferredPair
from matcher.scoring import Scored
from matcher.scoring.model import FEATURES

EARLY, LATE = date(2020, 3, 1), date(2026, 11, 1)
SHOWN = (SkillEvidence("personal care", EvidenceKind.PRACTISED, date(2019, 12, 1)),)
PEOPLE = {
    name: Candidate(id=name, postcode="LS9 7TF", skills="personal care", skill_evidence=shown, pay_min_gbp_per_hour=pay)
    for name, shown, pay in (("C1", SHOWN, 12.0), ("C2", (), 15.0), ("C3", (), None))
}
WORK = {
    name: Vacancy(id=name, title="Care assistant", postcode=place, essential_skills="personal care; teamwork",
                  pay_min_gbp_per_hour=12.5)
    for name, place in (("V1", "LS8 2AB"), ("V2", "DH1 1AA"))
}  # fmt: skip
PAIRS = (
    ReferredPair("C1", "V1", EARLY, True),
    ReferredPair("C1", "V2", LATE, False),
    ReferredPair("C2", "V1", LATE, True),
    ReferredPair("C3", "V2", LATE, False),
)


@pytest.fixture(scope="module")
def ready(engine: Engine) -> tuple[dict[str, Candidate], dict[str, Vacancy]]:
    return (
        {name: engine.settle_candidate(person) for name, person in PEOPLE.items()},
        {name: engine.settle_vacancy(work) for name, work in WORK.items()},
    )


@pytest.mark.parametrize("at_once", [1, 100])
def test_each_row_is_the_pair_as_it_is_scored_alone_on_its_own_day(
    engine: Engine, ready: tuple, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "_PEOPLE_AT_ONCE", at_once)
    found = read_examples(PAIRS, *ready, engine.score)
    for row, pair in enumerate(PAIRS):
        alone = engine.score([PEOPLE[pair.candidate]], [WORK[pair.vacancy]], pair.judged_on)
        assert found.features[row].tolist() == [float(alone.features[name].value[0, 0]) for name in FEATURES]
        assert found.known[row].tolist() == [bool(alone.features[name].known[0, 0]) for name in FEATURES]
        assert scores_of(found.features, engine.model)[row] == alone.score[0, 0]


def test_rows_keep_the_order_of_the_pairs_and_people_their_number(engine: Engine, ready: tuple) -> None:
    found = read_examples(PAIRS, *ready, engine.score)
    assert found.started.tolist() == [True, False, True, False]
    assert found.groups.tolist() == [0, 0, 1, 2]
    assert (len(found), found.n_candidates) == (4, 3)


def test_nothing_is_scored_that_nobody_referred(ready: tuple, engine: Engine) -> None:
    asked: list[tuple[int, int]] = []

    def score(people: Sequence[Candidate], work: Sequence[Vacancy], day: date) -> Scored:
        asked.append((len(people), len(work)))
        return engine.score(people, work, as_of=day)

    read_examples(PAIRS[:1], *ready, score)
    assert asked == [(1, 1)]


def test_a_part_keeps_its_rows_together(engine: Engine, ready: tuple) -> None:
    found = read_examples(PAIRS, *ready, engine.score)
    part = found.part(found.groups > 0)
    assert np.array_equal(part.features, found.features[2:])
    assert np.array_equal(part.known, found.known[2:])
    assert (part.started.tolist(), part.groups.tolist()) == ([True, False], [1, 2])
