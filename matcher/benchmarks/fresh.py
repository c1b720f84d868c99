"""The stages of a fresh process: ``python -m matcher.benchmarks.fresh`` prints the seconds of each as JSON.

A module of its own, so that nothing is imported before the clock starts.
"""

import json
import time

__all__ = ["N_VACANCIES", "STAGES", "stages"]

N_VACANCIES = 1_000
STAGES = ("import", "engine", "ranking", "matching")


def stages() -> dict[str, float]:
    """Seconds of each of `STAGES`: import, engine, first ranking, first matching of everybody with everything."""
    ends = [time.perf_counter()]
    from matcher import Candidate, Engine, Vacancy

    ends.append(time.perf_counter())
    engine = Engine.load()
    ends.append(time.perf_counter())
    person = Candidate(id="C", postcode="LS9 7TF", skills=("patience", "cooking"), prior_sector=("retail",))
    work = [Vacancy(id=f"V{n}", title="Care assistant", postcode="LS9 7LW") for n in range(N_VACANCIES)]
    engine.match_candidate(person, work)
    ends.append(time.perf_counter())
    engine.match_all([person], work)
    ends.append(time.perf_counter())
    return {stage: end - start for stage, start, end in zip(STAGES, ends[:-1], ends[1:], strict=True)}


if __name__ == "__main__":
    print(json.dumps(stages()))  # noqa: T201 - read by `matcher.benchmarks.nationwide.cold`
