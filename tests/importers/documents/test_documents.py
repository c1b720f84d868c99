"""Documents read in a process of their own: what is read, what is refused, and that the asker survives."""

import io
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from fpdf import FPDF

from matcher.errors import FileError
from matcher.importers.documents import LIMITS, Limits, read_document, read_document_bytes

DOCX_TYPES = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEXT_BOX = """
<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape><v:textbox><w:txbxContent>
     <w:p><w:r><w:t>In a text box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>
"""


def pdf(*pages: str, password: str = "") -> bytes:
    document = FPDF()
    document.set_font("helvetica", size=11)
    for page in pages:
        document.add_page()
        document.multi_cell(0, 6, page)
    if password:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def word(*lines: str) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def pdf_with_stream(content: bytes) -> bytes:
    """A PDF of one page whose text is one packed stream."""
    packed = zlib.compress(content, 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    )
    out, places = b"%PDF-1.4\n", []
    for n, content_of in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, content_of)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def refused(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(FileError) as caught:
        read_document_bytes(data, "cv", limits)
    return str(caught.value)


def test_a_pdf_is_read_page_by_page() -> None:
    document = read_document_bytes(pdf("Care assistant at Sunny House since 2015", "Cleaner before that"), "cv.pdf")
    assert document.text.split("\n\n") == ["Care assistant at Sunny House since 2015", "Cleaner before that"]
    assert (document.n_pages, document.notes) == (2, ())


def test_a_word_document_is_read_with_header_table_and_text_box_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Header"
    document.add_paragraph("First")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2015 - 2018", "Cleaner"
    document.element.body.insert(2, parse_xml(TEXT_BOX))
    document.sections[0].footer.paragraphs[0].text = "Footer"
    lines = read_document_bytes(saved(document), "cv.docx").text.split("\n")
    assert [line for line in lines if line] == ["Header", "First", "2015 - 2018\tCleaner", "In a text box", "Footer"]


def test_a_tall_table_is_read_cell_by_cell() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2015 - 2018", "Cleaner\nISS, Leeds"
    lines = read_document_bytes(saved(document), "cv.docx").text.split("\n")
    assert [line for line in lines if line] == ["2015 - 2018", "Cleaner", "ISS, Leeds"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert read_document_bytes("Café – Zoë".encode(encoding), "cv.txt").text == "Café – Zoë"


def test_what_nobody_sees_is_taken_out() -> None:
    text = "Care\u00a0assis\u200btant, first\r\nin a care home and then in a hospital,\rwith ﬁrst\x00 aid"
    assert read_document_bytes(text.encode(), "cv.txt").text == (
        "Care assistant, first\nin a care home and then in a hospital,\nwith first aid"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (pdf("Care assistant", password="secret"), "protected with a password"),
        (pdf(""), "holds no text: it is probably a scan"),
        (b"%PDF-1.4 nothing more", "is damaged"),
        (pdf("Care assistant at Sunny House since 2015")[:400], "is damaged"),
        (word("Care assistant")[:3000], "is damaged"),
        (archive({"notes.txt": b"hello"}), "is a ZIP archive, not a Word document"),
        (archive({"xl/workbook.xml": b"<a/>"}), "is an Excel workbook, not a Word document"),
        (archive({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": b"no xml"}), "is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is an old Word document (.doc)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture (PNG)"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "is a picture (JPEG)"),
        (b"{\\rtf1 hello}", "is a rich text document"),
        (bytes(range(256)) * 20, "is not a document that is read here"),
        (word(""), "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_a_file_of_100_mb_is_refused_before_anything_reads_it() -> None:
    assert refused(bytes(100 << 20)) == (
        "cv is larger than 10 MB, and a CV is not: take the pictures out, or send the text alone."
    )


def test_a_bomb_of_zeros_is_refused_by_the_size_its_directory_declares() -> None:
    bomb = archive({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": bytes(100 << 20)})
    assert len(bomb) < 200_000
    assert "unpacks to more than 60 MB" in refused(bomb)


def test_a_directory_that_lies_about_its_sizes_is_refused() -> None:
    bomb = archive({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": bytes(100 << 20)})
    lying = bomb.replace((100 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert "is damaged" in refused(lying) or "unpacks to more" in refused(lying)


def test_too_many_parts_are_refused() -> None:
    assert "parts" in refused(archive({f"word/{n}.xml": b"" for n in range(2000)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_grow_are_refused(encoding: str) -> None:
    xml = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'.encode(encoding)
    assert "document type declaration" in refused(
        archive({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": xml})
    )


def test_a_pdf_bomb_is_refused() -> None:
    bomb = pdf_with_stream(bytes(200 << 20))
    assert len(bomb) < 1 << 20
    assert "unpacks to more than any CV needs" in refused(bomb)


def test_a_document_that_takes_too_long_is_given_up() -> None:
    words = refused(pdf("Care assistant at Sunny House since 2015"), Limits(wall_seconds=0))
    assert "took longer than 0 seconds" in words


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_document_that_takes_too_much_memory_is_given_up() -> None:
    large = archive({"[Content_Types].xml": DOCX_TYPES, "word/document.xml": b"<a>%s</a>" % (b"<b/>" * (8 << 20))})
    assert refused(large, Limits(memory_bytes=80 << 20))


def test_pages_and_characters_beyond_the_limit_are_left_out_and_said() -> None:
    document = read_document_bytes(pdf(*["Care assistant at Sunny House since 2015"] * 4), "cv.pdf", Limits(n_pages=2))
    assert document.text.count("Care") == 2
    assert document.notes == ("Only the first 2 of 4 pages were read.",)
    short = read_document_bytes(b"Care assistant", "cv.txt", Limits(n_characters=4))
    assert (short.text, short.notes) == ("Care", ("Only the first 4 characters were read.",))


def test_a_page_without_text_is_said() -> None:
    document = read_document_bytes(pdf("Care assistant at Sunny House since 2015", ""), "cv.pdf")
    assert document.notes == ("Page 2 holds no text (a picture?).",)


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("Care assistant")
    assert read_document(path).text == "Care assistant"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="There is no file"):
        read_document(tmp_path / "none.pdf")
    with pytest.raises(FileError, match="is a folder"):
        read_document(tmp_path)


def test_modules_beside_the_document_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docx.py").write_text("raise SystemExit('loaded from the folder of the document')")
    monkeypatch.chdir(tmp_path)
    assert read_document_bytes(word("Care assistant"), "cv.docx").text.strip() == "Care assistant"


def test_the_reading_process_gets_no_settings_and_writes_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[dict[str, str]] = []
    run = subprocess.run

    def watched(*arguments: object, **options: object) -> object:
        started.append(options["env"])  # type: ignore[arg-type]  # the test reads what was passed
        return run(*arguments, **options)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setenv("CAREMATCH_SECRET_KEY", "secret")
    monkeypatch.setattr(subprocess, "run", watched)
    read_document_bytes(b"Care assistant", "cv.txt")
    assert started
    assert "CAREMATCH_SECRET_KEY" not in started[0]
    assert os.environ["CAREMATCH_SECRET_KEY"] == "secret"
