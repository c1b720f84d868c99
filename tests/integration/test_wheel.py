"""What travels in the wheel."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return ZipFile(next(folder.glob("*.whl")))


@pytest.mark.parametrize(
    "name",
    [
        "matcher/_data/taxonomy/skills.csv",
        "matcher/_data/places/sectors.csv",
        "matcher/_data/demo/candidates.csv",
        "matcher/_models/DEFAULT",
        "matcher/_models/baseline-1/weights.json",
        "matcher/_data/pathways/courses.csv",
        "matcher/_models/baseline-1/card.md",
        "matcher/_models/reader-1/weights.json",
        "matcher/_models/transitions-1/weights.json",
        "matcher/py.typed",
        "webapp/templates/base.html",
    ],
)
def test_data_models_and_templates_travel(wheel: ZipFile, name: str) -> None:
    assert name in wheel.namelist()


def test_nothing_but_the_two_packages_lands_at_the_top(wheel: ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"matcher", "webapp"}
