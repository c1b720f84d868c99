"""When a post works, as adverts say it: days, evenings, nights, sleep-ins, weekends, a rota."""

import re
from collections.abc import Iterator, Sequence

from matcher.text.adverts.readings import Reading, ShiftPattern, read_at
from matcher.text.adverts.sections import Placed, Section
from matcher.text.adverts.terms.clocks import Window, find_windows

__all__ = ["read_patterns", "speaks_of_the_post", "without_denied"]

_PATTERNS = {
    ShiftPattern.DAYS: (
        r"\bday[\s-]*(?:time )?(?:and (?:waking )?night )?shifts?\b|\bearl(?:y|ies)\b(?! (?:as\b|years|discharge"
        r"|intervention|help|warning|career|stage|parent|support|if|due|as|and may|in the|detection|onset"
        r"|for))"
        r"|\blong[\s-]days?\b|\bdays?\s*(?:and|&|or|/)\s*(?:(?:waking )?nights\b|(?:waking )?night (?:shift|work|dut"
        r"|cover|staff)\w*"
        r"|sleep[\s-]?ins?\b)|\bnights? ?(?:and|&|or|/) ?days?\b|\ba\.?m\.? (?:and|&|or|/) ?p\.?m\.? (?:shift|call"
        r"|run)s?\b"
        r"|\bam shifts?\b|\b(?:breakfast|lunch|morning)\b(?=[^.]{0,50}\b(?:calls|teas?|bed|visits)\b)"
        r"|\b(?:part|full)[\s-]time days\b|\bon days\b|\bdays only\b|[-–(]\s*days\b|\bdays?,? (?:evenings?"
        r"|lates?|nights?|weekends?)\b"
        r"|\bmon(?:day)?s?\s*(?:-|–|—|to|through|until|–)\s*(?:fri(?:day)?s?|sat(?:urday)?s?"
        r"|thu(?:rs)?(?:day)?s?)\b|\boffice hours\b|\bmorning (?:shifts?|calls?|runs?|work)\b"
        r"|\bmornings\b(?=[^.]{0,40}\b(?:shift|evening|afternoon|lunch|tea))|\b(?:mon|tues|wednes|thurs"
        r"|fri)days?\b(?! (?:and|-|to) (?:sat|sun)|\s*\d)"
        r"|\bafternoon shifts?\b"
        r"|\bweek\s?days\b|\bday[\s-]?time (?:and|or|hours|shifts?|work|calls)\b|\bwork\w* (?:\w+ ){0,3}(?:mornings"
        r"|afternoons)\b|\bdays?\s*[:–-]?\s*£|£[\d.]+ (?:per hour )?[–-]? ?days\b|\bmid[\s-]shift"
        r"|\bschool hours\b|\bnormal working hours\b"
    ),
    ShiftPattern.EVENINGS: (
        r"\bevenings?\b(?! (?:meal|primrose|class|out\b|event|entertain|activit))|\blates\b|\blate[\s-]*(?:shifts?"
        r"|, |and |& |/|or (?:night"
        r"|early)|finish|a week|per week)|\btwilights?\b|\bback shifts?\b|\bp\.?m\.? (?:shift|run)s?\b"
        r"|\bteas? (?:and|&|/) beds?\b|\b(?:bed|tuck[\s-]?in)[\s-]?(?:time )?(?:calls?|runs?|visits?)\b"
        r"|\b(?:finish(?:es|ing)?|until|ends?|till?)(?: by| at)? (?:8[.:]?[1-5]\d|9|10|11)(?:[.:]\d\d)?\s?p\.?m"
    ),
    ShiftPattern.WAKING_NIGHTS: (
        r"(?<!\bday and )(?<!\bday & )(?<!\bday or )(?<!\bper )(?<!\blast )(?<!\bgood "
        r")\b(?:waking[\s-])?nights?\b(?! (?:out|off|sky|class|bus|before|club))|\b(?:day (?:and|&|or)|per"
        r"|the) nights? (?:shift|work|dut|cover|staff)\w*|\bovernight(?:s| shifts?| care"
        r"| support)?\b|\bnight[\s-]?time\b"
    ),
    ShiftPattern.SLEEP_INS: r"\bsleep[\s-]?(?:ins?|overs?)\b|\bsleeping[\s-]?(?:in\b|nights?\b|duties|shifts?)",
    ShiftPattern.WEEKENDS: (
        r"\b(?:5|five|4|four) (?:days )?(?:over|out of|in|from) (?:7|seven)\b|\bweek[\s-]?ends?\b"
        r"|\bsaturdays?\b|\bsundays?\b|\bmon(?:day)?s?\s*(?:-|–|—|to|through)\s*(?:sat|sun)"
        r"|\b(?:7|seven)[\s-]days?(?: a| per|/| each|[\s-]?(?:week|working|rota))\b|\b(?:over|across"
        r"|covering) (?:7|seven) days\b|\b24/7\b(?=[^.]{0,60}\b(?:rota|shift))|\bbank holidays? working\b"
    ),
    ShiftPattern.ROTA: (
        r"\brotas?\b|\brotaed\b|\brota[\s-]?ed\b|\brotat(?:e|es|ing|ion|ional)\b|\broster(?:s|ed)?\b"
        r"|\bshift[\s-](?:patterns?|basis|work(?:ing|er)?|system|rotas?)\b|\b(?:variety|range|mix(?:ture)?"
        r"|combination) of (?:\w+ ){0,3}shifts?\b"
        r"|\b(?:various|varied|varying|different|all|rolling|flexible|alternat(?:e|ing)|unsocial|full range of"
        r"|around) (?:\w+ )?shifts?\b|\bwork(?:ing)? (?:\w+ )?shifts\b|\b(?:two|three|four|2|3"
        r"|4) shift (?:pattern|system)"
        r"|\b(?:\d|one|two|three|four|five|six|seven)[\s-]?(?:days?|nights?|weeks?"
        r"|shifts?)?[\s-]?on\b,?\s*[/&-]?\s*(?:and )?(?:\d|one|two|three|four|five|six|seven)[\s-]?(?:days?|nights?"
        r"|weeks?|shifts?)?[\s-]?off\b"
    ),
}
_FINDERS = {pattern: re.compile(words, re.IGNORECASE) for pattern, words in _PATTERNS.items()}
_WEEK_RANGE = re.compile(r"mon|tue|wed|thu|fri", re.IGNORECASE)
_NIGHTS_ALONE = re.compile(r"\bnights?\b(?!.{0,80}\b(?:days?\b(?! a)|earl|late))", re.IGNORECASE)
_TIMES = (
    r"(?:nights?|evenings?|weekends?|week-ends?|sleep[\s-]?ins?|lates?|earl(?:y|ies)|days?|shifts?|work"
    r"|bank holidays?)"
)
# "No evenings or weekends", "we never ask you to do sleep-ins": to the last time of day or week that it names.
_DENIED_TIMES = re.compile(
    rf"\b(?:no|never|not|without)\b(?! (?:only|just))[^.;:\u2013|\n]{{0,30}}?\b{_TIMES}\b"
    rf"(?:(?:,| or| and|/|,? or any)\s+(?:\w+ )?{_TIMES}\b|\s+{_TIMES}\b)*",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no|not|without|never|excluding|except|instead of)\s+(?:any )?(?:\w+ (?:or|and) )?(?:\w+ )?$", re.IGNORECASE
)
# Judgement: sentences that speak of shifts and do not say when the post works.
_NOT_THE_POST = re.compile(
    r"\benhance(?:d|ment)s?\b(?! (?:dbs|disclosure|crb|check|criminal))|\bself[\s-]?book|\bbook (?:and|your|shifts)"
    r"|\bavailable shifts\b"
    r"|\baccess to shifts|\bpriority (?:of|booking)"
    r"|\bchoice of shifts\b|\bhelpline\b|\bfree gp\b|\bper shift|\bfor every shift\b|\bevery shift you\b"
    r"|\bpaid for the whole shift\b|\bagency\b"
    r"|\bopen(?:ing)? (?:hours|times|from|between)\b|\bcall (?:us|\w+ on)\b|\bring\b|\bphone\b|\bcontact\b|\binterview"
    r"|\binduction (?:week|programme)|\bclos(?:e|ed|es|ing)\b|\btraining (?:course|is|will|takes)|\bassessment day\b"
    r"|\bevening(?:s)? event"
    r"|\bday and night[, ]+(?:to )?(?:make|our|we)\b|\bday or night\b|\bat night\b(?=[^.]{0,40}\bresident)",
    re.IGNORECASE,
)
_RULES_ALL_THE_SAME = re.compile(
    r"\bshifts? (?:patterns?|available|will|are|:)|\bmust be (?:fully )?flexible|\bvariety of shifts"
    r"|\byou (?:do not )?work both|\bhours of work\b|\bworking hours\b"
    r"|\byou will (?:be )?(?:work|required)|\bthis (?:post|role) (?:involves|includes|requires)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:service|unit|ward|team|home|centre|department|hospital|site)s?\b[^.]{0,60}\b(?:operates?|runs?"
    r"|covers?|provides?|delivers?|opens?|(?:is|are) (?:open|provided|delivered|run)|offers?)\b"
    r"|\b24[\s-]hours? (?:service|site|care|support"
    r"|emergency)|\bservice 7 days",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\bshifts?\b|\brota|\byou\b|\bpost\b|\brole\b|\bwork(?:ing)?\b|\bapplicants?\b|\bcandidates?\b"
    r"|\bavailab|\bflexib|\bhours of\b",
    re.IGNORECASE,
)
_DAY_STARTS, _DAY_ENDS, _NIGHT = 6 * 60, 20 * 60, 24 * 60


def read_patterns(placed: Sequence[Placed]) -> tuple[Reading[ShiftPattern], ...]:
    """The patterns that the post works or may be asked to work, each with the first sentence that says so."""
    found: dict[ShiftPattern, Reading[ShiftPattern]] = {}
    for item in placed:
        for pattern in _patterns_of(item):
            found.setdefault(pattern, read_at(pattern, item.sentence))
    return tuple(found[pattern] for pattern in ShiftPattern if pattern in found)


def _patterns_of(item: Placed) -> Iterator[ShiftPattern]:
    text = item.sentence.text
    if not speaks_of_the_post(item):
        return
    for pattern, finder in _FINDERS.items():
        if any(_is_meant(found, text, pattern) for found in finder.finditer(text)):
            yield pattern
    for window in find_windows(text):
        yield from _patterns_at(window, text)


def speaks_of_the_post(item: Placed) -> bool:
    """Whether a sentence says when the post works, and not when the place is open or what nights pay."""
    text = item.sentence.text
    if item.section in {
        Section.BENEFITS,
        Section.APPLY,
        Section.ABOUT,
        Section.TRAINING,
    } and not _RULES_ALL_THE_SAME.search(text):
        return False
    if _NOT_THE_POST.search(text) and not _RULES_ALL_THE_SAME.search(text):
        return False
    return not _SERVICE.search(text) or bool(_WORKS.search(text))


# Who draws up the rota of others may work none.
_DRAWS_UP = re.compile(
    r"\b(?:manag|plan|prepar|organis|writ|produc|complet|creat|compil|maintain|coordinat|oversee|draw)\w*"
    r" (?:up )?(?:the |staff |weekly |team |effective )*$",
    re.IGNORECASE,
)


def without_denied(text: str) -> str:
    """The text with the times it says nobody works blanked, every other letter in its place."""
    return _DENIED_TIMES.sub(lambda found: " " * len(found[0]), text)


def _is_meant(found: re.Match[str], text: str, pattern: ShiftPattern) -> bool:
    before = text[max(0, found.start() - 40) : found.start()]
    if _DENIED.search(before) or not without_denied(text)[found.start() : found.end()].strip():
        return False
    if pattern is ShiftPattern.DAYS and _WEEK_RANGE.match(found[0]):
        return not _NIGHTS_ALONE.search(text) and not find_windows(text)  # the hours beside it say it better
    if pattern is ShiftPattern.ROTA and _DRAWS_UP.search(before):
        return False
    if pattern is ShiftPattern.WAKING_NIGHTS:
        return not re.search(r"\bsleep(?:ing)?[\s-]?(?:in )?$", before, re.IGNORECASE)
    return True


def _patterns_at(window: Window, text: str) -> Iterator[ShiftPattern]:
    """Days within 6:00 and 20:00, evenings where it ends by midnight, nights across it."""
    if window.ends > _NIGHT:
        near = text[max(0, window.start - 40) : window.end + 40]
        yield ShiftPattern.SLEEP_INS if _FINDERS[ShiftPattern.SLEEP_INS].search(near) else ShiftPattern.WAKING_NIGHTS
    elif window.ends > _DAY_ENDS:
        yield ShiftPattern.EVENINGS
        if window.begins < _DAY_STARTS + 5 * 60:
            yield ShiftPattern.DAYS
    elif window.begins >= _DAY_STARTS:
        yield ShiftPattern.DAYS
