"""What the headings of adverts are called."""

import re
from collections.abc import Iterator
from enum import StrEnum

__all__ = ["Section", "parts_named"]


class Section(StrEnum):
    """What a part of an advert is about; `OPEN` where no heading says."""

    OPEN = "open"
    ABOUT = "about"
    DUTIES = "duties"
    ESSENTIAL = "essential"
    DESIRABLE = "desirable"
    BENEFITS = "benefits"
    APPLY = "apply"
    TERMS = "terms"
    TRAINING = "training"


# Judgement: how adverts head their parts, in the order in which a heading is tried; "desirable" before "essential" and
# benefits before duties, because "the benefits of the role" is about benefits.
_HEADINGS: tuple[tuple[Section, str], ...] = (
    (Section.ABOUT, r".{0,60}\bnot (?:be )?suitable for"),
    (
        Section.APPLY,
        (
            r".{0,120}\b(?:in|on|with) your (?:application|supporting (?:statement|information))|please (?:provide"
            r"|include|note|ensure|be aware)"
        ),
    ),
    (
        Section.ESSENTIAL,
        (
            r"to apply.{0,60}\b(?:must|need to|require)|you (?:will |must |should )?(?:also )?(?:must|need)\b"
            r"|we(?:['’]re| are) (?:\w+ )?looking for"
        ),
    ),
    (
        Section.DESIRABLE,
        (
            r"also (?:be )?interested in|(?:we|also) (?:would )?welcome|desirable|desired|advantageous|preferred"
            r"|nice to have|bonus (?:skill|point)|beneficial"
            r"|would be (?:an advantage|great|nice|helpful|beneficial|a bonus)|ideal(?:ly)? (?:you|also|have)"
        ),
    ),
    (
        Section.TRAINING,
        (
            r"what (?:the )?(?:programme|course|apprenticeship|training) (?:involves|includes)"
            r"|(?:what )?training (?:will be |is )?provided|what training|training and development"
            r"|what you(?: wi|['’])ll learn|you will (?:learn|be trained)|training includes"
        ),
    ),
    (
        Section.BENEFITS,
        (
            r"benefits?|in return|what(?:['’]s| is) in it for you|why (?:work|join|choose|us\b|[a-z]+\?)"
            r"|(?:what )?(?:do )?we(?: can| will|['’]ll)?(?: also)? offer|offer you|we will support you|our offer"
            r"|rewards?\b|perks|package"
            r"|reasons to (?:work|join)|what(?: can)? we(?: can)?(?: do)? (?:give|provide|offer)|you(?: wi"
            r"|['’])ll (?:get|receive|enjoy)"
            r"|we(?: wi|['’])ll (?:give|provide|reward)|feel valued|employee (?:offer|benefits)|what you(?: wi"
            r"|['’])?(?:ll)? (?:get|receive)"
            r"|what (?:can )?you (?:can )?(?:get|expect)|working for us|advantages of|looking after you"
        ),
    ),
    (
        Section.APPLY,
        (
            r"how to apply|to apply|apply(?:ing)? (?:now|today|for)|application(?:s)?(?: process)?|next steps?"
            r"|what(?:['’]s)? next|what happens next"
            r"|interested\b|contact|further (?:information|details)|interview|closing date|recruitment process"
            r"|additional information|please note|important|disclaimer|notes?\b|equal(?:ity)? (?:opportunit|and)"
            r"|guidance for"
        ),
    ),
    (
        Section.ESSENTIAL,
        (
            r"essential|requirements?|required|person specification|(?:about|who(?: are)?) you\b|you(?: wi"
            r"|['’])ll need|you (?:will )?(?:must|need|should|will)(?: also)?(?: be| have| hold)?\b"
            r"|you are\b|you have\b|you(?:['’]ll)? (?:be|have)\b|(?:the )?ideal candidate"
            r"|the (?:successful )?(?:candidate|applicant|person|individual)"
            r"|(?:what|who) (?:are )?we(?:['’]re| are)?(?: ideally)? (?:look(?:ing)? for|need|want|require|ask)"
            r"|we(?:['’]re| are)(?: ideally| particularly)? (?:looking for|seeking)|looking for (?:someone|people"
            r"|individuals)"
            r"|do you have|are you\b|could you be|can you\b|have you\b|(?:skills?|experience|qualifications?"
            r"|knowledge|qualities|attributes|abilities|values)\b(?! (?:you will|development))"
            r"|what (?:you|do you|will you|i|do i)(?:['’]ll| will)? (?:need|bring|have)|need from you"
            r"|expect from you|criteria|must[- ]haves?|is this you|is it you|minimum"
            r"|applicants? (?:must|should|will)|you(?:['’]d| would) (?:be|have)|what it takes|join us if"
            r"|could be (?:for )?you|suitable for"
        ),
    ),
    (
        Section.DUTIES,
        (
            r"dut(?:y|ies)|responsibilit\w*|resposibilit\w*|responisibilit\w*|(?:the|this|your|about the|job"
            r"|key) role|role (?:responsib|purpose|summary|description|overview|profile)"
            r"|day[- ]to[- ]day|day to day|typical day|what(?:['’]s| is)? (?:you|the role|the job|will you"
            r"|you)(?:['’]ll| will)? (?:be )?(?:do|doing|involve)"
            r"|what(?:['’]ll| will)? (?:you(?:['’]ll| will)? (?:be )?)do(?:ing)?|job (?:purpose|summary"
            r"|description|spec|role|overview|introduction|profile)"
            r"|main (?:tasks|purpose|areas)|tasks|you(?:['’]ll| will) (?:be )?|in this role|(?:role|job|post|work"
            r"|position) (?:will |may |would )?(?:include|involve|entail)s?|about the (?:job|post|position)"
            r"|purpose of|activities will|involved in"
        ),
    ),
    (
        Section.TERMS,
        (
            r"hours?(?: of work)?|working (?:hours|pattern)|shifts?(?: patterns?)?(?: available)?|salary"
            r"|pay(?: rates?)?|contract(?: type)?|location|terms(?: and conditions)?|rate of pay|rates?"
            r"|job type|start date|work pattern|(?:following )?shifts|band|grade|closing date|posts?|reports? to"
            r"|department|vacancy|job title"
        ),
    ),
    (
        Section.ABOUT,
        (
            r"about (?:us|the (?:home|company|trust|team|service|hospital|ward|site|charity|organisation|unit"
            r"|employer|area|provider|department)|your next employer|our|[a-z]+ ?(?:care|healthcare|group)|me)"
            r"|who (?:are )?(?:we|us)|who (?:are|is) [a-z]|our (?:values|mission|vision|trust|story|service|team"
            r"|home|hospital|ethos|people|company|organisation)|the (?:home|company|trust|team|service|hospital"
            r"|organisation|location|area)"
            r"|where (?:will )?(?:you|i)\b|company (?:overview|profile)|background|introduction"
            r"|service.{0,12}summary|why we"
        ),
    ),
)
_PATTERNS = tuple((section, re.compile(rf"(?:^|\b)(?:{pattern})", re.IGNORECASE)) for section, pattern in _HEADINGS)


def parts_named(text: str) -> Iterator[tuple[Section, int]]:
    """The parts whose names stand in a line, and where, in the order in which headings are tried."""
    for section, pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            yield section, found.start()
