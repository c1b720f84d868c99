"""What kind of file it is, by its first bytes and never by its name."""

from matcher.errors import FileError

__all__ = ["SAVE_AS", "recognise"]

SAVE_AS = "open it in your word processor and save it as a Word document (.docx) or as a PDF"
_TYPE_IT = "type the text into the form, or send the document it was made from as PDF, DOCX or plain text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_OTHERS = {
    b"{\\rtf": f"is a rich text document (RTF), which is not read: {SAVE_AS}",
    b"\x1f\x8b": "is a compressed file (gzip): unpack it and send the document that is in it",
    b"7z\xbc\xaf": "is a compressed archive (7z): unpack it and send the document that is in it",
    b"Rar!": "is a compressed archive (RAR): unpack it and send the document that is in it",
    b"\x7fELF": "is a program, not a document: send a PDF, a DOCX or plain text",
    b"MZ": "is a program, not a document: send a PDF, a DOCX or plain text",
    b"SQLite format 3": "is a database, not a document: send a PDF, a DOCX or plain text",
}
# The PDF standard lets a few bytes stand before the mark.
_PDF_MARK_WITHIN = 1024
_SHORT_MARK = 2


def recognise(data: bytes) -> str:
    """``"pdf"``, ``"docx"`` (any ZIP, looked into later) or ``"text"``.

    Raises
    ------
    FileError
        An empty file, a picture, an old Word file and everything else that is not read, with what to do.
    """
    if not data.strip():
        raise FileError("is empty: send the file that holds the CV.")
    if b"%PDF-" in data[:_PDF_MARK_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    _refuse_others(data)
    return "text"


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        raise FileError(_old_office(data))
    picture = next((name for mark, name in _PICTURES.items() if _begins(data, mark)), "")
    if picture or data[4:12] in {b"ftypheic", b"ftypmif1", b"ftypheix"} or data[8:12] == b"WEBP":
        raise FileError(
            f"is a picture ({picture or 'photograph'}), whatever its name says, and is not read: {_TYPE_IT}."
        )
    other = next((words for mark, words in _OTHERS.items() if _begins(data, mark)), "")
    if other:
        raise FileError(f"{other}.")


def _begins(data: bytes, mark: bytes) -> bool:
    """Whether it begins with a mark; one of two letters counts only where no text follows ("BMW", "MZ")."""
    return data.startswith(mark) and (len(mark) > _SHORT_MARK or b"\0" in data[:64])


def _old_office(data: bytes) -> str:
    if _ENCRYPTED_OFFICE in data:
        return "is protected with a password: open it, take the password off, save it and send it again."
    return f"is an old Word document (.doc), which is not read: {SAVE_AS}."
