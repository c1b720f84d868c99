"""Statements about somebody's own health, pregnancy, benefits, convictions or immigration, which are dropped whole."""

import re

from matcher.text.cvs.conditions import find_conditions, is_about_work, own_condition
from matcher.text.cvs.people import OTHERS, RELATIVE, cares_for_relative
from matcher.text.cvs.title_words import has_title_word

__all__ = ["own_matter", "relatives_details"]

_OTHERS = re.compile(OTHERS, re.IGNORECASE)
_RELATIVE_AFTER_MY = re.compile(rf"\b(?:my|our)\s+(?:[\w'’-]+\s+){{0,4}}?(?:{RELATIVE})", re.IGNORECASE)
_BENEFIT = (
    r"pip|personal\s+independence\s+payments?|esa|employment\s+(?:and|&)\s+support\s+allowance|jsa"
    r"|universal\s+credit|dla|"
    r"disability\s+(?:living\s+)?allowance|attendance\s+allowance|carer['’]?s['’]?\s+allowance|income\s+support|"
    r"job\s?seeker['’]?s?['’]?\s+allowance|housing\s+benefit|incapacity(?:\s+benefit)?"
    r"|(?:working\s+|child\s+)?tax\s+credits?|the\s+dole|lcwra|"
    r"statutory\s+sick\s+pay|maternity\s+(?:pay|allowance)|child\s+benefit"
)
_LEAVE = r"(?:maternity|paternity|parental|adoption)\s+(?:leave|break|career\s+break|pay|absence)"
# Always somebody's own, whatever the rest of the statement says of other people.
_STRONG = (
    (
        "pregnancy",
        (
            rf"\b(?:{_LEAVE})|\b(?:I|while|when|whilst|being|was|became|fell|got)\s+(?:\w+\s+)?pregnant\b"
            r"|\bmy\s+pregnanc(?:y|ies)|\bmiscarriage\b|"
            r"\bIVF\b|\b(?:had|having|expecting|birth\s+of|gave\s+birth\s+to)\s+(?:a|my"
            r"|our)\s+(?:\w+\s+)?(?:baby|child|son|daughter|children)\b|"
            r"^\W*(?:maternity|paternity|pregnan(?:t|cy))\W*$|\bbreast\s?feeding\s+my"
        ),
    ),
    (
        "convictions",
        (
            r"\b(?:I\s+was|I['’]ve\s+been|I\s+have\s+been|I\s+spent|I\s+did|was|been|went|sent|go"
            r"|came\s+out\s+of|released\s+from|left|got\s+out\s+of|time|spell|sentence|stint|since|while"
            r"|whilst|when|years?|months?|after|following|leaving)\s+"
            r"(?:(?!work|volunteer|employ|teach|taught|nurs|officer|job|as\b)\w+\s+){0,2}?(?:in|to"
            r"|from|of|at|inside|leaving)?\s*(?:an?\s+|hmp\s+|hm\s+)?(?:hmp|yoi|prison|jail|gaol|custody"
            r"|young\s+offenders?)\b(?!\s+(?:officer|kitchen|service|healthcare|library|nurse|workshop"
            r"|governor|visitor|chaplain|estate|sector|education|charity|suite|sergeant))|"
            r"\b(?:I\s+was|I\s+have\s+been|was|been|being|my)\s+(?:\w+\s+){0,2}?(?:convicted"
            r"|imprisoned|incarcerated|arrested|sentenced|cautioned|prosecuted|conviction)\b|"
            r"\bserv(?:ed|ing)\s+(?:[\w-]+\s+){0,4}?(?:sentence|custody|prison(?!\s+(?:service"
            r"|officer)))\b|\b(?:served|done|did|doing)\s+time\b|\b(?:cautions?|cautioned|charged"
            r"|arrested|convicted)\s+(?:for|with|of)\b|\b(?:been|went|was|got)\s+(?:inside|sent\s+down"
            r"|locked\s+up)\b|\bserved\s+(?:\w+\s+){1,2}(?:inside|behind\s+bars)|"
            r"\bmy\s+(?:\w+\s+)?(?:sentence|convictions?|release\s+from|offen[cs]es?)\b|"
            r"\b(?:no|spent|unspent|previous|past|any|drink[\s-]driving"
            r"|motoring)\s+(?:\w+\s+){0,2}?(?:convictions?|offen[cs]es?|cautions?|criminal\s+record)\b|"
            r"\b(?:criminal|police)\s+(?:record|history|past|conviction)s?\b(?!\s+(?:bureau|checks?"
            r"|office|system))|\bex-?offender\b(?!s)|\bsuspended\s+sentence|\bcommunity\s+payback|"
            r"\bcommunity\s+(?:order|service\s+order)"
            r"|\bbanned\s+from\s+driving|\bdrink[\s-]driv|\bpoints\s+on\s+my\s+licen|"
            r"\b(?:lost|losing)\s+my\s+licen[cs]e|\brehabilitation\s+of\s+offenders\s+act"
            r"|\bex-?(?:con|prisoner)\b|\bcautions?\s+(?:in\s+)?(?:19|20)\d\d\b"
        ),
    ),
    (
        "benefits",
        (
            r"(?:^\W*(?:currently\s+)?|\b(?:I|I['’]m|I['’]ve|am|was|were|been|while|whilst|when|and"
            r"|currently|also|now|still)\s+(?:\w+\s+){0,2}?)(?:on|claim\w*|receiv\w+"
            r"|(?:in\s+)?receipt\s+of|living\s+on|gets?|getting|entitled\s+to|awarded|applied\s+for"
            rf"|sign(?:ed|ing)\s+on(?:\s+for)?)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{_BENEFIT}|benefits)\b"
            rf"|\bmy\s+(?:{_BENEFIT}|benefits)\b"
            r"(?!\s+(?:advis|advice|team|office|assess|claims|queries|applications|forms))"
            r"|\bsigning\s+on\b|\bon\s+the\s+dole\b"
        ),
    ),
    (
        "health",
        (
            r"\bsigned\s+off\b|\b(?:sick|medical|compassionate)\s+leave\b|\boff\s+(?:work\s+)?(?:sick"
            r"|ill)\b|\blong[\s-]term\s+sick\b|\bsick\s+note\b|"
            r"\bmedically\s+retired\b|\bmedical(?:ly)?\s+(?:retirement|discharge[d]?)\b"
            r"|\bretired\s+(?:early\s+)?(?:due\s+to|on|through|because\s+of)\s+(?:ill|medical|health)|"
            r"\bregistered\s+(?:blind|disabled|deaf|partially\s+sighted|sight\s+impaired|as\s+(?:blind"
            r"|disabled|deaf))\b|\bblue\s+badge\s+holder|"
            r"\bI\s+(?:use|am\s+in|rely\s+on)\s+a\s+wheelchair\b|\bin\s+remission\b|\bmy\s+gp\b"
            r"|\brecovering\s+(?:alcoholic|addict)\b|\b\d+\s+(?:years?|months?)\s+(?:clean|sober)\b"
            r"|^\W*(?:autistic|disabled|deaf|blind|dyslexic|diabetic|epileptic|neurodivergent)\s+"
            r"(?:adult|person|man|woman|individual)\b"
            r"|\bI\s+take\s+(?:\w+\s+)?(?:anti\w+|methadone|painkillers)\b"
            r"|\bI\s+take\s+\w+\s+(?:daily|every\s+day|twice\s+a\s+day|for\s+my)\b"
            r"|\bI\s+(?:now\s+)?walk\s+with\s+a\s+(?:stick|frame|limp|cane)\b|\bI\s+(?:have\s+)?lost\s+my\s+(?:leg|arm"
            r"|foot|hand|sight|hearing)\b|\bmy\s+(?:hearing|eyesight|sight|mobility)\s+is\b|\bhysterectomy\b"
            r"|\bon\s+HRT\b|\bone\s+kidney\b|\bmiscarriages?\b"
            r"|\b(?:ill[\s-]?)?health\s+(?:grounds|retire\w+)\b|\b(?:retire\w+|redundan\w+|left"
            r"|leaving|leave|stopped|gave\s+up|finished|break|gap)\b[^.;]{0,25}\b(?:ill(?:ness)?"
            r"|ill[\s-]health|(?:poor\s+|my\s+)?health|sickness)\b(?!\s+(?:and|care|visitor"
            r"|centre))|\bhiv\s+positive\b"
            r"|\blived\s+experience\b|\bexpert[s]?\s+by\s+experience\b|"
            r"\b(?:access\s+to\s+work|reasonable\s+adjustments?)\b(?=[^.]{0,40}\b(?:I|me|my|need"
            r"|require|for\s+my))|\bI\s+(?:need|require"
            r"|would\s+need)\s+(?:some\s+)?(?:reasonable\s+)?adjustments|"
            r"\bmy\s+(?:own\s+|poor\s+|past\s+)?(?:(?:mental|physical)\s+)?(?:health|illness|recovery"
            r"|disability|condition|medication|therapist|counsellor|diagnosis|treatment|operation"
            r"|surgery|injury|accident|doctor)\b(?!\s+(?:and\s+(?:safety|social)|training|rounds?"
            r"|skills|role|competenc\w+|administration))|"
            r"\bI\s+(?:was|have\s+been|am|got)\s+(?:recently\s+|also\s+)?diagnosed\b|\bI(?:['’]ve"
            r"|\s+have|\s+was|\s+got|\s+am)?\s+(?:been\s+)?(?:clean|sober"
            r"|in\s+recovery)\b(?!\s+(?:and\s+tidy|driving))|"
            r"\b(?:absence|sickness)\s+(?:record|days)\b|\bdays?\s+(?:of\s+)?sick(?:ness)?\b"
            r"|\bI\s+take\s+(?:daily\s+)?(?:medication|insulin|tablets)\b|\bI\s+suffer"
        ),
    ),
    (
        "career break",
        (
            r"\bcareer\s+(?:break|gap)s?\b|\bsabbatical\b|\b(?:employment|work)\s+gaps?\b"
            r"|\bgaps?\s+in\s+(?:my\s+)?(?:employment|work|cv)|^\W*(?:gap\s+year|not\s+working|unemployed"
            r"|job\s?seek(?:er|ing)|looking\s+for\s+work|travell?ing)\b|\b(?:was|been|am|became|currently"
            r"|being|while|period\s+of)\s+(?:unemploy(?:ed|ment)|out\s+of\s+work|not\s+working)\b"
            r"|\b(?:took|taken|taking)\s+(?:some\s+|a\s+)?(?:time\s+(?:off|out)|break|year\s+(?:off|out))"
        ),
    ),
    (
        "immigration",
        (
            r"\b(?:indefinite\s+leave|ilr\b|undocumented|overstay\w*"
            r"|(?:living|lived|been|resident)\s+in\s+(?:the\s+)?(?:uk|england|britain)\s+(?:since|for)|"
            r"leave\s+to\s+remain|(?:pre-?)?settled\s+status|work\s+permit|residen(?:ce|cy"
            r"|t)\s+permit|biometric|brp\b|share\s+code|"
            r"certificate\s+of\s+sponsorship|cos\b(?=\s+from)|(?:visa|employer|tier\s*\d|require|need"
            r"|needs|requiring|without|licen[cs]ed|of|have)\s+sponsor(?:ship|ed)?|sponsored\s+(?:visa"
            r"|worker|by\s+my)|"
            r"no\s+recourse|nrpf|permanent\s+residen\w+|naturali[sz]ed|right\s+to\s+work|(?:eligible"
            r"|authori[sz]ed|permission|permitted|allowed)\s+to\s+work(?!\s+(?:with|unsupervised))|"
            r"(?:skilled\s+worker|health\s+and\s+care(?:\s+worker)?|student|spouse|dependa?nt|graduate"
            r"|tier\s*\d|family|work|partner|sponsored|tourist)(?:\s+\w+)?\s+visa|"
            r"my\s+(?:\w+\s+){0,2}?(?:visa|passport|asylum|immigration|papers)|visa\s+(?:expires"
            r"|expiry|valid|status|holder|until)|on\s+an?\s+(?:\w+\s+){0,3}?visa|"
            r"hours\s+(?:a\s+|per\s+)?(?:week\s+)?(?:on|under)\s+my\s+visa|claimed\s+asylum"
            r"|seeking\s+asylum|asylum\s+claim|granted\s+(?:asylum|refugee)|"
            r"as\s+an?\s+(?:\w+\s+)?(?:refugee|asylum[\s-]seeker|immigrant|migrant)\b|I\s+(?:am"
            r"|was)\s+an?\s+(?:\w+\s+)?(?:refugee|asylum[\s-]seeker|immigrant|migrant)\b|"
            r"(?:I\s+|have\s+|having\s+|since\s+)?(?:came|come|coming|moved|moving|emigrated"
            r"|immigrated|arrived|arriving|fled)\s+(?:over\s+)?(?:to|in|from)\s+(?:the\s+)?(?:uk"
            r"|u\.k\.?|united\s+kingdom|britain|great\s+britain|england|scotland|wales|this\s+country"
            r"|abroad|my\s+country))\b"
        ),
    ),
)
# Somebody's own unless the statement speaks of other people or of such work.
_WEAK = (
    (
        "pregnancy",
        (
            r"\bpregnan(?:t|cy)\b|\bmaternity\b(?!\s+(?:ward|unit|hospital|care|services?|support"
            r"|assistant|health|nurse|department|cover|suite|wing|team|clinic|wear|shop|outreach|matron"
            r"|home|and|worker|theatre))"
        ),
    ),
    ("benefits", rf"\b(?:{_BENEFIT})\b"),
    (
        "immigration",
        (
            r"\bvisas?\b(?!\s+(?:card|debit|credit|inc|europe|payments?|advis|application|office"
            r"|processing|team))|\b(?:refugee|asylum)\b|\bimmigrat(?:ed|ion)\b(?!\s+(?:law|advis|advice"
            r"|officer|service|solicitor|enforcement|office|team|centre|detention|removal))"
        ),
    ),
    (
        "convictions",
        (
            r"\bon\s+(?:probation|parole|tag|licence\s+from)\b|"
            r"\b(?:hmp|hm\s+prison|yoi)\b(?=.{0,40}\b(?:sentence|release|serving|inmate|prisoner\b))"
            r"|\bprison(?:er)?\b(?=.{0,30}\b(?:sentence|release|serving))"
        ),
    ),
    (
        "health",
        (
            r"\b(?:due\s+to|because\s+of|owing\s+to|following|after|through|recover(?:ed|ing|y)\s+(?:from"
            r"|after)|time\s+off|break\s+for|out\s+of\s+work|period\s+of|bout\s+of|diagnos\w+"
            r"|gave\s+up\s+work|left\s+(?:work|my\s+job))\b"
        ),
    ),
    (
        "health",
        (
            r"\b(?:had|having|after|following|due\s+to|because\s+of|underwent|undergoing|awaiting"
            r"|need)\s+(?:\w+\s+){0,3}?(?:surgery|operation|accident|injury|transplant|treatment"
            r"|sickness)\b"
        ),
    ),
)
_WORK = re.compile(
    r"\b(?:advis\w+|advice|help(?:ed|ing)|support(?:ed|ing)?|process\w+|officer|team|worker"
    r"|assistant|charity|department|"
    r"administ\w+|assess\w+|casework\w*|service|centre|solicitor|teach\w*|taught|nurs\w+|midwi\w+|project|payroll|"
    r"kitchen|knowledge|understanding|training|trained|caus\w+|investigat\w+|incident|risk)\b",
    re.IGNORECASE,
)
# These begin a matter of health only where a condition follows.
_NEEDS_CONDITION = re.compile(
    r"(?!.*\b(?:surgery|operation|accident|injury|transplant|treatment|sickness)\b)", re.IGNORECASE | re.DOTALL
)
_CAPITALS_ONLY = re.compile(r"\b(?:PIP|ESA|JSA|DLA|UC|LCWRA)\b")
_ABBREVIATED = re.compile(r"\b(?:pip|esa|jsa|dla|uc|lcwra)\b", re.IGNORECASE)
_COMPILED_STRONG = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _STRONG)
_COMPILED_WEAK = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WEAK)
# "2015-2017 Infantryman, 1st Battalion (": dates and a few words, before a clause about something else.
_ENTRY = re.compile(
    r"\W*(?:\w{3,9}\s)?(?:19|20)\d\d\s?[-–]\s?(?:\w{3,9}\s)?(?:(?:19|20)\d\d|present|now)\W+[A-Za-z]{3,}"
)
_CLAUSE_END = re.compile(r"[,;:()\n]|\s[-–—]\s")


def own_matter(statement: str) -> tuple[str, int, int] | None:
    """The kind of a protected matter of the writer's own, and the stretch of the statement to drop; None for none.

    It is the whole statement, unless that also tells of caring for a relative: then it is the clause.
    """
    found = _strong(statement) or _weak(statement)
    if found is None:
        return None
    kind, start, end = found
    caring = cares_for_relative(statement)
    if caring is None:
        return kind, _after_work(statement, start), len(statement)
    if start < caring[0]:
        return kind, _clause_start(statement, start), min(_clause_end(statement, end), max(end, caring[0]))
    return kind, max(start, caring[0]), _clause_end(statement, end)


def _after_work(statement: str, start: int) -> int:
    """Where the dropping begins: at the clause, where the clauses before it tell of a job and of nothing protected."""
    clause = _clause_start(statement, start)
    before = statement[:clause]
    is_work = (
        clause < start
        and (has_title_word(before) or _ENTRY.match(before))
        and not _strong(before)
        and not _weak(before)
    )
    return clause if is_work else 0


def relatives_details(statement: str) -> list[tuple[int, int]]:
    """Where a statement about a relative tells what the relative has; the skill it shows is kept, this is not."""
    return [found.span() for found in find_conditions(statement)]


def _strong(statement: str) -> tuple[str, int, int] | None:
    for kind, pattern in _COMPILED_STRONG:
        found = pattern.search(statement)
        if found and not (kind == "benefits" and _is_word_not_benefit(found.group())):
            return kind, found.start(), found.end()
    condition = own_condition(statement)
    return None if condition is None else ("health", condition.start(), condition.end())


def _is_word_not_benefit(words: str) -> bool:
    """Whether an abbreviation is written small: a "pip" is a seed, the benefit is PIP."""
    return bool(_ABBREVIATED.search(words)) and not _CAPITALS_ONLY.search(words)


def _weak(statement: str) -> tuple[str, int, int] | None:
    if _OTHERS.search(statement) or _WORK.search(statement):
        return None
    of_relative = _RELATIVE_AFTER_MY.search(statement) is not None
    for kind, pattern in _COMPILED_WEAK:
        if of_relative and kind != "benefits":
            continue
        found = pattern.search(statement)
        if found is None or (kind == "benefits" and _is_word_not_benefit(found.group())):
            continue
        if kind in {"benefits", "immigration"} and has_title_word(statement):
            continue
        if (
            kind != "health"
            or not _NEEDS_CONDITION.match(found.group())
            or any(not is_about_work(statement, item) for item in find_conditions(statement[found.end() :]))
        ):
            return kind, found.start(), found.end()
    return None


def _clause_start(statement: str, at: int) -> int:
    ends = [found.end() for found in _CLAUSE_END.finditer(statement, 0, at)]
    return ends[-1] if ends else at


def _clause_end(statement: str, at: int) -> int:
    found = _CLAUSE_END.search(statement, at)
    return found.start() if found else at
