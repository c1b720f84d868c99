"""Figures as the text of a section: a table of ways, then a line or a table for everything else."""

from collections.abc import Mapping, Sequence
from typing import Any

from matcher.benchmarks.national import SIZES
from matcher.benchmarks.nationwide.machine import machine, today
from matcher.benchmarks.nationwide.matching import K
from matcher.benchmarks.nationwide.parts import PARTS
from matcher.benchmarks.nationwide.running import Outcome

__all__ = ["report"]

_WAYS = {
    "compiled": "compiled, all cores (ours)",
    "plain": "without numba (ours)",
    "ball_tree": "BallTree + NumPy",
    "polars": "Polars",
}
_STAGES = {
    "import": "import",
    "engine": "engine loaded",
    "ranking": "first ranking of {n_vacancies:,.0f} vacancies for a person",
    "matching": "first matching of everybody with everything",
    "whole": "the whole process, Python's own start included",
}

Figures = Mapping[str, Any]


def report(scale: str, outcomes: Sequence[Outcome]) -> str:
    """What was measured on a scale, in Markdown; what failed says why, and what was not asked for is left out."""
    by_name = {outcome.name: outcome for outcome in outcomes}
    n_people, n_vacancies = SIZES[scale]
    blocks = [
        f"### Scale {scale}: {n_people:,} people and {n_vacancies:,} vacancies",
        f"Run on {today()}. {machine()}.",
        _ways(by_name),
    ]
    lines = {
        "nation": _nation,
        "oracle": _oracle,
        "streaming": lambda figures: _streaming(figures, by_name),
        "growth": _growth,
        "cold": _cold,
        "warm": _warm,
        "imports": _imports,
        "dask": _dask,
    }
    for name, tell in lines.items():
        if name in by_name:
            outcome = by_name[name]
            told = tell(outcome.figures) if outcome.figures is not None else f"{outcome.reason}."
            blocks.append(f"**{_title(name)}.** {told}")
    return "\n\n".join(block for block in blocks if block)


def _title(name: str) -> str:
    says = PARTS[name].says
    return says[0].upper() + says[1:]


def _ways(by_name: Mapping[str, Outcome]) -> str:
    measured = {name: by_name[name] for name in _WAYS if name in by_name}
    if not measured:
        return ""
    ours = measured.get("compiled")
    seconds = ours.figures["seconds"] if ours and ours.figures else None
    rows = [[_WAYS[name], *_way(outcome, seconds)] for name, outcome in measured.items()]
    columns = ("way", "seconds", "of all cores together", "times the compiled way", "most memory", "lists")
    told = f"The best {K} for everybody, both ways, by the whole score.\n\n{_table(columns, rows)}"
    return "\n\n".join([told, *_ratios(measured)])


def _ratios(measured: Mapping[str, Outcome]) -> list[str]:
    """How many times as quick our ways are as each baseline, in one sentence."""
    seconds: dict[str, Any] = {
        name: outcome.figures["seconds"] for name, outcome in measured.items() if outcome.figures is not None
    }
    told = [
        f"{seconds[baseline] / seconds[way]:.1f} times as quick as {_WAYS[baseline]} {said}"
        for way, said in (("compiled", "with numba"), ("plain", "without"))
        for baseline in ("ball_tree", "polars")
        if way in seconds and baseline in seconds
    ]
    return [f"We are {', '.join(told)}."] if told else []


def _way(outcome: Outcome, compiled_seconds: Any) -> list[str]:
    figures: Figures | None = outcome.figures
    if figures is None:
        return [outcome.reason, "", "", "", ""]
    times = f"{figures['seconds'] / compiled_seconds:.1f}" if compiled_seconds else ""
    about = "about " if "n_sampled" in figures else ""
    cost = [f"{about}{figures[name]:,.1f}" for name in ("seconds", "cpu_seconds")]
    return [*cost, f"{about}{times}" if times else "", f"{figures['peak_mb']:,.0f} MB", _lists(figures)]


def _lists(figures: Figures) -> str:
    if "same_lists" not in figures:
        return "the measure"
    of = f" (of {figures['n_sampled']:,.0f} people, all squares of the map alike)" if "n_sampled" in figures else ""
    if not figures["same_lists"]:
        return f"**others**: {figures['n_other_rows']:,.0f} places, off by {figures['points_off']:.2g} points{of}"
    return f"the same{of}" if not figures["points_off"] else f"the same but for rounding{of}"


def _nation(figures: Figures) -> str:
    return f"{figures['seconds']:.1f} s, at most {figures['peak_mb']:,.0f} MB; seed {figures['seed']:.0f}."


def _oracle(figures: Figures) -> str:
    n_lists = figures["n_people"] + figures["n_vacancies"]
    return (
        f"{figures['n_people']:,.0f} people and {figures['n_vacancies']:,.0f} vacancies: recall at {K} is "
        f"{figures['recall_for_people']:.4f} and {figures['recall_for_vacancies']:.4f}; "
        f"{figures['n_lists_that_differ']:,.0f} of {n_lists:,.0f} lists differ in order or by a bit of a score."
    )


def _streaming(figures: Figures, by_name: Mapping[str, Outcome]) -> str:
    ours = by_name.get("compiled")
    told = (
        f"{figures['n_pairs']:,.0f} pairs in reach at 64 bytes each take {figures['seconds']:.2f} s on all cores; with "
        f"{figures['n_pairs_anywhere']:,.0f} more that no place decides, {figures['seconds_with_anywhere']:.2f} s."
    )
    if ours is None or ours.figures is None:
        return told
    took: Any = ours.figures["seconds"]
    return (
        f"{told} We take {took / figures['seconds']:.1f} and {took / figures['seconds_with_anywhere']:.1f} times that."
    )


def _growth(figures: Figures) -> str:
    columns = ("share of both sides", "seconds", "of all cores together")
    rows = [
        [f"1/{1 / share:.0f}", f"{seconds:.2f}", f"{cpu_seconds:.2f}"]
        for share, seconds, cpu_seconds in zip(
            figures["shares"], figures["seconds"], figures["cpu_seconds"], strict=True
        )
    ]
    told = f"Exponent {figures['exponent']:.2f} by the clock, {figures['cpu_exponent']:.2f} by processor time."
    return f"{told}\n\n{_table(columns, rows)}"


def _cold(figures: Figures) -> str:
    columns = ("seconds", "nothing compiled yet", "compiled before")
    rows = [
        [says.format(**figures), f"{figures[f'{stage}_without']:.2f}", f"{figures[f'{stage}_with']:.2f}"]
        for stage, says in _STAGES.items()
    ]
    return f"Seconds of each stage.\n\n{_table(columns, rows)}"


def _warm(figures: Figures) -> str:
    columns = ("milliseconds", "median", "99 of 100 under")
    rows = [
        [f"{name} for {of}", f"{figures[f'{name}_p50']:.2f}", f"{figures[f'{name}_p99']:.2f}"]
        for name, of in (("vacancies", "a person"), ("candidates", "a vacancy"))
    ]
    told = f"The best {K}, explanations apart; ready after {figures['ready_seconds']:.1f} s"
    return f"{told}, at most {figures['peak_mb']:,.0f} MB.\n\n{_table(columns, rows)}"


def _imports(figures: Figures) -> str:
    columns = ("from CSV into SQLite", "rows a second", "of a bare insert's")
    rows = [
        [kind, f"{figures[f'{kind}_a_second']:,.0f}", f"{figures[f'{kind}_share']:.2f}"]
        for kind in ("candidates", "vacancies")
    ]
    return f"All rows of the scale.\n\n{_table(columns, rows)}"


def _dask(figures: Figures) -> str:
    return (
        f"{figures['n_parts']:,.0f} parts from files, a thread a worker: one takes {figures['one_seconds']:.1f} s, two "
        f"{figures['two_seconds']:.1f} s, {figures['times']:.2f} times as quick."
    )


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
