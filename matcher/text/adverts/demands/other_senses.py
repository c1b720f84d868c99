"""Words that name or demand a skill elsewhere, and in an advert speak of something else."""

import re

from matcher.likeness import normalise

__all__ = ["is_misleading", "is_of_a_name", "is_of_a_team"]

# Judgement: names that mean a skill in a CV and, in an advert, next to always a team, a place or a benefit.
_MISLEADING = frozenset(
    {
        "above and beyond",
        "admin",
        "attend training",
        "basic maintenance",
        "being responsible",
        "building",
        "cerebral palsy",
        "clean and tidy",
        "clean driving licence",
        "clinical procedures",
        "clinical skills",
        "community nursing",
        "community support",
        "direct supervision",
        "district nursing",
        "dressing",
        "driving licence",
        "driving license",
        "electronic",
        "electronic rostering",
        "fast paced",
        "feeding",
        "full driving licence",
        "full uk driving licence",
        "go above and beyond",
        "gps",
        "happy",
        "high quality care",
        "hospital",
        "hr",
        "induction",
        "information",
        "injection",
        "injections",
        "interviewing",
        "learning disabilities and autism",
        "learning disability and autism",
        "local services",
        "maintenance",
        "mental health act",
        "mobile phone",
        "nurse",
        "nurses",
        "nursing",
        "nursing team",
        "patient care",
        "observation",
        "observations",
        "occupational therapist",
        "out of hours",
        "patient",
        "patients",
        "patients and families",
        "patients and relatives",
        "patients and their families",
        "patients and their family",
        "patients and their relatives",
        "residents and their families",
        "service users and their families",
        "proactively",
        "quality",
        "quality assurance",
        "quality care",
        "recovery",
        "registered nurse",
        "responsible",
        "rgn",
        "rn",
        "rostering",
        "smartphone",
        "support groups",
        "team leader",
        "team members",
        "training",
        "uk driving licence",
        "undertake training",
        "verbal and written",
        "ward work",
        "written and verbal",
    }
)
# "Mental Health NHS Foundation Trust" is a name, "nursing care assistant" a job; what stands in them is nobody's skill.
_NAMES_EMPLOYER = re.compile(
    r"(?: (?:and|&|[A-Z][\w-]{1,20})){0,4} (?:NHS|Foundation|Partnership|University|Health ?Board)\b"
)
_NAMES_JOB = re.compile(r"(?<=nursing care) assistants?\b", re.IGNORECASE)
# "Join our friendly, dedicated team" tells what the team is like, not what is asked.
_NO_ADJECTIVES = (
    r"(?!(?:to|join|for|who|that|with|in|of|and our|our|the|an?|is|are|as|will|you|person|individuals?|people"
    r"|candidates?|applicants?|\w*assistants?|workers?|carers?|nurses?|someone|members?)\b)"
)
_TEAM = re.compile(
    rf"\b(?:our|an?|the|this|your) (?:{_NO_ADJECTIVES}[\w'’-]+,? (?:and |& )?){{1,6}}?(?:teams?(?![\s-](?:player|member"
    r"|worker|leader|working|ethic|spirit|work))|department|company|organisation|charity|employer|workplace|atmosphere"
    r"|(?:work|working) environment)\b|\b(?:alongside|with|by|of) (?:highly |very )?[\w-]+(?: and [\w-]+)? (?:teams"
    r"|colleagues|staff)\b",
    re.IGNORECASE,
)


def is_misleading(name: str) -> bool:
    """Whether a name, as it is written, means no skill in an advert."""
    return normalise(name) in _MISLEADING


def is_of_a_name(text: str, end: int) -> bool:
    """Whether what ends at a place goes on as the name of an employer or of a job."""
    return bool(_NAMES_EMPLOYER.match(text, end) or _NAMES_JOB.match(text, end))


def is_of_a_team(sentence: str, start: int, end: int) -> bool:
    """Whether ``sentence[start:end]`` says what a team or a workplace is like."""
    return any(found.start() <= start and end < found.end() for found in _TEAM.finditer(sentence))
