"""A job title without what surrounds it: the employer, the hours, the grade of pay, the place."""

import re

__all__ = ["title_core"]

# Judgement: what follows these is where the work is and whose it is ("at Tesco", "for Leeds City Council").
_EMPLOYER = re.compile(r"\s+(?:at|for|with|@)\s+.*$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
# Hours, contracts and grades of pay. A grade such as "senior" changes the work itself and stays.
_AROUND = re.compile(
    r"\b(?:full|part)[\s-]?time\b|\b(?:ft|pt|perm|permanent|temporary|temp|fixed[\s-]term|ftc|zero[\s-]hours?|bank|"
    r"casual|relief|agency|seasonal|immediate start|job share|(?:band|grade|level|scale)\s*\d+[a-z]?|days?|nights?|"
    r"weekends?|evenings?|mornings?|earlies|lates|shifts?|rota|various|hours?|hrs?|(?:maternity|paternity) cover)\b"
    r"|\b\d+(?:\.\d+)?\s*(?:hours?|hrs?|h)\b(?:\s*(?:per|a|p/?)\s*w(?:ee)?k)?|£\S+|\b\d+\s*(?:x|posts?)\b",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s\-–—:,/|.&+*]+|[\s\-–—:,/|.&+*]+$")


def title_core(title: str) -> str:
    """The title alone: ``"HCA nights (37.5 hrs) - Leeds"`` is ``"HCA"``; a title that would vanish stays whole.

    What stands behind a comma or a dash is taken for an employer or a place, and left out where something is left.
    """
    core = _BRACKETS.sub(" ", _EMPLOYER.sub("", title))
    core = _AROUND.sub(" ", core)
    first = next((part for part in re.split(r"\s[-–—|]\s|[,;/|]", core) if _EDGES.sub("", part)), "")
    return " ".join(_EDGES.sub("", first).split()) or title
