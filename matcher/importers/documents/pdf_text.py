"""The text of a PDF, page by page, as it stands in the file; pictures are not looked at."""

import io

from matcher.errors import FileError
from matcher.importers.documents.kinds import SAVE_AS
from matcher.importers.documents.limits import Limits

__all__ = ["pdf_text"]

# Judgement: a scan may carry a stamp or a page number as text; a CV has more letters than that.
_FEWEST_LETTERS = 20
_NO_TEXT = (
    "holds no text: it is probably a scan or a photograph of a page. Send the document it was printed from (PDF or "
    "DOCX), or type the text into the form."
)
_LOCKED = "is protected with a password: open it, save or print it to a new PDF without a password, and send that."


def pdf_text(data: bytes, limits: Limits) -> tuple[str, int, list[str]]:
    """Text, number of pages in the file, and what was left out.

    Raises
    ------
    FileError
        Protected, damaged, or without text.
    """
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        pages, n_pages = _pages(data, limits)
    except (MemoryError, FileError):
        raise
    except LimitReachedError as error:
        raise FileError(f"unpacks to more than any CV needs: {SAVE_AS}, then send it again.") from error
    except DependencyError as error:  # a kind of encryption that needs a library we do not carry
        raise FileError(_LOCKED) from error
    except Exception as error:  # a hostile document may raise anything, and all of it means one thing
        raise FileError(
            f"is damaged or no PDF that can be read ({type(error).__name__}): {SAVE_AS}, then send it again."
        ) from error
    if sum(character.isalpha() for page in pages for character in page) < _FEWEST_LETTERS:
        raise FileError(_NO_TEXT)
    return "\n\n".join(pages), n_pages, _notes(pages, n_pages)


def _pages(data: bytes, limits: Limits) -> tuple[list[str], int]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileError(_LOCKED)
    n_pages = len(reader.pages)
    pages: list[str] = []
    for number in range(min(n_pages, limits.n_pages)):
        page = reader.pages[number]
        contents = page.get_contents()
        if contents is not None:
            contents.get_data()  # says so where it is too large; reading the text would pass over it in silence
        pages.append(page.extract_text())
        if sum(map(len, pages)) > limits.n_characters:
            break
    return pages, n_pages


def _notes(pages: list[str], n_pages: int) -> list[str]:
    notes = [f"Page {n} holds no text (a picture?)." for n, page in enumerate(pages, start=1) if not page.strip()]
    if len(pages) < n_pages:
        notes.append(f"Only the first {len(pages)} of {n_pages} pages were read.")
    return notes
