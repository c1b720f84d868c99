"""Chances are for groups: nothing that shows one person can get at one."""

import dataclasses
import json
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

import matcher
import webapp
from matcher.domain import Candidate, Contribution, Match, NotNow, Ranking, Vacancy
from matcher.engine import Engine
from matcher.errors import InputError
from matcher.learning.aggregates import LEAST_GROUP, expected_starts
from matcher.learning.calibration import Band, Calibration

TABLE = Calibration((Band(0, 40, 20.0, 50, 10, 0.2), Band(41, 100, 60.0, 50, 30, 0.6)))
_MATCHER, _WEBAPP = (Path(room.__file__).parent for room in (matcher, webapp))
_MAY_KNOW_CHANCES = ("learning", "judging", "evaluation")


def test_expected_starts_are_the_sum_of_the_chances_of_a_group() -> None:
    assert expected_starts(np.array([20.0] * 5 + [60.0] * 4 + [40.0]), TABLE) == pytest.approx(5 * 0.2 + 4 * 0.6 + 0.4)


@pytest.mark.parametrize("n", [0, 1, LEAST_GROUP - 1])
def test_a_group_so_small_that_it_speaks_of_single_people_is_refused(n: int) -> None:
    with pytest.raises(InputError, match=f"this one has {n} referrals: take {LEAST_GROUP} or more"):
        expected_starts(np.full(n, 50.0), TABLE)


@pytest.mark.parametrize("record", [Match, NotNow, Contribution, Ranking])
def test_no_record_that_is_shown_of_a_person_has_room_for_a_chance(record: type) -> None:
    names = {field.name for field in dataclasses.fields(record)}
    assert not {name for name in names if re.search("chance|probab|likel|odds|calibrat", name)}


def test_the_document_of_a_ranking_says_nothing_of_chances(engine: Engine) -> None:
    ranking = engine.match_candidate(
        Candidate(id="C1", postcode="LS9 7TF", skills="personal care"),
        [Vacancy(id="V1", title="Care assistant", postcode="LS8 2AB", essential_skills="personal care")],
        as_of=date(2026, 11, 22),
    )
    document = json.dumps(ranking.as_dict())
    assert ranking.matches
    assert not re.search("chance|probab|calibrat", document)


@pytest.mark.parametrize("root", [_MATCHER, _WEBAPP], ids=["matcher", "webapp"])
def test_nothing_but_learning_and_its_measuring_takes_the_chance_of_a_score(root: Path) -> None:
    sources = [
        path
        for path in (*root.rglob("*.py"), *root.rglob("*.html"))
        if path.relative_to(root).parts[0] not in _MAY_KNOW_CHANCES
    ]
    assert len(sources) > 30
    guilty = [path.name for path in sources if re.search(r"\.chance\b|\bchance\(", path.read_text(encoding="utf-8"))]
    assert guilty == []
