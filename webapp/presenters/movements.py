"""What an answer moved: somebody's ranking as it was, beside the ranking as it is."""

from matcher.domain import Match, Ranking
from matcher.explanation.ask_next import LOOKED_AT
from matcher.explanation.explained import glances

__all__ = ["ordinal", "what_moved"]

# Judgement: a message of one line is read; the list below it shows the rest.
_MOST_NAMED = 2


def what_moved(before: Ranking, after: Ranking) -> str:
    """The vacancies of the first ten that moved most, and how many came in or fell out, in a sentence or three."""
    was = {match.vacancy: match.place + 1 for match in glances(before.matches)}
    first = [match for match in after.matches[:LOOKED_AT] if match.rank != was.get(match.vacancy)]
    named = sorted(first, key=lambda match: (-_places(match, was), match.rank))[:_MOST_NAMED]
    said = [_moved(match, was.get(match.vacancy)) for match in sorted(named, key=lambda match: match.rank)]
    return " ".join([*said, *_in_and_out(before, after)]) or "Nothing has moved in the first ten."


def ordinal(number: int) -> str:
    """A place in an order: ``1st``, ``22nd``, ``113th``."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _places(match: Match, was: dict[str, int]) -> int:
    """How far a match has moved; one that was out has come furthest."""
    return abs(was[match.vacancy] - match.rank) if match.vacancy in was else len(was) + LOOKED_AT


def _moved(match: Match, was: int | None) -> str:
    where = f" at {match.provider}" if match.provider else ""
    before = f"was {ordinal(was)}" if was else "was out"
    return f"{match.title}{where} is now {ordinal(match.rank)}, {before}."


def _in_and_out(before: Ranking, after: Ranking) -> list[str]:
    old, new = ({match.vacancy for match in glances(ranking.matches)} for ranking in (before, after))
    n_in, n_out = len(new - old), len(old - new)
    came = [f"{n_in} more can be considered."] if n_in else []
    return [*came, *([f"{n_out} more {'is' if n_out == 1 else 'are'} out for now."] if n_out else [])]
