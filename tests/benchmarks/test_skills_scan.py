"""The comparison of the reader of skills with a plain scan."""

import pytest

from matcher.benchmarks.skills import demo_adverts, mentions_against_scan, whole_esco
from matcher.engine import Engine


def test_the_scan_and_the_reader_are_both_timed_on_the_same_adverts(engine: Engine) -> None:
    ratio = mentions_against_scan(engine.taxonomy, demo_adverts(1))
    assert ratio.baseline_seconds > 0 < ratio.measured_seconds
    assert "1 adverts" in ratio.measured


def test_without_real_data_there_is_no_whole_esco(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CAREMATCH_REAL_DATA", raising=False)
    assert whole_esco() is None
