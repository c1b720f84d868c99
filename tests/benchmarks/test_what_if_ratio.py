"""What if against a ranking: both are of the same vacancies."""

from matcher import Candidate, Engine, Vacancy
from matcher.benchmarks.what_if import what_if_against_ranking
from strategies import AS_OF


def test_both_are_measured_on_as_many_vacancies_as_are_asked_for(engine: Engine) -> None:
    work = [Vacancy(id="V", title="Care assistant")]
    ratio = what_if_against_ranking(engine, Candidate(id="C", skills=()), work, AS_OF, n=3)
    assert ratio.baseline == "one plain ranking of 3 vacancies"
    assert int(ratio.measured.split()[1]) >= 60
