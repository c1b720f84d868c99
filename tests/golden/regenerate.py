"""Write the golden rankings and journeys anew: ``make golden``. Read the difference before committing it."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.domain import Candidate, Ranking, Vacancy
from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY, load_demo

FILE = Path(__file__).with_name("rankings.json")
K = 8
EVERY = 9


def golden_rankings() -> dict[str, object]:
    """The first places, to a tenth of a point, for every ninth candidate and vacancy of the demo."""
    with TemporaryDirectory() as folder:
        engine = Engine.load(database=f"sqlite:///{Path(folder) / 'golden.db'}")
        assert engine.store is not None
        for _ in load_demo(engine.store, engine.taxonomy, engine.gazetteer):
            pass
        people, work = engine.store.candidates(), engine.store.vacancies()
        found = {person.id: _of_candidate(engine, person, work) for person in people[::EVERY]}
        found |= {vacancy.id: _of_vacancy(engine, vacancy, people) for vacancy in work[::EVERY]}
        engine.store.close()
    return found


def _of_candidate(engine: Engine, person: Candidate, work: Sequence[Vacancy]) -> object:
    ranking = engine.match_candidate(person, work, k=K, as_of=DEMO_DAY)
    return {
        "matches": [[match.vacancy, match.title, round(match.score, 1)] for match in ranking.matches],
        **_beside(ranking),
        "changes": [[effect.change.what, effect.opens, effect.lifts] for effect in ranking.changes[:3]],
    }


def _of_vacancy(engine: Engine, vacancy: Vacancy, people: Sequence[Candidate]) -> object:
    ranking = engine.match_vacancy(vacancy, people, k=K, as_of=DEMO_DAY)
    return {
        "matches": [[match.candidate, round(match.score, 1)] for match in ranking.matches],
        **_beside(ranking),
        "must_haves": [[must.label, must.n_with, must.n_without] for must in ranking.must_haves],
    }


def _beside(ranking: Ranking) -> dict[str, object]:
    return {"not_now": len(ranking.not_now), "ask_next": ranking.ask_next.field if ranking.ask_next else None}


def write_journeys() -> None:
    """Write the journeys, to compare and to read."""
    from tests.golden.journeys import JOURNEYS, TEXT, as_text, golden_journeys

    JOURNEYS.write_text(json.dumps(golden_journeys(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    TEXT.write_text(as_text(), encoding="utf-8")


if __name__ == "__main__":
    write_journeys()
    FILE.write_text(json.dumps(golden_rankings(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
