"""The search against brute force and against a checker written apart from it."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.pathways.checking import faults_of
from matcher.pathways.early import moved_early
from matcher.pathways.labels import Along
from matcher.pathways.problem import Action, Need, Option, Plan, Post, Problem, Way
from matcher.pathways.reduction import reduced
from matcher.pathways.routes import routes
from matcher.pathways.search import Limits, Search, best_plans

pytestmark = pytest.mark.promise

POSTS = ("home", "p1", "p2", "p3")
TOKENS = ("a", "b", "c", "d")


@st.composite
def problems(draw: st.DrawFn, n_options: int = 4) -> Problem:
    weeks, money = st.sampled_from([0.0, 1.0, 2.0, 5.0]), st.sampled_from([0.0, 0.0, 3.0, 7.0])
    post_need = st.builds(Need, st.sampled_from(POSTS), weeks)
    group = st.lists(st.builds(Need, st.sampled_from(TOKENS)) | post_need, min_size=1, max_size=2).map(tuple)
    needs = st.lists(group, max_size=2).map(tuple)
    tokens = st.frozensets(st.sampled_from(TOKENS), max_size=2)
    options = tuple(
        Option(
            f"o{i}",
            draw(st.frozensets(st.sampled_from(TOKENS), min_size=1, max_size=2)),
            draw(needs),
            draw(weeks),
            draw(money),
            draw(money),
            draw(st.none() | st.frozensets(st.sampled_from(POSTS), min_size=1)),
            draw(st.booleans()),
            draw(st.none() | st.lists(st.sampled_from([0.0, 3.0, 6.0]), unique=True).map(sorted).map(tuple)),
        )
        for i in range(draw(st.integers(0, n_options)))
    )
    pairs = draw(st.lists(st.sampled_from(list(permutations(POSTS, 2))), max_size=5, unique=True))
    ways = tuple(Way(a, b, draw(weeks), draw(needs)) for a, b in pairs)
    posts = {name: Post(name, name != "home", draw(tokens), draw(weeks)) for name in POSTS}
    goals = draw(st.frozensets(st.sampled_from(POSTS[1:]), min_size=1))
    return Problem("home", goals, draw(tokens), posts, ways, options, draw(weeks))


def every_plan(problem: Problem) -> list[Plan]:  # noqa: C901 - slow and obvious, all in one place
    """All orders of all options and moves, each begun as soon as it may be."""
    found: list[Plan] = []

    def has(need: Need, held: frozenset[str], there: dict[str, float]) -> bool:
        return need.token in held or there.get(need.token, -1.0) >= need.weeks

    def go(here, clock, held, there, cost, lost, committed, done, actions):  # noqa: ANN001, ANN202, PLR0917
        if here in problem.goals:
            found.append(Plan(clock, cost, lost, tuple(actions)))
            return
        for option in problem.options:
            if option.id in done or (option.at is not None and here not in option.at):
                continue
            if committed and not option.commits:
                continue
            for begins in waits(here, clock, held, there, option.needs):
                start = option.begins(begins)
                if start is None:
                    continue
                ends = start + option.weeks
                worked = {**there, here: there[here] + ends - clock}
                commits = option.commits and not problem.posts[here].is_work
                action = Action("option", option.id, start, ends)
                go(here, ends, held | option.gives, worked, cost + option.cost, lost + option.lost, commits,
                   done | {option.id}, [*actions, action])  # fmt: skip
        for way in problem.ways:
            if way.from_post != here or way.to_post in there:
                continue
            for leaves in longer(
                here, clock, there, waits(here, clock, held, there, (*way.needs, (Need(here, way.weeks),)))
            ):
                worked = {**there, here: there[here] + leaves - clock}
                post = problem.posts[here]
                learnt = post.gives if worked[here] >= post.gives_after else frozenset()
                action = Action("move", way.to_post, leaves, leaves)
                go(way.to_post, leaves, held | learnt, {**worked, way.to_post: 0.0}, cost, lost, False, done,
                   [*actions, action])  # fmt: skip

    def waits(here, clock, held, there, needs):  # noqa: ANN001, ANN202
        """The first moment that will do, tried among all that could matter."""
        moments = {clock} | {clock + n.weeks - there[here] for g in needs for n in g if n.token == here}
        for moment in sorted(m for m in moments if m >= clock):
            later = {**there, here: there[here] + moment - clock}
            if all(any(has(need, held, later) for need in group) for group in needs):
                return [moment]
        return []

    def longer(here, clock, there, leaves):  # noqa: ANN001, ANN202
        """The first moment to leave, and those later ones from which work there has brought something."""
        asked = [need for holder in (*problem.ways, *problem.options) for group in holder.needs for need in group]
        stays = {need.weeks for need in asked if need.token == here} | {problem.posts[here].gives_after}
        return leaves + [clock + s - there[here] for s in stays for first in leaves if clock + s - there[here] > first]

    go("home", 0.0, problem.held, {"home": problem.weeks_there}, 0.0, 0.0, False, frozenset(), [])
    return found


def pareto(plans: list[Plan]) -> set[tuple[float, float, float]]:
    values = {plan.values for plan in plans}
    return {v for v in values if not any(w != v and all(a <= b for a, b in zip(w, v, strict=True)) for w in values)}


@given(problems(3))
def test_the_plans_found_are_those_that_brute_force_finds_best(problem: Problem) -> None:
    assert {plan.values for plan in best_plans(problem)} == pareto(every_plan(problem))


@given(problems(8))
def test_every_plan_found_keeps_the_rules(problem: Problem) -> None:
    for plan in best_plans(problem):
        assert faults_of(plan, problem) == []


@given(problems(3), st.sampled_from([0.1, 0.5]))
def test_with_alike_plans_left_out_every_best_plan_has_one_at_most_so_much_longer(
    problem: Problem, share: float
) -> None:
    found = [plan.values for plan in Search(problem, Limits(alike=share)).plans()]
    for weeks, cost, lost in pareto(every_plan(problem)):
        assert any(w <= weeks * (1 + share) + 1e-6 and c <= cost and x <= lost for w, c, x in found)


@given(problems(4), st.integers(0, 3))
def test_a_search_that_stops_early_says_so_and_what_it_found_is_valid(problem: Problem, most: int) -> None:
    search = Search(problem, Limits(labels_a_route=most, labels=most))
    plans = search.plans()
    assert all(faults_of(plan, problem) == [] for plan in plans)
    if search.is_complete:
        assert {plan.values for plan in plans} == {plan.values for plan in best_plans(problem)}


def test_routes_come_to_no_post_twice_and_make_no_more_detours_than_asked() -> None:
    ways = tuple(Way(a, b) for a, b in [("home", "p1"), ("p1", "home"), ("home", "p2"), ("p1", "p2"), ("p2", "p1")])
    problem = Problem("home", frozenset({"p2"}), frozenset(), {name: Post(name) for name in POSTS}, ways, ())
    assert [[way.to_post for way in route] for route in routes(problem)] == [["p1", "p2"], ["p2"]]
    assert [[way.to_post for way in route] for route in routes(problem, 0)] == [["p2"]]


def test_who_stands_at_the_goal_already_has_nothing_to_do() -> None:
    problem = Problem("p1", frozenset({"p1"}), frozenset(), {"p1": Post("p1")}, (), ())
    assert best_plans(problem) == [Plan(0.0, 0.0, 0.0, ())]


def test_nothing_is_found_where_nothing_leads() -> None:
    problem = Problem("home", frozenset({"p1"}), frozenset(), {name: Post(name) for name in POSTS}, (), ())
    assert best_plans(problem) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Action("option", "b", 0.0, 1.0), "needs"),
        (Action("option", "a", 0.0, 5.0), "length"),
        (Action("move", "p3", 0.0, 0.0), "No way"),
        (Action("move", "p1", 1.0, 1.0), "asks for"),
    ],
)
def test_the_checker_finds_what_breaks_a_rule(wrong: Action, said: str) -> None:
    options = (Option("a", frozenset("a"), weeks=1.0), Option("b", frozenset("b"), needs=((Need("a"),),), weeks=1.0))
    posts = {name: Post(name) for name in POSTS}
    problem = Problem("home", frozenset({"p1"}), frozenset(), posts, (Way("home", "p1", 4.0),), options)
    assert any(said in fault for fault in faults_of(Plan(wrong.end, 0.0, 0.0, (wrong,)), problem))


def test_somebody_stays_on_for_what_work_in_a_post_brings() -> None:
    ways = (Way("home", "p1"), Way("p1", "p2", 1.0), Way("p2", "p3", 0.0, ((Need("a"),),)))
    posts = {name: Post(name, name != "home") for name in POSTS} | {
        "p1": Post("p1", gives=frozenset("a"), gives_after=6.0)
    }
    problem = Problem("home", frozenset({"p3"}), frozenset(), posts, ways, ())
    assert [action.start for action in best_plans(problem)[0].actions] == [0.0, 6.0, 6.0]


def test_what_can_wait_until_after_a_move_waits() -> None:
    ways = (Way("home", "p1"), Way("p1", "p2", 1.0, ((Need("a"),),)))
    posts = {name: Post(name, name != "home") for name in POSTS}
    problem = Problem("home", frozenset({"p2"}), frozenset(), posts, ways, (Option("o", frozenset("a"), weeks=5.0),))
    assert [(action.id, action.start) for action in best_plans(problem)[0].actions] == [
        ("p1", 0.0),
        ("o", 0.0),
        ("p2", 5.0),
    ]


@given(problems(4))
def test_moving_on_early_costs_nothing(problem: Problem) -> None:
    for plan in Search(problem).plans():
        assert moved_early(plan, Along.of(reduced(problem))).values == plan.values


def test_an_option_that_fits_but_that_nothing_needs_is_left_out() -> None:
    posts = {name: Post(name, name != "home") for name in POSTS}
    problem = Problem("home", frozenset({"p1"}), frozenset(), posts, (Way("home", "p1", 9.0),), ())
    idle = replace(problem, options=(Option("o", frozenset("a"), weeks=5.0),))
    plan = Plan(9.0, 0.0, 0.0, (Action("option", "o", 0.0, 5.0), Action("move", "p1", 9.0, 9.0)))
    assert faults_of(plan, idle) == []
    assert [action.id for action in moved_early(plan, Along.of(idle)).actions] == ["p1"]
