"""CVs read to a draft that the person ticks and unticks; what nobody should read is taken out first."""

from matcher.text.cvs.draft import CvDraft, Fact, Gap, Item, Job
from matcher.text.cvs.protected import Redaction, redact
from matcher.text.cvs.reading import read_cv

__all__ = ["CvDraft", "Fact", "Gap", "Item", "Job", "Redaction", "read_cv", "redact"]
