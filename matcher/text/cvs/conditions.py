"""Words for illness and disability, and how to tell whose they are."""

import re

from matcher.text.cvs.people import OTHERS, RELATIVE

__all__ = ["find_conditions", "is_about_work", "own_condition"]

_CONDITIONS = (
    r"depress(?:ion|ed)|anxiety|diabet(?:es|ic)|epilep(?:sy|tic)|cancer|leukaemia|tumou?r|asthma(?:tic)?|arthritis|"
    r"autis(?:m|tic)|asperger\S*|a\.?d\.?h\.?d|dyslexi[ac]|dyspraxi[ac]|dyscalculia|ptsd|post[\s-]traumatic\s+stress|"
    r"bi-?polar|schizophreni[ac]|psychosis|psychotic|ocd|strokes?|multiple\s+sclerosis|\bms\b|motor\s+neurone|mnd|"
    r"heart\s+(?:attack|condition|disease|failure|problem)s?|angina|hiv|aids\b|hepatitis|fibromyalgia|chronic\s+\w+|"
    r"crohn['’]?s?|colitis|ibs\b|copd|lupus|sciatica|migraines?|bad\s+(?:back|knees?|hip)"
    r"|back\s+(?:injury|problems?|pain)|"
    r"(?:serious\s+|mental\s+|physical\s+|long[\s-]term\s+|terminal\s+)?illness(?:es)?"
    r"|ill[\s-]health|disabilit(?:y|ies)|disabled|"
    r"(?:poor\s+|physical\s+)?mental\s+(?:health|ill[\s-]health)(?:\s+(?:problems?|issues?"
    r"|conditions?|difficulties|needs))?|"
    r"health\s+(?:problems?|issues?|conditions?|reasons|scare|difficulties)|(?:nervous\s+"
    r"|mental\s+)?breakdown|burn-?out|"
    r"panic\s+attacks?|self[\s-]harm\w*|suicid\w+|eating\s+disorder|anorexi[ac]|bulimi[ac]"
    r"|addict(?:ion|ed|s)?|alcoholi(?:sm|c)|"
    r"alcohol\s+(?:problem|dependen\w+|misuse)|drug\s+(?:problem|dependen\w+|addiction|use)|sober|sobriety|"
    r"(?:partially\s+|registered\s+)?(?:blind|deaf|sighted)(?:ness)?|hard\s+of\s+hearing"
    r"|hearing\s+(?:loss|aids?|impair\w+)|"
    r"sight\s+(?:loss|impair\w+)|visual(?:ly)?\s+impair\w+|wheelchair(?:\s+user)?|paralys\w+|amput\w+|cerebral\s+palsy|"
    r"down['’]?s?\s+syndrome|learning\s+(?:disabilit\w+|difficult\w+)|special\s+needs|dementia"
    r"|alzheimer['’]?s?|parkinson['’]?s?|"
    r"brain\s+(?:injury|damage|tumou?r)|head\s+injury|chemo(?:therapy)?|radiotherapy|dialysis|transplant|"
    r"long\s+covid|endometriosis|menopaus\w+|thyroid|kidney\s+\w+|stammer|stutter|tourette['’]?s?"
    r"|m\.?e\.?/cfs|chronic\s+fatigue|"
    r"neurodiver(?:se|gent)|sectioned|injured|unwell|hospitali[sz]\w+"
)
_CONDITION = re.compile(rf"(?<!\w)(?:{_CONDITIONS})\b", re.IGNORECASE)
_WORK = re.compile(
    rf"{OTHERS}|\b(?:support|car(?:e|ed|ing)\s+(?:for|of)|help(?:ed|ing)?\b(?!\s+with\s+my)|assist"
    r"|advis|look(?:ed|ing)?\s+after|"
    r"work(?:ed|ing|s)?\b|teach|taught|train|nurs(?:ed|ing)|volunteer|mentor|process|handl|manag|deliver|provid|"
    r"deal(?:t|ing)\s+with|respond|assess|knowledge|understanding|understand|experience[d]?\b"
    r"|aware|speciali[sz]|qualif|"
    r"certificate|diploma|course|module|degree|award|nvq|level\s+\d|studi|interest(?:ed)?\s+in|passion|skill|trained|"
    r"job|role|position|employ|report|risk|prevent|know|seen|familiar|learn|read|complet|attend"
    r"|pass(?:ed)?\b|done|hold)",
    re.IGNORECASE,
)
_WORK_NOUN = re.compile(
    rf"\s+(?:[\w-]+\s+)?{OTHERS}|(?:[\s/&,-]{{1,3}}(?:and\s+)?[\w'’]+){{0,3}}?[\s/&-]{{1,3}}(?:ward"
    r"|unit|hospital|home|centre|center|clinic|department|service|"
    r"services|team|charity|nurse|nursing|worker|assistant|officer|advis[eo]rs?|support|carer|care|awareness|training|"
    r"first\s+aid(?:er)?|practitioner|therapist|therapy|coordinator|specialist|office|act|cover|school|college|trust|"
    r"society|association|uk|matters|foundation|passport|assessments?|facilit\w+|needs|champion|lead|friends?|nhs|"
    r"investigation|report\w*|prevention|management|books?|law|legislation|inclusion|rights|sector|field|forms?|"
    r"confident|trained|friendly|qualified|qualification|certificate|diploma|course|modules?"
    r"|degree|level|sport|sports|access|policy|policies|project|patients?)\b",
    re.IGNORECASE,
)
_I_OR_MY = re.compile(r"\b(?:I|I['’](?:m|ve|d)|im|ive|ill|my|me|myself)\b", re.IGNORECASE)
_OF_RELATIVE = re.compile(
    (
        rf"\b(?:my|our|his|her|their)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{RELATIVE})|\b(?:mum|dad|nan|gran|he|she"
        r"|they)\b"
    ),
    re.IGNORECASE,
)
_BEFORE_RELATIVE = re.compile(rf"(?:\s+[\w-]+){{0,2}}?\s+(?:{RELATIVE})", re.IGNORECASE)
_LOOK_BACK = 90
_BARE = re.compile(
    r"^\W*(?:(?:i\s*['’]?\s*a?m|am|registered|also|long[\s-]term|have|suffer(?:ing)?\s+(?:from"
    r"|with)|diagnosed\s+with|living\s+with|type\s+\d|"
    rf"mild|severe|slightly|partially|profoundly|a)\s+)*(?:{_CONDITIONS})(?:\s+(?:type\s+\d|person"
    r"|user|in\s+one\s+\w+))*\W*$",
    re.IGNORECASE,
)
_OWN_ADJECTIVE = re.compile(
    r"\b(?:dyslexic|diabetic|epileptic|asthmatic|autistic|disabled|blind|deaf|wheelchair\s+user"
    r"|registered|hard\s+of\s+hearing|"
    r"partially\s+sighted|sober|diagnosed|suffer|living\s+with|am)\b",
    re.IGNORECASE,
)


def find_conditions(statement: str) -> list[re.Match[str]]:
    """Words for illness or disability in a statement, whoever has it."""
    return list(_CONDITION.finditer(statement))


def is_about_work(statement: str, condition: re.Match[str]) -> bool:
    """Whether a condition names a place, a job, a course or the people somebody worked with."""
    return _WORK_NOUN.match(statement, condition.end()) is not None


def own_condition(statement: str) -> re.Match[str] | None:
    """The first condition that the writer has: "I have depression", "my epilepsy", "Registered blind".

    Between "I" or "my" and the condition stands no work, no other person and no relative.
    """
    for found in find_conditions(statement):
        if is_about_work(statement, found) or _BEFORE_RELATIVE.match(statement, found.end()):
            continue
        start = max(0, found.start() - _LOOK_BACK)
        owners = list(_I_OR_MY.finditer(statement, start, found.start()))
        if owners and not _somebody_elses(statement, owners[-1].start(), found.start()):
            return found
        if not owners and _BARE.match(statement) and _OWN_ADJECTIVE.search(statement):
            return found
    return None


def _somebody_elses(statement: str, start: int, end: int) -> bool:
    between = statement[start:end]
    return _WORK.search(between) is not None or _OF_RELATIVE.search(between) is not None
