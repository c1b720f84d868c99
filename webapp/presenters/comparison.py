"""Up to three vacancies beside each other for one person: line by line, and in words where they differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from matcher.domain import GateOutcome, Match, NotNow, PlaceKind, Ranking, Vacancy
from webapp import words
from webapp.presenters.vacancies import pay

__all__ = ["Comparison", "ComparisonLine", "Said", "compare_vacancies"]

_NONE = ("None",)
_NOT_STATED = ("Not stated",)


@dataclass(frozen=True, slots=True)
class Said:
    """What one vacancy has to say; `mark` says in what it stands out, or nothing, `n_lines` how many lines it fills."""

    lines: tuple[str, ...]
    mark: str = ""
    n_lines: int = 1


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One thing that people compare by; `differs` where the vacancies do.

    A cell is None where a vacancy that is out for now has said so in a line above.
    """

    name: str
    cells: tuple[Said | None, ...]
    differs: bool

    @property
    def is_compared(self) -> bool:
        """Whether two or more have something to say."""
        return sum(cell is not None for cell in self.cells) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """The vacancies, the lines they are compared by, and by id why those are out that are out for now."""

    vacancies: tuple[Vacancy, ...]
    lines: tuple[ComparisonLine, ...]
    not_now: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Side:
    """One vacancy with its match, or with why it is out for now."""

    vacancy: Vacancy
    match: Match | None
    not_now: NotNow | None

    @property
    def is_live_in(self) -> bool:
        """Whether there is no daily journey."""
        return self.vacancy.place_kind is PlaceKind.LIVE_IN

    @property
    def found(self) -> Match:
        """The match of a vacancy that is not out for now."""
        assert self.match is not None  # noqa: S101 - lines of matches are asked of matches alone
        return self.match

    @property
    def because(self) -> str:
        """Why it is out for now."""
        return self.not_now.because if self.not_now else ""


def compare_vacancies(vacancies: Sequence[Vacancy], ranking: Ranking) -> Comparison:
    """Lay vacancies beside each other, in their order; `ranking` ranks them for the person."""
    matches = {match.vacancy: match for match in ranking.matches}
    out = {entry.vacancy: entry for entry in ranking.not_now}
    sides = [_Side(one, matches.get(one.id), out.get(one.id)) for one in vacancies]
    of_matches = (_match_line(place, sides) for place in range(len(_MATCH_LINES)))
    of_vacancies = (_line(name, [Said(tuple(say(side))) for side in sides]) for name, say in _VACANCY_LINES.items())
    marked = (_marked(line, sides) for line in (*of_matches, *of_vacancies))
    reasons = {side.vacancy.id: side.because for side in sides if side.match is None}
    return Comparison(tuple(vacancies), tuple(marked), reasons)


def _match_line(place: int, sides: Sequence[_Side]) -> ComparisonLine:
    """A line that a match fills; a vacancy that is out for now says why in one cell beside all of these."""
    name, say = list(_MATCH_LINES.items())[place]
    out = None if place else len(_MATCH_LINES)
    return _line(
        name,
        [
            Said(tuple(say(side))) if side.match else Said(("Not now", side.because), n_lines=out) if out else None
            for side in sides
        ],
    )


def _line(name: str, cells: Sequence[Said | None]) -> ComparisonLine:
    return ComparisonLine(name, tuple(cells), len({cell.lines for cell in cells if cell}) > 1)


def _marked(line: ComparisonLine, sides: Sequence[_Side]) -> ComparisonLine:
    """The line with its best cell marked, where one is plainly best."""
    if line.name not in _BEST:
        return line
    mark, figure = _BEST[line.name]
    figures = [figure(side) for side in sides]
    known = [number for number in figures if number is not None]
    if len(known) < 2 or known.count(max(known)) > 1:
        return line
    marks = [mark if number == max(known) else "" for number in figures]
    cells = tuple(cell and replace(cell, mark=said) for cell, said in zip(line.cells, marks, strict=True))
    return ComparisonLine(line.name, cells, line.differs)


def _score(side: _Side) -> list[str]:
    match = side.found
    said = [f"{words.points(match.score)} of 100 points"]
    if match.score_high - match.score_low >= 0.1:
        known = f"{words.points(match.score_low)} to {words.points(match.score_high)}"
        said.append(f"{known} once the unknowns are known")
    return said


def _journey(side: _Side) -> Sequence[str]:
    match = side.found
    if side.is_live_in:
        return ("Living in: no daily journey",)
    if match.travel_minutes is None:
        return ("Not known",)
    return (f"{words.minutes(match.travel_minutes)} each way", words.km(match.distance_km))


def _to_arrange(side: _Side) -> Sequence[str]:
    """What has to be seen to; nothing of it is certain while something is not known."""
    unknown = [words.gate_name(gate.gate) for gate in side.found.gates if gate.outcome is GateOutcome.UNKNOWN]
    return _gates(side, GateOutcome.FIXABLE) or ([f"Not known yet: {', '.join(unknown)}"] if unknown else _NONE)


def _to_ask(side: _Side) -> Sequence[str]:
    return _gates(side, GateOutcome.UNKNOWN) or _NONE


def _gates(side: _Side, outcome: GateOutcome) -> list[str]:
    return [f"{words.gate_name(gate.gate)}. {gate.reason}" for gate in side.found.gates if gate.outcome is outcome]


def _held(side: _Side) -> Sequence[str]:
    return side.found.skills.held or _NONE


def _near(side: _Side) -> Sequence[str]:
    return [f"{one.needs} ({one.has})" for one in side.found.skills.near] or _NONE


def _missing(side: _Side) -> Sequence[str]:
    return side.found.skills.missing or _NONE


_MATCH_LINES: Mapping[str, Callable[[_Side], Sequence[str]]] = {
    "Score": _score,
    "Journey": _journey,
    "To arrange": _to_arrange,
    "Not known yet": _to_ask,
    "Skills held": _held,
    "Skills that are close": _near,
    "Skills to learn, or to ask about": _missing,
}
"""What people compare matches by, in the order they ask."""


def _pay(side: _Side) -> Sequence[str]:
    stated = pay(side.vacancy)
    return (f"{stated} an hour",) if stated else _NOT_STATED


def _hours(side: _Side) -> Sequence[str]:
    work = side.vacancy
    stated = words.span(work.hours_min, work.hours_max)
    guaranteed = [f"{work.guaranteed_hours:g} guaranteed"] if work.guaranteed_hours is not None else []
    return [f"{stated} a week", *guaranteed] if stated else guaranteed or _NOT_STATED


def _contract(side: _Side) -> Sequence[str]:
    return (words.label(side.vacancy.contract, "contract"),) if side.vacancy.contract else _NOT_STATED


def _shifts(side: _Side) -> Sequence[str]:
    needed, any_of = side.vacancy.shifts_all_required, side.vacancy.shifts_any_of
    said = [f"All of: {words.say_shifts(needed)}"] if needed else []
    return [*said, *([f"Any of: {words.say_shifts(any_of)}"] if any_of else [])] or _NOT_STATED


_VACANCY_LINES: Mapping[str, Callable[[_Side], Sequence[str]]] = {
    "Pay": _pay,
    "Hours": _hours,
    "Contract": _contract,
    "Shifts": _shifts,
}
"""What every vacancy can be compared by, whoever looks."""


def _most_pay(side: _Side) -> float | None:
    return side.vacancy.pay_max_gbp_per_hour or side.vacancy.pay_min_gbp_per_hour


def _least_minutes(side: _Side) -> float | None:
    minutes = side.match.travel_minutes if side.match and not side.is_live_in else None
    return None if minutes is None else -round(minutes)


_BEST: Mapping[str, tuple[str, Callable[[_Side], float | None]]] = {
    "Score": ("Most points", lambda side: side.match.score if side.match else None),
    "Journey": ("Shortest", _least_minutes),
    "Pay": ("Pays most", _most_pay),
    "Skills held": ("Most skills held", lambda side: len(side.match.skills.held) if side.match else None),
}
"""Lines on which one vacancy can plainly be best, what that is called, and the figure that says it, largest best."""
