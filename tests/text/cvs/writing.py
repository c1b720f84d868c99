"""Documents written on the fly: the files that the tests of CVs read."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from fpdf import FPDF

__all__ = ["as_docx", "as_pdf", "as_two_columns", "docx_bytes"]

_LATIN = str.maketrans({"–": "-", "—": "-", "’": "'", "•": "-", "“": '"', "”": '"'})


def as_pdf(text: str) -> bytes:
    """One column; a line with ``>>`` has its second half at the right margin, as CVs put their dates."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    for line in text.translate(_LATIN).split("\n"):
        left, _, right = line.partition(">>")
        if right:
            pdf.cell(130, 5, left.strip())
            pdf.cell(0, 5, right.strip(), align="R", new_x="LMARGIN", new_y="NEXT")
        else:
            pdf.multi_cell(0, 5, left or " ", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def as_two_columns(left: str, right: str) -> bytes:
    """A narrow column with who somebody is and a wide one with what they did."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    for text, at, width in ((left, 10, 55), (right, 75, 125)):
        pdf.set_y(15)
        for line in text.translate(_LATIN).split("\n"):
            pdf.set_x(at)
            pdf.multi_cell(width, 5, line or " ", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def as_docx(text: str, *, header: str = "", rows: Sequence[Sequence[str]] = (), table_after: str = "") -> bytes:
    """Paragraphs, a header, and a table of rows after the paragraph that says `table_after`."""
    document = docx.Document()
    if header:
        document.sections[0].header.paragraphs[0].text = header
    for line in text.split("\n"):
        document.add_paragraph(line)
        if rows and line == table_after:
            table = document.add_table(len(rows), max(map(len, rows)))
            for n, row in enumerate(rows):
                for m, cell in enumerate(row):
                    table.cell(n, m).text = cell
    return docx_bytes(document)


def docx_bytes(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
