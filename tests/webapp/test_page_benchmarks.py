"""What the benchmark of pages measures: a page that really shows what it says."""

from pathlib import Path

from matcher.engine import Engine
from matcher.importers.demo import load_demo
from matcher.store import Store
from webapp.benchmarks import MOST_BYTES, N_RESULTS, page_against_ranking, page_bytes


def test_the_page_measured_holds_twenty_results_and_a_first_visit_keeps_its_promise(
    bare_engine: Engine, tmp_path: Path
) -> None:
    store = Store(f"sqlite:///{tmp_path}/bench.db")
    store.migrate()
    list(load_demo(store, bare_engine.taxonomy, bare_engine.gazetteer))
    engine = Engine(bare_engine.taxonomy, store.gazetteer(bare_engine.gazetteer), bare_engine.model, store)
    ratio = page_against_ranking(engine, tmp_path)
    assert str(N_RESULTS) in ratio.measured
    assert ratio.baseline_seconds > 0 < ratio.measured_seconds
    assert page_bytes(engine, tmp_path) < MOST_BYTES
    store.close()
