"""What the terminal says of what would change a ranking."""

import pytest

from matcher import Candidate, Engine, Vacancy
from matcher.cli.printing import print_ranking
from strategies import AS_OF


def test_a_candidate_is_told_what_would_open_each_vacancy_and_how_many(
    engine: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    work = [
        Vacancy(id="V1", title="Home carer", driving_licence=True),
        Vacancy(id="V2", title="Closed", closes="2026-01-01"),
    ]
    print_ranking(engine.match_candidate(Candidate(id="C", driving_licence=False), work, as_of=AS_OF), engine)
    said = " ".join(capsys.readouterr().out.split())
    assert "Home carer: The work needs a driving licence" in said
    assert "With a driving licence this would be open." in said
    assert "What would open more - a driving licence: opens 1" in said
    assert said.index("Home carer") < said.index("Closed:"), "what a change opens comes first"


def test_a_low_match_is_told_what_would_lift_it(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    person = Candidate(id="C", skills=(), prior_sector=("finance",), pay_min_gbp_per_hour=20)
    work = Vacancy(id="V", essential_skills="food hygiene", optional_skills="autism", pay_max_gbp_per_hour=13)
    print_ranking(engine.match_candidate(person, [work], as_of=AS_OF), engine)
    said = " ".join(capsys.readouterr().out.split())
    assert "to lift: With a short course in keeping food safe: about 30 points more." in said
    assert "a short course in keeping food safe: lifts 1 by 5 points or more" in said


def test_a_provider_is_told_whom_the_must_haves_leave(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    people = [Candidate(id=f"C{number}", vehicle=number < 3) for number in range(17)] + [Candidate(id="C99")]
    print_ranking(engine.match_vacancy(Vacancy(id="V", vehicle=True), people, as_of=AS_OF), engine)
    said = " ".join(capsys.readouterr().out.split())
    assert "without a vehicle of one's own: 18 instead of 4; 1 of the 4 not asked yet" in said
