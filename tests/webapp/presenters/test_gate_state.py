"""Where somebody stands with a condition, in words."""

import pytest

from matcher import Candidate, Engine, Vacancy
from webapp.presenters.matches import gate_state


@pytest.mark.parametrize(
    ("age_band", "min_age", "said"),
    [(None, 21, "For information"), ("18-20", 21, "For information"), ("21-plus", 18, "Met"), (None, 18, "Not known")],
)
def test_an_age_that_is_asked_for_information_is_neither_met_nor_missed(
    bare_engine: Engine, age_band: str | None, min_age: int, said: str
) -> None:
    work = Vacancy(id="V", min_age=min_age, min_age_reason="insurance" if min_age > 18 else None)
    match = bare_engine.match_candidate(Candidate(id="C", age_band=age_band), [work]).matches[0]
    assert gate_state(next(gate for gate in match.gates if gate.gate == "min_age")) == said
