"""A DOCX looked into before anything opens it: a ZIP archive that must be small, plain and a Word document."""

import io
import zipfile
import zlib

from matcher.errors import FileError
from matcher.importers.documents.kinds import SAVE_AS
from matcher.importers.documents.limits import Limits

__all__ = ["check_docx"]

_BLOCK = 1 << 16
_MAIN_TYPE = b"wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"
_MOST_TYPES_BYTES = 1 << 20
_OTHER_OFFICE = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "Index/": "an Apple Pages document",
    "META-INF/": "an e-book or a program",
    "word/": "a Word template or a document with macros",
}
# A document type declares entities, which can be made to grow without end; no Word document has one.
_DOCTYPES = tuple(
    mark
    for word in ("<!DOCTYPE", "<!ENTITY")
    for mark in (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
)
_OVERLAP = max(map(len, _DOCTYPES))


def check_docx(data: bytes, limits: Limits) -> None:
    """Refuse an archive that is no Word document, or would unpack to more than is allowed.

    The sizes that its directory declares are checked first, then every part is unpacked and counted, block by block:
    a directory can lie.

    Raises
    ------
    FileError
        Damaged, protected, something else than a Word document, or too large unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive, limits)
            _check_parts(archive, limits)
            _check_types(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError, OSError) as error:
        if isinstance(error, FileError):
            raise
        raise FileError(f"is damaged and cannot be unpacked: {SAVE_AS}, then send it again.") from error


def _check_directory(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.n_parts:
        raise FileError(f"holds {len(parts):,} parts and a document has at most {limits.n_parts:,}: {SAVE_AS}.")
    if any(part.flag_bits & 1 for part in parts):
        raise FileError("is protected with a password: take the password off, save it and send it again.")
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise _too_large(limits)


def _check_parts(archive: zipfile.ZipFile, limits: Limits) -> None:
    left = limits.unpacked_bytes
    for part in archive.infolist():
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        before = b""
        with archive.open(part) as unpacked:
            while block := unpacked.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise _too_large(limits)
                if is_xml and any(mark in before + block for mark in _DOCTYPES):
                    raise FileError(f"holds a document type declaration, which no Word document has: {SAVE_AS}.")
                before = block[-_OVERLAP:]


def _check_types(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    with archive.open(_TYPES) if _TYPES in names else io.BytesIO() as types:
        if _MAIN_TYPE in types.read(_MOST_TYPES_BYTES):
            return
    other = next((what for start, what in _OTHER_OFFICE.items() if any(n.startswith(start) for n in names)), "")
    raise FileError(f"is {other or 'a ZIP archive'}, not a Word document: {SAVE_AS}.")


def _too_large(limits: Limits) -> FileError:
    most = limits.unpacked_bytes >> 20
    return FileError(
        f"unpacks to more than {most} MB, which no CV needs: take the pictures out, save it and send it again."
    )
