"""Write the golden rankings anew: ``make golden``. Read the difference before committing it."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

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
        engine.store.close()
    found: dict[str, object] = {}
    for person in people[::EVERY]:
        ranking = engine.match_candidate(person, work, k=K, as_of=DEMO_DAY)
        found[person.id] = {
            "matches": [[m.vacancy, m.title, round(m.score, 1)] for m in ranking.matches],
            "not_now": len(ranking.not_now),
            "ask_next": ranking.ask_next.field if ranking.ask_next else None,
        }
    for vacancy in work[::EVERY]:
        ranking = engine.match_vacancy(vacancy, people, k=K, as_of=DEMO_DAY)
        found[vacancy.id] = {
            "matches": [[m.candidate, round(m.score, 1)] for m in ranking.matches],
            "not_now": len(ranking.not_now),
            "ask_next": ranking.ask_next.field if ranking.ask_next else None,
        }
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps(golden_rankings(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
