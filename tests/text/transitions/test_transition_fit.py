"""How much of one occupation's needs another brings."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_matrix

from matcher.domain import Occupation
from matcher.engine import Engine
from matcher.errors import DataError, NotFoundError
from matcher.likeness.encoder import Encoder
from matcher.taxonomy import Taxonomy
from matcher.text.titles.space import TitleSpace
from matcher.text.transitions import TransitionFit
from matcher.text.transitions.coverage import covered_share, shared_field, skill_row
from matcher.text.transitions.model import PARTS, TransitionModel, load_transition_model

N_SKILLS = 6
shares = st.floats(0, 1, width=32)
closeness = arrays(np.float64, (4, 3), elements=shares)
weights = st.lists(st.floats(1, 100, width=32), min_size=3, max_size=3).map(np.array)
credits_given = arrays(np.float64, (N_SKILLS, N_SKILLS), elements=shares).map(
    lambda table: np.maximum(table, np.eye(6))
)
some_skills = st.sets(st.integers(0, N_SKILLS - 1), min_size=1).map(sorted)


def row_of(skills: Sequence[int]) -> csr_matrix:
    return skill_row(np.array(skills), np.ones(len(skills)), N_SKILLS)


@pytest.fixture(scope="module")
def fits(engine: Engine) -> TransitionFit:
    return TransitionFit(engine.taxonomy, TitleSpace(engine.taxonomy))


@pytest.fixture(scope="module")
def occupations(engine: Engine) -> list[Occupation]:
    return list(engine.taxonomy.occupations.values())[::9]


def obvious_needs(taxonomy: Taxonomy, origin: Occupation, destination: Occupation) -> float:
    """The definition, read aloud."""
    got = wanted = 0.0
    for need in destination.essential:
        weight = float(taxonomy.telling[taxonomy.skill_index[need]])
        held = [taxonomy.skill_index[skill] for skill in (*origin.essential, *origin.optional)]
        brought = [taxonomy.credits[skill, taxonomy.skill_index[need]] / 100 for skill in held]
        got += weight * max(brought, default=0.0)
        wanted += weight
    return got / wanted


def test_needs_are_covered_as_the_definition_says(fits: TransitionFit, occupations: list[Occupation]) -> None:
    pairs = [(a, b) for a in occupations[:5] for b in occupations if b.essential]
    ours = [fits.parts(a.id, b.id)["needs"] for a, b in pairs]
    assert ours == pytest.approx([obvious_needs(fits.taxonomy, a, b) for a, b in pairs])


def test_a_fit_and_its_parts_lie_between_0_and_1(fits: TransitionFit, occupations: list[Occupation]) -> None:
    for origin in occupations:
        for destination in occupations:
            parts = fits.parts(origin.id, destination.id)
            assert all(0 <= value <= 1 for value in (*parts.values(), fits.fit(origin.id, destination.id)))


def test_everybody_can_do_what_they_do(fits: TransitionFit, occupations: list[Occupation]) -> None:
    assert [fits.fit(term.id, term.id) for term in occupations] == pytest.approx([1.0] * len(occupations))


def test_near_work_fits_better_than_far_work(engine: Engine) -> None:
    near, far = (engine.transition_fit(origin, "home care assistant") for origin in ("care assistant", "bus driver"))
    assert near > far + 0.3


def test_an_id_a_uri_and_a_title_name_the_same_occupation(engine: Engine, occupations: list[Occupation]) -> None:
    term = next(term for term in occupations if term.uri)
    there = occupations[0].id
    assert len({engine.transition_fit(name, there) for name in (term.id, term.uri, term.label)}) == 1


@pytest.mark.parametrize("pair", [("no such work", "care-assistant"), ("care-assistant", "no such work")])
def test_an_unknown_occupation_is_named_with_the_remedy(engine: Engine, pair: tuple[str, str]) -> None:
    with pytest.raises(NotFoundError, match="no occupation 'no such work' in the taxonomy: give an id"):
        engine.transition_fit(*pair)


def test_a_destination_without_skills_is_judged_by_its_titles_alone(engine: Engine) -> None:
    blank = replace(engine.taxonomy.occupations["care-assistant"], essential=(), optional=())
    taxonomy = replace(engine.taxonomy, occupations=engine.taxonomy.occupations | {"care-assistant": blank})
    fits = TransitionFit(taxonomy, TitleSpace(taxonomy))
    assert set(fits.parts("senior-care-assistant", "care-assistant")) == {"titles"}
    assert fits.fit("care-assistant", "care-assistant") == pytest.approx(1.0)


class Alike:
    """An encoder to which every text means the same."""

    def encode_once(self, texts: list[str]) -> np.ndarray:
        return np.ones((len(texts), 1), dtype=np.float32)


def test_an_encoder_finds_near_skills_and_takes_none_away(fits: TransitionFit, occupations: list[Occupation]) -> None:
    encoded = replace(fits, encoder=cast("Encoder", Alike()))
    origin = next(term for term in occupations if term.essential)
    for term in occupations:
        before, after = (each.parts(origin.id, term.id) for each in (fits, encoded))
        assert after["needs"] == pytest.approx(1.0)
        assert (after["field"], after["titles"]) == (before["field"], before["titles"])


@pytest.mark.promise
@given(closeness, weights, arrays(np.float64, (1, 3), elements=shares))
def test_one_more_skill_never_covers_less(held: np.ndarray, telling: np.ndarray, more: np.ndarray) -> None:
    assert covered_share(np.vstack([held, more]), telling) >= covered_share(held, telling)


@pytest.mark.promise
@given(some_skills, some_skills, st.integers(0, N_SKILLS - 1), credits_given)
def test_one_more_skill_never_narrows_a_field(held: list[int], needed: list[int], more: int, table: np.ndarray) -> None:
    wider = sorted({*held, more})
    before, after = (shared_field(row_of(skills), row_of(needed), csr_matrix(table)) for skills in (held, wider))
    assert 0 <= before <= after + 1e-12 <= 1 + 1e-9


def test_with_nothing_held_nothing_is_covered() -> None:
    assert covered_share(np.zeros((0, 3)), np.ones(3)) == 0.0


def test_the_fit_is_the_weighted_mean_of_its_parts() -> None:
    model = TransitionModel("a", {"needs": 0.5, "field": 0.25, "titles": 0.25})
    assert model.combine({"needs": 0.8, "field": 0.4, "titles": 0.0}) == pytest.approx(0.5)
    assert model.combine({"titles": 0.6}) == pytest.approx(0.6)


def test_no_part_that_ships_counts_against_and_the_weights_sum_to_1() -> None:
    shipped = load_transition_model().weights
    assert set(shipped) == set(PARTS)
    assert min(shipped.values()) >= 0
    assert sum(shipped.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("content", ["", "[]", '{"needs": 1.0}', '{"needs": 1.5, "field": -0.5, "titles": 0}'])
def test_weights_that_cannot_be_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr("matcher.text.transitions.model.models_path", lambda *_parts: path)
    with pytest.raises(DataError, match="weights"):
        load_transition_model()
