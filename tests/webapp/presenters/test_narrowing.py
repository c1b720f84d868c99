"""Lists narrowed by questions, beside counting by hand."""

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain import Match, Ranking, SkillSplit
from webapp.presenters.filters import Facet, narrow
from webapp.presenters.movements import ordinal, what_moved

_COLOURS, _SIZES = ("red", "green", "blue"), ("s", "m", "l")
_FACETS = (
    Facet("colour", "Colour", lambda row: [row[0]]),
    Facet("size", "Size", lambda row: [row[1]], valid=("xl",)),
)
rows = st.lists(st.tuples(st.sampled_from(_COLOURS), st.sampled_from(_SIZES)), max_size=12)
asked = st.fixed_dictionaries({
    "colour": st.lists(st.sampled_from((*_COLOURS, "violet")), max_size=3),
    "size": st.lists(st.sampled_from((*_SIZES, "xl")), max_size=3),
})  # fmt: skip


def _by_hand(given: list[tuple[str, str]], colours: set[str], sizes: set[str]) -> list[tuple[str, str]]:
    return [row for row in given if (not colours or row[0] in colours) and (not sizes or row[1] in sizes)]


@given(rows, asked)
def test_rows_and_counts_are_those_found_by_hand(rows: list[tuple[str, str]], asked: dict[str, list[str]]) -> None:
    app = Flask(__name__)
    app.add_url_rule("/", "list", lambda: "")
    with app.test_request_context("/", query_string=asked):
        narrowed = narrow(rows, _FACETS)
    colours = set(asked["colour"]) & {row[0] for row in rows}
    sizes = set(asked["size"]) & {*(row[1] for row in rows), "xl"}
    assert list(narrowed.rows) == _by_hand(rows, colours, sizes)
    for question in narrowed.questions:
        for choice in question.choices:
            wanted = ({choice.value}, sizes) if question.name == "colour" else (colours, {choice.value})
            assert choice.n == len(_by_hand(rows, *wanted))
            assert choice.is_chosen == (choice.value in colours | sizes)
    assert len(narrowed.tags) == len(colours) + len(sizes)


def _match(rank: int, name: str) -> Match:
    return Match(rank, name, "C", f"Job {name}", "X", 50, 50, 50, None, None, (), (), SkillSplit())


def _ranking(*names: str) -> Ranking:
    matches = tuple(_match(rank, name) for rank, name in enumerate(names, start=1))
    return Ranking("candidate", "C", None, "", "", 9, matches, (), None)  # type: ignore[arg-type]


def test_what_moved_most_is_named_with_its_places() -> None:
    said = what_moved(_ranking("a", "b", "c", "d"), _ranking("d", "a", "b", "c"))
    assert said.startswith("Job d at X is now 1st, was 4th. ")


def test_what_came_in_and_what_fell_out_is_counted() -> None:
    said = what_moved(_ranking("a", "b", "c"), _ranking("z", "a"))
    assert said.startswith("Job z at X is now 1st, was out. Job a at X is now 2nd, was 1st.")
    assert said.endswith("1 more can be considered. 2 more are out for now.")


def test_nothing_moved_is_said_so() -> None:
    assert what_moved(_ranking("a"), _ranking("a")) == "Nothing has moved in the first ten."


def test_places_are_said_as_people_say_them() -> None:
    said = [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111, 113)]
    assert said == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th", "113th"]
