import json

from golden.regenerate import FILE, golden_rankings


def test_the_demo_ranks_as_it_did_when_somebody_last_read_it() -> None:
    assert golden_rankings() == json.loads(FILE.read_text(encoding="utf-8")), (
        "run `make golden` and read the difference"
    )
