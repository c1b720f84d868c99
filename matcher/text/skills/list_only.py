"""Names that mean a skill in a list of skills, and next to nothing in a sentence."""

import re

from matcher.likeness import fold_plurals, normalise

__all__ = ["OTHER_SENSES", "counts_in_prose", "is_getting_dressed", "needs_capitals"]

_HELP_WITH = r"(?:wash|bath|shower|toilet|feed|groom|undress)\w*"
_BEFORE = re.compile(rf"\b{_HELP_WITH}(?:\s*,\s*|\s+and\s+|\s*&\s*)$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\s*,\s*|\s+and\s+|\s*&\s*){_HELP_WITH}", re.IGNORECASE)
_LOOK_BACK = 30

# Judgement: a name this short may be a word or another abbreviation in prose ("it", "did", "pa") unless written in
# capitals ("IT"); these few are unmistakable however they are written, and these longer ones are words.
LONGEST_ABBREVIATION = 3
_UNMISTAKABLE = frozenset(["adhd", "bsl", "cpr", "ecg", "hgv", "mdt", "obs", "peg", "ppe"])
_NEED_CAPITALS = frozenset(["asist", "elsa", "mars", "must", "news", "pats", "pecs", "salt", "send", "sops"])

# Judgement: everyday words that ESCO or our tables have as names of skills. In a list, "driving; clean" say what is
# meant; in "driving up standards" and "a clean record" they do not. Chosen by reading the single-word names of the
# taxonomy and asking of each whether an advert or a CV uses it in another sense more often than not.
_WORDS = """
absorb abstract access accompany account accurate acting activity adaptation administration adoption agile alarm
ambulance android angular ansible app appointment argument assembly assertion assessment baby bake balance bank
banking bar bargain bargaining bash benefit bin birdie blood board booking boundary brand breaking bristle brush
buddy building bundling buyer cadet camera canal canvas care careful carer caring cash casting caveat ceiling change
chant chart checkout chef chemical child children chip choice choose clay clean cleaner climb clinical coach coal
coining collection colour commitment committed community competency complaint complexion compliance compromise
computer conduct conduction confidence confident confinement confluence connector consent construction consultation
contractor controller conversation cooling cooperate copying correspondence cqc crafting cream creative current
custody dam data database debate decency decide dedicated dedication delegate delight delivery demonstrating
depreciation design detect determined devaluation diet disability disciplinary discipline discretion dish display
distress dog draw drawing drill drilling drive driver driving drone dust eclipse electrical email emergency enabling
energy engineering english enquiry enthusiasm enthusiastic equality equipment euphoria event excel exchange expense
experiment explaining explosive facility fairness faith fall feather feedback fiction finance fitness flexible float
focus force form forms formula frame friendly frostbite fuel game garden generator gold google graphic grief groovy
guide hack hair happy harness harvest healthcare hearing helmet help helpline heritage history hobby holistic honour
hospice host hosting housing hr idea incision independence induction influencing innovative inspection integrity
interaction interview interviewing invent inventory investigation invocation iron islam jewel journalist judgement
kid kind ladder language latch latex lead leader learning leasing ledge legislation less letter lexicon liaison
light linen lingo literacy literature loading logging logic logistic machinery mail maintenance management manager
map maternity maven measurement measuring mechanics medicine microsoft migration minute mixer mocha mold moral
morality motivated motor mould myrtle nail negotiate networking noise nourish number nurse nursing offender ordering
organisation outgoing outline outlook outreach oxygen packing paint parsing party passenger patch patent patient
pattern payment people performer performing persist persuade plan planning plant play pole policy polish politic
political politician politics positive post pr practical prayer prediction pregnancy presenting press pressing
prisoner privacy probation procedure process processor production professional project proportion protein pump
puppet purchase purification python query rage ramp reading reception reclamation reconstruct recovery recreation
recruiting recruitment referral reflection refugee register relationship relative religion repair report reporting
reproduction research reservation reserve resettlement resistance respect respite responsibility responsible
retrieval return review reviewing right rope roster rota rotunda rubbish ruby rudder safety sage sand scale scanner
schedule scheduling scout scratch search security seed selenium sensitive sensitivity separation sequel service
shade shadowing shell shift signing silver skill slack smart smartphone snack sound source space spark spelling
sport staff standard stat statistic stock stroke suction supervision supervisor supplier supply support surgery
surveillance survey swift swim switch syntax target tattoo teacher teaching team technology telephone term texture
tie till timesheet tool topography trainer training transfer transformation transformer transition transom
transplantation transport trauma trip trojan trust valve veteran vinyl virus wage warehouse warm warning weight
wellbeing wild wildlife window word work wound wrapping writing youth
"""

# Judgement: the same for names of several words that adverts are full of, in other senses.
_PHRASES = (
    "a computer",
    "allied health professional",
    "and procedures",
    "application process",
    "bank holiday",
    "be responsible",
    "booking system",
    "care home",
    "care organisation",
    "care quality commission",
    "career development",
    "charity work match",
    "child care voucher",
    "childcare voucher",
    "clean room",
    "clinical skill",
    "confidential counselling",
    "counselling service",
    "cycle to work scheme",
    "day service",
    "driving force",
    "employee assistance",
    "enjoy working",
    "find people",
    "flexible working",
    "free tea and coffee",
    "geographical area",
    "good in",
    "health and wellbeing",
    "health care plan",
    "health care professional",
    "health education england",
    "health professional",
    "healthcare plan",
    "healthcare professional",
    "help individuals",
    "help people",
    "improve the service",
    "in house",
    "in-house",
    "job opportunity",
    "job placement",
    "key worker",
    "local community",
    "made up",
    "managed service",
    "mandatory training",
    "mental health act",
    "nursing home",
    "nursing team",
    "occupational health",
    "older people",
    "online assessment",
    "out of hours",
    "own development",
    "payroll giving",
    "personal development",
    "professional development",
    "public health england",
    "quality care",
    "quality of care",
    "retail discount",
    "rewarding job",
    "running service",
    "service run",
    "social worker",
    "staff support",
    "staff training",
    "study leave",
    "support individuals",
    "support people",
    "support staff",
    "team building",
    "team leader",
    "trained staff",
    "video call",
    "well being support",
    "well-being support",
    "wellbeing support",
    "work experience",
    "work scheme",
    "work with",
    "work-life balance",
    "working with",
    "young people",
)

# Judgement: phrases of benefits, bodies and applications. They take their words, so that no shorter name in them
# counts.
OTHER_SENSES = (
    "blue light card",
    "answer call bells",
    "answering call bells",
    "bike to work scheme",
    "call bells",
    "care home care",
    "cash alternative",
    "child care vouchers",
    "childcare vouchers",
    "confidential counselling",
    "counselling service",
    "cycle to work scheme",
    "discounted gym membership",
    "employee assistance programme",
    "flexible working",
    "free fruit",
    "free tea and coffee",
    "free uniform",
    "health cash plan",
    "health checks for staff",
    "health education england",
    "local authority",
    "long term plan",
    "mandatory and statutory training",
    "mental health act",
    "mental health foundation trust",
    "occupational health",
    "online assessment",
    "online interview",
    "paid statutory",
    "payroll giving",
    "primary care trust",
    "public health england",
    "public health wales",
    "retail discounts",
    "shopping discounts",
    "shopping vouchers",
    "statutory sick pay",
    "sick pay",
    "staff discount",
    "study leave",
    "wellbeing support for staff",
)


def counts_in_prose(name: str) -> bool:
    """Whether a name of a skill, met in running text, may be taken to mean it."""
    return fold_plurals(normalise(name)) not in _LIST_ONLY


def needs_capitals(name: str) -> bool:
    """Whether a normalised name is so short that it counts in running text only when written in capitals."""
    if name in _UNMISTAKABLE:
        return False
    return name in _NEED_CAPITALS or (len(name) <= LONGEST_ABBREVIATION and name.isalpha())


_LIST_ONLY = frozenset(fold_plurals(normalise(name)) for name in (*_WORDS.split(), *_PHRASES))


def is_getting_dressed(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a "dressing" that stands beside washing and the like, and so covers no wound."""
    if text[start:end].lower() != "dressing":
        return False
    return bool(_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]) or _AFTER.match(text, end))
