import json

from golden.journeys import JOURNEYS, golden_journeys


def test_the_journeys_are_planned_as_they_were_when_somebody_last_read_them() -> None:
    assert golden_journeys() == json.loads(JOURNEYS.read_text(encoding="utf-8")), (
        "run `make golden` and read the difference in journeys.md"
    )
