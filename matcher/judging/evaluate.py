"""Every judgement set that is there, every method, every metric, with its interval."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from matcher.judging import labour_flows, transition_study, transitions
from matcher.judging.baselines import Baseline, encoder_alone
from matcher.judging.rows import Comparison, Row, Scored, compared, rows_of
from matcher.judging.sets import RANKING_SETS, RankingSet
from matcher.judging.tasks import Method, RankingTask
from matcher.judging.transition_baselines import needs_of
from matcher.judging.transitions import Transition

__all__ = ["ENCODER_ALONE", "SETS", "Evaluation", "evaluate"]

SETS = (*RANKING_SETS, "transitions", "transition-study", "labour-flows")
"""What can be measured."""

ENCODER_ALONE = "encoder alone"
_SEED = 20_261_122


@dataclass(slots=True)
class Evaluation:
    """What was measured.

    Attributes
    ----------
    judgements : list of str
        The sets that were there.
    rows : list of Row
    comparisons : list of Comparison
        Ours against the best simple method and against the encoder alone, by the first metric.
    skipped : list of str
        A sentence for whatever was not measured.
    notes : list of str
        What the reader of a figure should know.
    """

    judgements: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class _Measuring:
    """One run: what is measured, and where its figures go."""

    real_data: Path
    reader: Any
    encoder: Baseline | None
    progress: Callable[[str], None]
    found: Evaluation = field(default_factory=Evaluation)
    rng: np.random.Generator = field(default_factory=lambda: np.random.default_rng(_SEED))

    def rankings(self, name: str, judgements: RankingSet) -> None:
        """Measure a set that is a ranking."""
        tasks = judgements.load(self.real_data)
        if not tasks:
            self._skip(name, judgements.lies_in)
            return
        self.found.judgements.append(name)
        missing = [method for method in judgements.needs if not hasattr(self.reader, method)]
        if missing:
            self.found.skipped.append(f"{name}: ours is not measured, for the engine has no {' and '.join(missing)}.")
        ours = {} if missing else judgements.ours(self.reader)
        for task in tasks:
            if task.note:
                self.found.notes.append(f"{task.name}: {task.note}")
            self._task(task, ours, self._peers(judgements))

    def transitions(self) -> None:
        """Measure career transitions."""
        pairs = transitions.load(self.real_data)
        if not pairs:
            self._skip("transitions", "judgements/transitions")
        elif not hasattr(self.reader, "transition_fit"):
            self.found.skipped.append("transitions: not measured, for the engine has no transition_fit yet.")
        else:
            self.found.judgements.append("transitions")
            for part, judged in pairs.items():
                self._transitions(part, judged)
            self.found.notes.append(transitions.NOTE)

    def _transitions(self, part: str, judged: list[Transition]) -> None:
        self.progress(f"transitions: {part}")
        taxonomy = getattr(self.reader, "taxonomy", None)
        needs = needs_of(taxonomy.occupations.values()) if taxonomy else None
        scores = transitions.scored_transitions(judged, self.reader, needs)
        self.found.rows += transitions.rows_of_transitions(part, judged, scores, self.rng)
        self.found.comparisons += transitions.compared_transitions(part, judged, scores, self.rng)

    def transition_study(self) -> None:
        """Measure how likenesses are combined, on the study whose transitions have no names."""
        study = transition_study.load(self.real_data)
        if study is None:
            self._skip(transition_study.NAME, "judgements/transitions")
            return
        self.progress(transition_study.NAME)
        self.found.judgements.append(transition_study.NAME)
        rows, ahead = transition_study.measured_study(*study, self.rng)
        self.found.rows += rows
        self.found.comparisons += ahead
        self.found.notes.append(transition_study.NOTE)

    def labour_flows(self) -> None:
        """Measure moves into care by industry."""
        periods = labour_flows.load(self.real_data)
        if not periods:
            self._skip("labour-flows", "labour_flows")
        elif not hasattr(self.reader, "sector_affinity"):
            self.found.skipped.append("labour-flows: not measured, for the engine has no sector_affinity.")
        else:
            self.found.judgements.append("labour-flows")
            rows, ahead = labour_flows.measured_flows(periods, self.reader, self.rng)
            self.found.rows += rows
            self.found.comparisons += ahead
            self.found.notes.append(labour_flows.NOTE)

    def _skip(self, name: str, lies_in: str) -> None:
        self.found.skipped.append(f"{name}: not measured, for {self.real_data / lies_in} holds none of its files.")

    def _peers(self, judgements: RankingSet) -> dict[str, Method]:
        baselines = dict(judgements.baselines)
        if self.encoder:
            baselines[ENCODER_ALONE] = self.encoder
        return {name: _as_method(baseline) for name, baseline in baselines.items()}

    def _task(self, task: RankingTask, ours: dict[str, Method], peers: dict[str, Method]) -> None:
        scored = [each for name, method in (ours | peers).items() for each in self._scored(task, name, method)]
        for part in task.slices:
            here = {each.method: each for each in scored if each.part == part and each.judged}
            for each in here.values():
                self.found.rows += rows_of(each, self.rng)
            if here and ours:
                self.found.comparisons += self._comparisons(here, next(iter(ours)), peers)

    def _scored(self, task: RankingTask, name: str, method: Method) -> Iterator[Scored]:
        self.progress(f"{task.name}: {name}")
        for part, judged in task.judged(method(task)):
            yield Scored(task, part, name, judged)

    def _comparisons(self, here: dict[str, Scored], ours: str, peers: dict[str, Method]) -> Iterator[Comparison]:
        simple = max((here[name] for name in peers if name != ENCODER_ALONE), key=_first_metric)
        for peer in (simple, here.get(ENCODER_ALONE)):
            if peer is not None:
                yield compared(here[ours], peer, self.rng)


def evaluate(
    real_data: Path,
    reader: object,
    *,
    encoder: str | None = None,
    only: str | None = None,
    progress: Callable[[str], None] = lambda _sentence: None,
) -> Evaluation:
    """Measure our methods beside simple ones on every judgement set in a folder of real data.

    Parameters
    ----------
    real_data : Path
        The folder that ``CAREMATCH_REAL_DATA`` names.
    reader : object
        The engine; where it lacks what a set measures, the simple methods are measured alone.
    encoder : str, optional
        A local sentence-transformers folder, to be measured alone as well.
    only : str, optional
        One of `SETS`; all of them by default.
    progress : callable
        Told what is being measured.

    Raises
    ------
    FileError
        A file of judgements cannot be read.
    """
    run = _Measuring(real_data, reader, encoder_alone(encoder) if encoder else None, progress)
    for name, judgements in RANKING_SETS.items():
        if only in {None, name}:
            run.rankings(name, judgements)
    if only in {None, "transitions"}:
        run.transitions()
    if only in {None, "transition-study"}:
        run.transition_study()
    if only in {None, "labour-flows"}:
        run.labour_flows()
    return run.found


def _as_method(baseline: Baseline) -> Method:
    return lambda task: baseline(list(task.queries.values()), list(task.documents.values()))


def _first_metric(scored: Scored) -> float:
    return float(np.mean(scored.values(next(iter(scored.task.metrics)))))
