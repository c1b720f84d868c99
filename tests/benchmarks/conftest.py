"""The demo's records, which made-up nations are made after."""

import pytest

from settled_demo import Templates, settled_demo


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """The settled records of the demo."""
    return settled_demo(tmp_path_factory.mktemp("demo"))
