"""Worlds whose truth is known, and what the proving ground says of learning in them."""

import json
import re
from collections.abc import Mapping
from types import SimpleNamespace

import numpy as np
import pytest
from click.testing import CliRunner

from matcher.errors import DataError
from matcher.judging.simulation import __main__ as command
from matcher.judging.simulation import methods
from matcher.judging.simulation.fates import follow
from matcher.judging.simulation.methods import IN_USE, LEARNED, SHIPPED, Ranker, learned, plain_regression, unlearned
from matcher.judging.simulation.programmes import PROGRAMMES, Town, build_town
from matcher.judging.simulation.proving import SIMULATED, Row, prove, sentences
from matcher.judging.simulation.referrals import refer
from matcher.judging.simulation.trials import NDCG, Split, examples_of, run_trial
from matcher.judging.simulation.truth import KINDS, World, draw_world, true_chances, weight_vector
from matcher.learning.examples import Examples
from matcher.scoring import FEATURES, Model, load_model
from matcher.taxonomy import load_taxonomy

MODEL = load_model()
SHIPPED_WEIGHTS = weight_vector(MODEL)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(20261125)


@pytest.fixture(scope="module")
def town() -> Town:
    return build_town(PROGRAMMES[0], (420, 90), load_taxonomy(), MODEL, np.random.default_rng(3))


def clear(weights: np.ndarray, signal: float = 2.0) -> World:
    """A world in which nothing but the weights decides."""
    return World("clear", weights, signal, bend=0.0, quality=0.0, provider=0.0, luck=0.0, base_rate=0.4)


def only(**points: float) -> np.ndarray:
    return np.array([points.get(name, 0.0) for name in FEATURES])


def ahead(world: World, town: Town, *sizes: int) -> list[float]:
    """How far the learned weights are ahead of the shipped weights after each number of outcomes."""
    measured = list(run_trial(world, town, [learned], sizes, MODEL, np.random.default_rng(5)))
    (shipped,) = [each.value for each in measured if (each.method, each.metric) == (SHIPPED, NDCG)]
    return [each.value - shipped for each in measured if (each.method, each.metric) == (LEARNED, NDCG)]


def some_examples(rng: np.random.Generator) -> Examples:
    """Twelve outcomes of twelve people, two of whom started."""
    features = rng.random((12, len(FEATURES)))
    return Examples(features, np.ones(features.shape, dtype=bool), np.arange(12) < 2, np.arange(12))


def backwards(examples: Examples, model: Model, rng: np.random.Generator) -> Mapping[str, Ranker]:
    """A learner that learns to do harm."""
    del examples, rng
    return {LEARNED: Ranker(lambda features: -(features @ weight_vector(model)), lambda features: 1.0 - features[:, 0])}


def test_where_the_shipped_weights_are_right_they_are_exactly_so(rng: np.random.Generator) -> None:
    world = draw_world("as shipped", MODEL, rng)
    np.testing.assert_array_equal(world.weights, SHIPPED_WEIGHTS)
    assert world.bend == 0.0


def test_true_weights_are_weights_and_farther_off_kind_by_kind(rng: np.random.Generator) -> None:
    off = []
    for kind in KINDS:
        drawn = np.array([draw_world(kind, MODEL, rng).weights for _ in range(200)])
        np.testing.assert_allclose(drawn.sum(axis=1), 100.0)
        assert drawn.min() >= 0.0
        off.append(np.abs(drawn - SHIPPED_WEIGHTS).sum(axis=1).mean())
    assert off == sorted(off)
    assert off[0] == 0.0
    assert off[2] > 1.5 * off[1]


def test_what_a_gate_really_blocks_never_starts(town: Town, rng: np.random.Generator) -> None:
    chances = true_chances(draw_world("far", MODEL, rng), town.known, rng)
    assert (chances[~town.known.open] == 0.0).all()
    assert (chances[town.known.open] > 0.0).all()


def test_the_mean_chance_is_the_base_rate(town: Town, rng: np.random.Generator) -> None:
    world = draw_world("anything", MODEL, rng)
    chances = true_chances(world, town.known, rng)
    assert chances[town.known.open].mean() == pytest.approx(world.base_rate)


def test_in_a_clear_world_chances_follow_the_true_score(town: Town, rng: np.random.Generator) -> None:
    chances = true_chances(clear(SHIPPED_WEIGHTS), town.known, rng)[town.known.open]
    scores = (town.known.features @ SHIPPED_WEIGHTS)[town.known.open]
    order = np.argsort(scores)
    assert (np.diff(chances[order]) >= 0).all()


def test_no_weighted_sum_makes_the_chances_of_a_drawn_world(town: Town, rng: np.random.Generator) -> None:
    world = draw_world("near", MODEL, rng)
    chances = true_chances(world, town.known, rng)[town.known.open]
    odds = np.log(chances / (1 - chances))
    features = town.known.features[town.known.open].astype(float)
    design = np.column_stack([features, np.ones(len(features))])
    left = odds - design @ np.linalg.lstsq(design, odds, rcond=None)[0]
    assert left.var() > 0.2 * odds.var()


def test_nobody_is_judged_on_whom_outcomes_are_known_of(rng: np.random.Generator) -> None:
    split = Split.draw((50, 30), rng)
    for met, fresh, size in zip(split.met, split.fresh, (50, 30), strict=True):
        assert sorted([*met, *fresh]) == list(range(size))
        assert 0 < len(fresh) < len(met)


def test_learning_reads_features_as_they_were_shown(town: Town, rng: np.random.Generator) -> None:
    chances = true_chances(clear(SHIPPED_WEIGHTS), town.known, rng)
    referrals = refer(town.shown.features @ SHIPPED_WEIGHTS, town.shown.open, chances, rng)
    examples = examples_of(follow(referrals, chances, rng), town.shown)
    rows = {tuple(row) for row in town.shown.features[examples.groups].reshape(-1, len(FEATURES)).astype(float)}
    assert {tuple(row) for row in examples.features} <= rows
    assert 0.1 < examples.started.mean() < 0.6
    assert not examples.known.all()


def test_a_town_with_too_few_people_is_refused_with_the_remedy(town: Town, rng: np.random.Generator) -> None:
    with pytest.raises(DataError, match=r"not 5000: build a town of more people"):
        list(run_trial(clear(SHIPPED_WEIGHTS), town, [learned], [5000], MODEL, rng))


def test_where_the_shipped_weights_are_right_49_outcomes_hardly_change_a_ranking(town: Town) -> None:
    (change,) = ahead(clear(SHIPPED_WEIGHTS), town, 49)
    assert abs(change) < 0.005


def test_where_the_shipped_weights_are_far_off_learning_pays(town: Town) -> None:
    after_49, after_600 = ahead(clear(only(pay=60, shifts=40), signal=3.0), town, 49, 600)
    assert after_600 > max(0.03, after_49)


def trained(is_no_worse: bool) -> SimpleNamespace:
    """What training would say of weights that are all on pay."""
    all_on_pay = Model("other", {name: 100.0 * (name == "pay") for name in FEATURES}, MODEL.priors)
    return SimpleNamespace(
        fitted=SimpleNamespace(as_model=lambda _: all_on_pay),
        calibration=None,
        verdict=SimpleNamespace(is_no_worse=is_no_worse),
    )


@pytest.mark.parametrize(("is_no_worse", "used"), [(True, LEARNED), (False, SHIPPED)])
def test_learned_weights_are_used_only_where_shown_to_be_no_worse(
    rng: np.random.Generator, monkeypatch: pytest.MonkeyPatch, is_no_worse: bool, used: str
) -> None:
    monkeypatch.setattr(methods, "train", lambda *_: trained(is_no_worse))
    rankers = {**unlearned(MODEL, SHIPPED_WEIGHTS, rng), **learned(some_examples(rng), MODEL, rng)}
    features = rng.random((20, len(FEATURES)))
    scores = {name: ranker.scores(features) for name, ranker in rankers.items()}
    np.testing.assert_array_equal(scores[IN_USE], scores[used])
    assert not np.allclose(scores[LEARNED], scores[SHIPPED])


def test_outcomes_too_few_to_train_on_leave_the_shipped_weights_in_use(rng: np.random.Generator) -> None:
    rankers = learned(some_examples(rng), MODEL, rng)
    features = rng.random((20, len(FEATURES)))
    shipped = unlearned(MODEL, SHIPPED_WEIGHTS, rng)[SHIPPED]
    np.testing.assert_array_equal(rankers[IN_USE].scores(features), shipped.scores(features))
    assert rankers[LEARNED].chances is not None


def test_nothing_to_hold_it_makes_a_regression_do_harm_at_49(town: Town) -> None:
    rows = prove([town], MODEL, 4, [plain_regression], sizes=[49])
    (found,) = [row for row in rows if row.method.startswith("plain") and (row.worlds, row.metric) == ("all", NDCG)]
    assert found.ahead is not None
    assert found.ahead < -0.01


@pytest.fixture(scope="module")
def harm(town: Town) -> list[Row]:
    return prove([town], MODEL, 4, [backwards], sizes=[49, 150])


def test_every_row_says_that_it_is_simulated(harm: list[Row]) -> None:
    assert {row.data for row in harm} == {SIMULATED}
    assert all(sentence.startswith("Simulated: ") for sentence in sentences(harm))


def test_rows_tell_kinds_of_world_apart_and_together(harm: list[Row]) -> None:
    n_worlds = {row.worlds: row.n_worlds for row in harm}
    assert n_worlds == {"all": 4, **dict.fromkeys(KINDS, 1)}


def test_a_learner_that_does_harm_is_found_out(harm: list[Row]) -> None:
    (row,) = [
        row for row in harm if (row.worlds, row.n_outcomes, row.method, row.metric) == ("all", 150, LEARNED, NDCG)
    ]
    assert row.hurts == 1.0
    assert row.ahead_high is not None
    assert row.ahead_high < -0.05
    pays, hurts, *_ = sentences(harm)
    assert pays == "Simulated: learned weights do not pay at any number of outcomes tried."
    assert hurts.startswith("Simulated: learned weights hurt on average at 49 (-0.")
    assert ", 150 (-0." in hurts


def test_the_first_worlds_are_the_same_however_many_follow(town: Town, harm: list[Row]) -> None:
    more = prove([town], MODEL, 5, [backwards], sizes=[49, 150])

    def of(rows: list[Row]) -> list[float]:
        return [row.value for row in rows if row.worlds == "far"]

    assert of(more) == of(harm)


@pytest.fixture
def small_command(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "build_towns", lambda *_: [town])
    monkeypatch.setattr(
        command, "prove", lambda towns, model, n, progress: prove(towns, model, n, [backwards], [49], progress)
    )


@pytest.mark.usefixtures("small_command")
def test_the_command_marks_every_line_of_its_tables_as_simulated() -> None:
    found = CliRunner().invoke(command.simulate, ["--worlds", "4"])
    assert found.exit_code == 0
    figures = [line for line in found.stdout.splitlines() if re.search(r"\d\.\d{3}", line)]
    assert len(figures) > 20
    assert all("simulated" in line.lower() for line in figures)


@pytest.mark.usefixtures("small_command")
def test_the_command_prints_one_document_and_nothing_else() -> None:
    found = CliRunner().invoke(command.simulate, ["--worlds", "4", "--json"])
    document = json.loads(found.stdout)
    assert document["data"] == "simulated"
    assert document["n_worlds"] == 4
    assert {row["data"] for row in document["rows"]} == {"simulated"}


def test_a_model_that_is_not_there_is_said_in_one_line() -> None:
    found = CliRunner().invoke(command.simulate, ["--model", "nowhere"])
    assert found.exit_code == 2
    assert "There is no model 'nowhere'" in found.stderr
