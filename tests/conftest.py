"""What tests share: real data, a browser and PostgreSQL where the machine has them."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from matcher.engine import Engine


def missing(what: str) -> None:
    """Skip for a thing this machine lacks; on CI that is a failure."""
    if os.environ.get("CAREMATCH_CI") == "1":
        pytest.fail(f"CAREMATCH_CI=1, and {what}")
    pytest.skip(what)


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real data that nobody here wrote."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder or not Path(folder).is_dir():
        missing("CAREMATCH_REAL_DATA names no folder of real data")
    return Path(str(folder))


settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", parent=settings.get_profile("default"), max_examples=10_000)
settings.load_profile(os.environ.get("CAREMATCH_CASES") or "default")


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine on the shipped tables, without a database."""
    return Engine.load()
