"""`carematch skills`."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from matcher.cli.skills import skills
from matcher.errors import InputError

NAN = "I looked after my nan for six years, gave her medication, did the shopping and dealt with the district nurses"


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREMATCH_DATABASE_URL", f"sqlite:///{tmp_path / 'skills.db'}")


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(skills, list(arguments), input=given, catch_exceptions=False)


def test_each_skill_is_listed_with_what_was_written() -> None:
    printed = run(NAN).output
    for said in (
        "looking after older people",
        "looked after my nan",
        "giving medicines",
        "dealt with the district nurses",
    ):
        assert said in printed


def test_json_gives_the_place_of_each_skill() -> None:
    document = json.loads(run(NAN, "--json").output)
    assert [item["skill"] for item in document] == [
        "older-people-care",
        "medication-administration",
        "shopping-for-people",
        "professional-liaison",
    ]
    assert all(NAN[item["start"] : item["end"]] == item["text"] for item in document)
    assert set(document[0]) == {"skill", "label", "uri", "text", "start", "end", "confidence", "standing"}


def test_standard_input_is_read_and_markup_escaped_twice_with_it() -> None:
    document = json.loads(
        run(
            "-", "--json", given="&amp;lt;p&amp;gt;Food &amp;amp;amp; drink. First aid desirable&amp;lt;/p&amp;gt;"
        ).output
    )
    assert [(item["skill"], item["standing"]) for item in document] == [("first-aid", "desirable")]


def test_a_text_of_nothing_known_says_so() -> None:
    assert "No skill" in run("The sky is blue.").output


@pytest.mark.parametrize("text", ["", "  \n ", "<p> </p>"])
def test_an_empty_text_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(InputError, match=r"empty: write a sentence") as refusal:
        run(text)
    assert "\n" not in str(refusal.value)
    assert not isinstance(refusal.value, click.ClickException)
