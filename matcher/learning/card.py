"""A model's card, written from its figures, for somebody who has never seen the code."""

from collections.abc import Iterator

from matcher.learning.examples import Examples
from matcher.learning.held_back import N_PARTS
from matcher.learning.referred import SILENCE, Fate
from matcher.learning.sources import Sources
from matcher.learning.training import DECIDES, MARGIN, MEASURES_SAID, Trained
from matcher.scoring.model import CAPS, FEATURES

__all__ = ["FATES_SAID", "write_card"]

FATES_SAID = {
    Fate.STARTED: "started",
    Fate.NOT_SELECTED: "were not selected",
    Fate.WITHDREW: "withdrew",
    Fate.SILENT: f"had no news for {SILENCE.days // 7} weeks or more, which counts as not started",
    Fate.OPEN: "are still open: left out",
    Fate.OVERTAKEN: "ended when the person started elsewhere: left out",
    Fate.UNDATED: "have neither an ending nor a date: left out",
}
_USE = """\
**Use.** Ordering vacancies for a candidate and candidates for a vacancy, for a person to read and decide. Not for
deciding alone, and not a chance of being hired. The chances in `calibration.json` are for sums over groups of a
programme, never beside a person."""
_NEVER_USED = """\
**Never used.** Name, sex, ethnicity, religion, disability, health, benefits, convictions, nationality, date of
birth."""
_LIMITS = """\
**Known limits.**

- Only pairs that somebody referred are learned from. What was never referred is no sign against it, and how it would
  have gone is not known.
- People and vacancies are read as they are stored now, and judged on the day of the referral: what somebody learned
  since counts as if they had brought it.
- A feature that was not known enters with the value it was scored with, its prior.
- The outcomes are what one programme's advisors, providers and candidates decided: whatever was unfair there can be
  learned, within the signs and caps that every model keeps."""


def write_card(name: str, trained: Trained, sources: Sources, examples: Examples) -> str:
    """The card of a model, in Markdown."""
    return "\n\n".join(_parts(name, trained, sources, examples)) + "\n"


def _parts(name: str, trained: Trained, sources: Sources, examples: Examples) -> Iterator[str]:
    before, because = trained.current.name, trained.verdict.because
    yield f"# Model card: {name}"
    yield (
        f"**What it is.** Ten weights in points out of 100, fitted to {trained.fitted.n:,} outcomes of referrals and "
        f"held near\nthose of {before}. Its priors are those of {before}."
    )
    yield f"**No worse?** {because[:1].upper()}{because[1:]}."
    yield _USE
    yield _data(sources)
    yield _method(trained)
    yield "\n".join(_weights(trained, sources, examples))
    yield "\n".join(_measures(trained))
    yield _NEVER_USED
    yield _LIMITS


def _data(sources: Sources) -> str:
    """Where the outcomes came from, and what became of them."""
    fates = [f"- {sources.fates[fate]:,} {said}" for fate, said in FATES_SAID.items() if sources.fates.get(fate)]
    return (
        f"**Data.** {sources.n_rows:,} rows of outcomes as known on {sources.as_of}, fingerprint "
        f"`{sources.fingerprint[:16]}`. Learned from: pairs\nof {sources.n_candidates:,} candidates and "
        f"{sources.n_vacancies:,} vacancies. Of all pairs in the file\n\n" + "\n".join(fates)
    )


def _method(trained: Trained) -> str:
    caps = ", ".join(f"{name} {cap:g}" for name, cap in CAPS.items())
    move = f"expects a weight to move by {trained.fitted.expected_move:g} points"
    held = "keeps them as they are" if trained.fitted.is_current else move
    return (
        "**How.** Logistic regression of starting on the score; weights 0 or more, summing to 100, none above its cap "
        f"({caps}),\nshrunk to the current ones. Of a few strengths the strongest within a quarter of a standard error "
        f"of the best,\non candidates left out: it {held}."
    )


def _weights(trained: Trained, sources: Sources, examples: Examples) -> Iterator[str]:
    """Weights before and after, and what moved them."""
    yield "| feature | before | now | mean of who started | mean of the others | not wholly known |"
    yield "|---|---|---|---|---|---|"
    means = [examples.features[rows].mean(axis=0) for rows in (examples.started, ~examples.started)]
    for name, started, others in zip(FEATURES, *means, strict=True):
        before, now = trained.current.weights[name], trained.fitted.weights[name]
        yield f"| {name} | {before:g} | {now:g} | {started:.2f} | {others:.2f} | {sources.unknown[name]:.0%} |"


def _measures(trained: Trained) -> Iterator[str]:
    """How both models do on outcomes held back."""
    held_back = trained.held_back
    yield f"**How good.** Every candidate's outcomes were judged by weights fitted to other people's ({N_PARTS} parts)."
    yield "The interval of the difference is 95%, bootstrapped over candidates."
    yield ""
    yield "| measure | learned | current | difference | lower end at least |"
    yield "|---|---|---|---|---|"
    for name, found in held_back.measures.items():
        change, margin = found.difference, f"{-MARGIN:g}" if name == DECIDES else ""
        interval = f"{change.value:+.4f} [{change.low:+.4f} to {change.high:+.4f}]"
        yield f"| {MEASURES_SAID[name]} | {found.learned:.4f} | {found.current:.4f} | {interval} | {margin} |"
    yield ""
    yield f"Expected calibration error {held_back.calibration_error:.3f}; exact chances would show"
    yield f"{held_back.calibration_error_by_chance:.3f} with as many outcomes."
