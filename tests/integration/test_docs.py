"""What the documents say is what the program does."""

import re
from pathlib import Path

from matcher.cli.main import carematch
from matcher.importers.candidates import CANDIDATE_COLUMNS
from matcher.importers.vacancies import VACANCY_COLUMNS
from matcher.scoring import load_model

ROOT = Path(__file__).parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_points_explained_are_the_weights_of_the_default_model() -> None:
    told = re.findall(r"^\| (\w+) \| (\d+) \|", read("docs/how-matching-works.md"), flags=re.MULTILINE)
    assert {name: float(points) for name, points in told} == dict(load_model().weights)


def test_the_card_of_the_default_model_gives_its_weights() -> None:
    told = re.findall(r"^\| (\w+) \| (\d+) \|", read("models/baseline-1/card.md"), flags=re.MULTILINE)
    assert {name: float(points) for name, points in told} == dict(load_model().weights)


def test_every_command_the_readme_calls_exists() -> None:
    called = set(re.findall(r"\.venv/bin/carematch (\S+)", read("README.md")))
    assert called
    assert called <= set(carematch.commands)


def test_every_column_of_a_file_is_documented() -> None:
    page = read("docs/files.md")
    for column in (*CANDIDATE_COLUMNS, *VACANCY_COLUMNS):
        assert re.search(rf"\b{column}\b", page), column


def test_every_room_is_on_the_map() -> None:
    page = read("docs/architecture.md")
    for room in (ROOT / "matcher").iterdir():
        if (room / "__init__.py").is_file() and not room.name.startswith("_"):
            assert f"`matcher/{room.name}/`" in page, room.name
