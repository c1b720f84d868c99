"""CVs and other documents people send in, read to plain text in a process of their own.

A PDF, DOCX or text file is parsed by a child process with limits on time, memory, pages and size, so that no file can
harm the program that asked. Nothing is written to disk, and pictures are never looked at.
"""

from matcher.importers.documents.limits import LIMITS, Limits
from matcher.importers.documents.reading import DocumentText, read_document, read_document_bytes

__all__ = ["LIMITS", "DocumentText", "Limits", "read_document", "read_document_bytes"]
