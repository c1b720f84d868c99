"""The parts of a CV by their headings, as people name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

__all__ = ["Line", "Section", "heading_of", "read_lines", "with_work"]


class Section(StrEnum):
    """What a part of a CV is about."""

    TOP = "top"
    PROFILE = "profile"
    WORK = "work"
    VOLUNTEERING = "volunteering"
    CARING = "caring"
    EDUCATION = "education"
    SKILLS = "skills"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    PERSONAL = "personal"
    AVAILABILITY = "availability"
    PROTECTED = "protected"


_WORK = (
    r"(?:(?:my |previous |relevant |other |additional |recent |past |earlier |paid |key |full |brief |professional |"
    r"care |retail |industry |uk |overseas |international |current |summary of |military )*"
    r"(?:employment|work|career|job|experience|professional|working|positions?|roles?|service)"
    r"(?: (?:history|experiences?|summary|record|background|employment|career|held|highlights|details|life|placements?|"
    r"roles?|positions?|and|&|career|to date|history|jobs?|so far|since school|/|or|volunteering"
    r"|voluntary|work))*|jobs|"
    r"previous jobs?|jobs i have (?:had|done)|where i have worked|positions held|current (?:role|position|job)|"
    r"previous (?:roles?|positions?|jobs?))"
)
_HEADINGS = (
    (
        Section.PROTECTED,
        (
            r"references?|referees?|my referees|equal opportunities|equality (?:and diversity )?monitoring"
            r"|(?:criminal |unspent |previous )*convictions?|criminal record(?: declaration)?"
            r"|rehabilitation of offenders|health(?: declaration| status| information| record)?"
            r"|medical(?: history| information)?|"
            r"next of kin|emergency contacts?|family(?: details| status| background)?|immigration(?: status)?|"
            r"right to work(?: in the uk)?|disabilit(?:y|ies)|career (?:break|gap)s?|gaps? in employment|"
            r"(?:hobbies and )?religion|photo(?:graph)?|benefits|reasonable adjustments|references? (?:and|&) referees"
        ),
    ),
    (
        Section.VOLUNTEERING,
        (
            r"(?:my |other )?(?:volunteer(?:ing|s)?|voluntary|unpaid|community)"
            r"(?: (?:work|experience|roles?|history|activit(?:y|ies)|involvement|service|positions?|and|&|community))*|"
            r"community|giving back"
        ),
    ),
    (
        Section.CARING,
        (
            r"(?:my )?(?:unpaid |family |informal )?(?:caring|carer|care)(?: (?:responsibilities"
            r"|experience|role|at home|roles))+|"
            r"caring|life experience|family carer|unpaid carer"
        ),
    ),
    (
        Section.EDUCATION,
        (
            r"(?:my |formal |further |academic |professional |relevant |other |additional |key "
            r"|mandatory |care |vocational )*"
            r"(?:education(?:al)?|qualifications?|training|courses?|certificat(?:es|ions?)|academic"
            r"|studies|schooling|schools?|"
            r"learning|licen[cs]es|accreditations?|cpd)"
            r"(?: (?:and|&|/|,|qualifications?|training|education|courses?|certificat(?:es|ions?)|history|background|"
            r"achievements|attended|completed|record|details|development|undertaken|licen[cs]es|memberships?|skills|"
            r"professional|record))*|(?:continuing )?professional development|memberships?|registrations?"
        ),
    ),
    (
        Section.LANGUAGES,
        r"(?:my )?languages?(?: skills?| spoken| proficiency)?|mother tongue(?:\(s\))?|foreign languages?",
    ),
    (
        Section.SKILLS,
        (
            r"(?:my |key |core |main |other |personal |professional |relevant |soft |hard "
            r"|transferable |technical |practical |"
            r"digital |it |computer |care |summary of |areas of |organisational |social "
            r"|communication |job-related |additional )*"
            r"(?:skills?|competenc(?:es|ies|e)|strengths|abilities|expertise|qualities|attributes|capabilities|"
            r"what i can do|what i am good at|things i am good at)"
            r"(?: (?:and|&|/|abilities|strengths|qualities|summary|profile|knowledge|competenc(?:es"
            r"|ies)|attributes|experience|"
            r"achievements|interests))*|achievements|key achievements"
        ),
    ),
    (
        Section.INTERESTS,
        (
            r"(?:my |personal |other )?(?:hobbies|interests?|leisure|pastimes)(?: (?:and|&|/"
            r"|interests?|hobbies|activities))*|"
            r"about my spare time|in my spare time"
        ),
    ),
    (
        Section.PROFILE,
        (
            r"(?:my |personal |professional |career |candidate |executive )?(?:profile|statement"
            r"|summary|objectives?|overview|"
            r"about me|about|introduction|aims?|goals?|bio)|about me|personal statement|who i am|what i am looking for"
        ),
    ),
    (Section.AVAILABILITY, r"(?:my )?availability|hours(?: available)?|when i can work|notice period"),
    (
        Section.PERSONAL,
        (
            r"(?:my )?personal(?: (?:details|information|data|particulars))?|other|bio ?data"
            r"|contact(?: details| information| me)?|details|"
            r"additional information|other information|further information|information|curriculum vitae|cv"
            r"|r[ée]sum[ée]|driving|transport"
        ),
    ),
    (Section.WORK, _WORK),
)
_COMPILED = tuple((section, re.compile(pattern, re.IGNORECASE)) for section, pattern in _HEADINGS)
_LONGEST_HEADING = 50
_LETTERS_APART = re.compile(r"(?:[A-Za-z&] ){3,}[A-Za-z]")
_TRIM = re.compile(r"^[^\w&]+|[^\w)&]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, ``text[start:end]`` without its margins, and the section it stands in."""

    text: str
    start: int
    end: int
    section: Section
    is_heading: bool
    follows_blank: bool


def heading_of(line: str) -> Section | None:
    """The section that a line heads, or None where it is no heading."""
    if len(line) > 2 * _LONGEST_HEADING:
        return None
    plain = _TRIM.sub("", line)
    if _LETTERS_APART.fullmatch(plain):  # "E D U C A T I O N"
        plain = plain.replace(" ", "")
    if not plain or len(plain) > _LONGEST_HEADING or not plain[0].isupper():
        return None
    plain = " ".join(plain.split())
    return next((section for section, pattern in _COMPILED if pattern.fullmatch(plain)), None)


def _inline_heading(line: str) -> Section | None:
    """The section of one line that begins with its heading ("Languages: Polish"); never work, which has dates."""
    head, colon, _ = line[:_LONGEST_HEADING].partition(":")
    found = heading_of(head) if colon else None
    return None if found is Section.WORK else found


def with_work(lines: list[Line]) -> list[Line]:
    """The lines of a CV that has no heading for work, with those above its first heading counted as work."""
    if any(line.section is Section.WORK for line in lines):
        return lines
    return [replace(line, section=Section.WORK) if line.section is Section.TOP else line for line in lines]


def read_lines(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank, each with the section of the last heading above it."""
    section, at, after_blank = Section.TOP, 0, True
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words)
            heading = heading_of(words)
            section = heading or section
            here = section if heading else _inline_heading(words) or section
            yield Line(words, start, start + len(words), here, heading is not None, after_blank)
        after_blank = not words
        at += len(raw) + 1
