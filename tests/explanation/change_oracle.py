"""What would change a ranking, found the slow and obvious way: make each change and rank again."""

from collections.abc import Sequence

from matcher.domain import LIFT_POINTS, Candidate, Change, Ranking, Vacancy
from matcher.engine import Engine
from matcher.explanation.changes import LOW_SCORE
from matcher.explanation.proposals import Proposal, paired, proposals
from strategies import AS_OF

__all__ = ["changed", "ranked", "slow_changes"]


def ranked(engine: Engine, person: Candidate, work: Sequence[Vacancy]) -> Ranking:
    return engine.match_candidate(person, work, k=1000, as_of=AS_OF, changes=False)


def changed(person: Candidate, proposal: Proposal) -> Candidate:
    return person.model_copy(update=dict(proposal.update))


def slow_changes(
    engine: Engine, person: Candidate, work: Sequence[Vacancy]
) -> tuple[dict[str, Change | None], dict[str, Change | None], dict[str, tuple[int, int]]]:
    """The smallest change that opens each vacancy that is out, and lifts each low one; what each change does."""
    now = _scores(engine, person, work)
    singles = proposals(person, engine.taxonomy, AS_OF)
    one = [(single.change, _scores(engine, changed(person, single), work)) for single in singles]
    two = [(pair.change, _scores(engine, changed(person, pair), work)) for pair in paired(singles)]
    opening = {
        name: min((c for c, then in one if then[name] is not None), key=_size, default=None)
        or min((c for c, then in two if then[name] is not None), key=_size, default=None)
        for name, score in now.items()
        if score is None
    }
    lifting = {
        name: min((c for c, then in one if _lifts(c, score, then[name])), key=_size, default=None)
        for name, score in now.items()
        if score is not None and score < LOW_SCORE
    }
    counts = {
        change.what: (
            sum(now[name] is None and then[name] is not None for name in now),
            sum(_lifts(change, now[name], then[name]) for name in now),
        )
        for change, then in one
    }
    return opening, lifting, counts


def _scores(engine: Engine, person: Candidate, work: Sequence[Vacancy]) -> dict[str, float | None]:
    """The score of each vacancy, None where it is out."""
    ranking = ranked(engine, person, work)
    return {m.vacancy: m.score for m in ranking.matches} | {n.vacancy: None for n in ranking.not_now}


def _lifts(change: Change, before: float | None, after: float | None) -> bool:
    """A licence or a car may open, and is no advice for points."""
    return not {"driving_licence", "vehicle"} & set(change.fields) and _gain(before, after) >= LIFT_POINTS


def _gain(before: float | None, after: float | None) -> float:
    return 0.0 if before is None or after is None else after - before


def _size(change: Change) -> tuple[float, str]:
    return change.effort_weeks, change.what
