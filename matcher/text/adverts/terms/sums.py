"""The sums of money in a sentence: which of them is the basic pay, and which is for something else."""

import re
from enum import StrEnum

__all__ = ["basic_pay", "has_sum", "is_for_sleeping", "says_time"]

_AMOUNT = r"\d[\d,]{0,9}(?:\.\d{1,2})?\s?k?\b"
_SUM = re.compile(
    rf"£\s{{0,3}}{_AMOUNT}(?:\s*(?:-|–|—|to|rising to|up to|and)\s*£?\s*{_AMOUNT}(?!\s*(?:hours|hrs)\b))?",
    re.IGNORECASE,
)
_TIME = r"(?:per (?:hour|annum)|an hour|hourly|a year|p\.?\s?/?h\b|p\.?\s?/?a\b|/\s?h)"
# Pay without its sign: behind a word for pay, or before a word for the time.
_UNSIGNED = re.compile(
    rf"(?:\bGBP\s{{0,3}}(?=\d))|(?<=\b)(?<![£\d.,:/-])(?=(?:\d{{1,2}}\.\d\d|\d\d,\d{{3}}(?:\.\d\d)?"
    rf"|\d{{1,2}}(?= per hour))"
    rf"(?:\s*(?:-|–|to)\s*(?:\d{{1,2}}\.\d\d|\d\d,\d{{3}}(?:\.\d\d)?))?\s?{_TIME})",
    re.IGNORECASE,
)
_UNSIGNED_BEHIND = re.compile(
    r"(\b(?:salar(?:y|ies)|pay|rates?|wages?|remuneration)(?: rate| of pay)?\s*(?::|-|–|is|of)?\s*(?:up to |from "
    r"|circa )?)"
    r"(?=\d{1,2}\.\d\d\b|\d\d,?\d{3}\b)",
    re.IGNORECASE,
)
_SAYS_PAY = re.compile(
    r"\bsalar(?:y|ies)\b|\bpay(?:ing|s)?\b|\brate\b|\bwages?\b|\bearn(?:ing)?s?\b|\bpaid\b|\bremuneration\b|\bband\b"
    r"|\bgrade\b|\breceive £|\bdoe\b|\bdepend\w+ on experience\b|\bote\b|£\d{1,2}\.\d\d\b"
    r"|£\s?\d\d,?\d{3}\b.{0,12}[-–to]\s?£\s?\d\d,?\d{3}",
    re.IGNORECASE,
)
_SAYS_TIME = re.compile(
    r"\d\s{0,2}(?:\+\s*)?(?:p\.?/?\s?(?:h|a|w|m)\b|per\b|an hour|a year|a month|a week|/\s?h|hourly|annum"
    r"|pro[\s-]?rata|k\b|f\.?t\.?e\b)|\bper (?:hour|annum)\b|\bp/?h\b|\bp\.?a\b",
    re.IGNORECASE,
)
# Where the words that belong to one sum end and those of the next begin.
_CUT = re.compile(
    r"[;,()|+&•]|/(?!\s?h)|\b(?:and|plus|or|but|otherwise|with|then|as well as|compared)\b|\s[-–—]\s|[.!]\s",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:inc(?:l|luding|lusive|ludes)?\b|before|excluding|plus)\b.*", re.IGNORECASE)
_BASIC = re.compile(
    r"\b(?:(?<!christmas )(?<!boxing )days?|week\s?days?|basic|standard|normal|mon(?:day)?|contact)\b", re.IGNORECASE
)


class _For(StrEnum):
    """What a sum is for, in the order in which it is taken for the pay."""

    BASIC = "basic"
    RECKONED = "reckoned"
    ENHANCED = "enhanced"
    SLEEPING = "sleeping"
    NO_PAY = "no_pay"


# Judgement: the words beside a sum that say what it is for. The first that is found counts.
_WORDS = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            _For.NO_PAY,
            (
                r"\b(?:sav(?:e|es|ing|ings)|worth|recommend\w*|refer(?:ral)?s?|relocation|vouchers?|bonus(?:es)?"
                r"|invest\w*|million"
                r"|turnover|fund(?:ed|ing)?|mileage|per mile|costs?|costing|fees?|charged?|deduct\w*|allowances?"
                r"|rewards?"
                r"|golden hello|discounts?|grants?|budget|raised?|donat\w*|dbs|uniform|extra|additional(?:ly)?"
                r"|supplements?|premium|uplift"
                r"|on top|(?:night|weekend|shift|unsocial)\w* enhancement|cashback|half an hour|half[\s-]hour"
                r"|minutes?|gift|insurance|cover|expenses"
                r"|under (?:18|21|23|25)s?"
                r"|under the age|aged? (?:16|17|18|20)|apprentices?|holiday pay)\b"
            ),
        ),
        (_For.SLEEPING, r"\bsleep[\s-]?(?:in|over)s?\b|\bsleeping[\s-]?in\b|\bper sleep\b"),
        (
            _For.RECKONED,
            r"\bf\.?t\.?e\b|\bfull[\s-]time equivalent\b|\bactual\b|\bequa(?:l|t)\w* to\b|\bequivalent to\b",
        ),
        (
            _For.ENHANCED,
            (
                r"\b(?:nights?|sat(?:urday)?s?|sun(?:day)?s?|week\s?ends?|bank hol\w*|public hol\w*|enhance\w*|overtime"
                r"|unsocial|evenings?|christmas|new year\w*|double time|time and a|on[\s-]?call|call[\s-]outs?)\b"
            ),
        ),
    )
)


def has_sum(text: str) -> bool:
    """Whether a sentence names a sum of money, with its sign or where only pay can be meant."""
    return bool(_SUM.search(_signed(text)))


def says_time(text: str) -> bool:
    """Whether words say for what time a sum is paid."""
    return bool(_SAYS_TIME.search(text))


def is_for_sleeping(text: str) -> bool:
    """Whether the pay that a sentence states is for sleep-ins alone."""
    signed = _signed(text)
    kinds = _kinds(list(_SUM.finditer(signed)), signed)
    return _For.SLEEPING in kinds and not {_For.BASIC, _For.ENHANCED, _For.RECKONED} & set(kinds)


def basic_pay(text: str) -> str:
    """A sentence from its basic pay on, without other sums; empty where it states no pay.

    Enhanced rates count where there are no others, and so does pay for sleep-ins.
    """
    signed = _signed(text)
    sums = list(_SUM.finditer(signed))
    if not sums or not (_SAYS_PAY.search(signed) or _SAYS_TIME.search(signed)):
        return ""
    kinds = _kinds(sums, signed)
    best = min(kinds, key=list(_For).index)
    if best is _For.NO_PAY:
        return ""
    kept = [found for found, kind in zip(sums, kinds, strict=True) if kind is best]
    for found in reversed(sums):
        if found not in kept:
            signed = signed[: found.start()] + " " * (found.end() - found.start()) + signed[found.end() :]
    return signed[max(0, kept[0].start() - _LEAD) :]


_LEAD = 22  # letters before a sum in which "up to" and "from" stand


def _kinds(sums: list[re.Match[str]], text: str) -> list[_For]:
    return [_kind(words) for words in _words_beside(sums, text)]


def _kind(words: str) -> _For:
    for kind, finder in _WORDS:
        if finder.search(words) and not (kind is _For.ENHANCED and _BASIC.search(words)):
            return kind
    return _For.BASIC


def _words_beside(sums: list[re.Match[str]], text: str) -> list[str]:
    """The words that belong to each sum: up to the next cut on both sides.

    Where no cut stands between two sums ("Days £9.21 Nights £12.14"), the words between belong to the second if the
    first has some before it, else to the first.
    """
    between = [text[start:end] for start, end in _gaps(sums, len(text))]
    do_lead = bool(
        _BASIC.search(_last(between[0])) or any(finder.search(_last(between[0])) for _, finder in _WORDS[1:])
    )
    beside = []
    for number in range(len(sums)):
        before, after = between[number], between[number + 1]
        is_first, is_last = number == 0, number == len(sums) - 1
        own = [_last(before)] if is_first or do_lead or _CUT.search(before) else []
        own += [_first(after)] if is_last or not do_lead or _CUT.search(after) else []
        beside.append(" ".join(own))
    return beside


def _gaps(sums: list[re.Match[str]], length: int) -> list[tuple[int, int]]:
    return list(zip([0, *(found.end() for found in sums)], [*(found.start() for found in sums), length], strict=True))


def _first(words: str) -> str:
    cut = _CUT.search(words)
    return _INCLUDED.sub("", words[: cut.start()] if cut else words)


def _last(words: str) -> str:
    cuts = list(_CUT.finditer(words))
    return words[cuts[-1].end() :] if cuts else words


def _signed(text: str) -> str:
    """Text with the pound sign before every sum that can only be pay."""
    signed = _UNSIGNED.sub("£", text)
    return signed if "£" in signed else _UNSIGNED_BEHIND.sub(r"\1£", signed)
