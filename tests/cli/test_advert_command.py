"""`advert`, run as somebody types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.cli.advert import advert
from matcher.errors import FileError

TEXT = "Night care assistant\n\nYou will give personal care. 30 hours per week, £13.20 per hour.\n"


def run(*arguments: str, sent: str | bytes | None = None) -> str:
    result = CliRunner().invoke(advert, list(arguments), input=sent, catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_each_field_is_shown_with_its_sentence_and_what_was_not_found(tmp_path: Path) -> None:
    file = tmp_path / "advert.txt"
    file.write_text(TEXT, encoding="utf-8")
    told = run(str(file))
    assert "hours: low 30.0, high 30.0\n    “30 hours per week, £13.20 per hour.”" in told
    assert "essential skills: personal-care" in told
    assert "Not found: " in told
    assert "driving licence" in told


def test_json_holds_values_sentences_and_places() -> None:
    document = json.loads(run("-", "--json", sent=TEXT))
    pay = document["fields"]["pay"]
    assert (pay["value"]["low"], pay["value"]["period"]) == (13.2, "hour")
    assert pay["sentence"] == "30 hours per week, £13.20 per hour."
    assert pay["end"] - pay["start"] == len(pay["sentence"])
    assert "closes" in document["not_found"]


def test_html_and_a_job_posting_are_read_too(tmp_path: Path) -> None:
    page = tmp_path / "advert.html"
    page.write_text("<h1>Carer</h1><p>30 hours per week</p>", encoding="utf-8")
    assert json.loads(run(str(page), "--json"))["title"] == "Carer"
    posting = tmp_path / "advert.json"
    posting.write_text(json.dumps({"@type": "JobPosting", "title": "Carer", "workHours": "20 hours a week"}))
    assert json.loads(run(str(posting), "--json"))["fields"]["hours"]["value"] == {"low": 20.0, "high": 20.0}


def test_an_advert_in_welsh_says_so() -> None:
    welsh = "Gofalwr\n\nMae gofal yn bwysig ac rydym yn gweithio gyda ein tîm ar draws yr ardal."
    assert "It seems to be in Welsh" in run("-", sent=welsh.encode())


@pytest.mark.parametrize("data", [b"", "Gofal £12".encode("cp1252"), "Carer".encode("utf-16"), "\U0001f600".encode()])
def test_any_text_is_read_in_its_encoding(data: bytes) -> None:
    assert "Not found: " in run("-", sent=data)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("missing.txt", None, "is no file"),
        ("advert.docx", b"PK\x03\x04\x00\x00", "is not text"),
        ("adverts.json", b'[{"title": "A"}, {"title": "B"}]', "holds no single advert"),
        ("broken.json", b'{"title": ', "begins like JSON"),
        ("large.txt", b"a" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_advert_is_refused_with_the_remedy(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(FileError, match=words):
        CliRunner().invoke(advert, [str(file)], catch_exceptions=False)
