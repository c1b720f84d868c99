"""Figures of hours as adverts write them: one, a range, a list of several posts, in words."""

import re

__all__ = ["FIGURE", "GROUP", "UNIT", "WEEK", "figures_of", "in_figures"]

FIGURE = r"\d{1,2}(?:\.\d{1,2})?(?![\d:%]|\.\d|,\d{3}|\s*(?:am|pm|noon|x)\b|st\b|nd\b|rd\b|th\b)\+?"
UNIT = r"(?:\s*-?\s*(?:hours?|hrs?|h)\b\.?)"
WEEK = (
    r"(?:[\s(]{0,3}(?:on average )?(?:(?:per|a|each|every|/|p\.?/?)\s*(?:week|wk|w)\b|weekly\b|week\b(?! of)|p\.?w\b"
    r"|(?:over|across)"
    r" the week\b))"
)
_TO = r"\s*(?:-|–|—|to|or|and|/|&|up to|rising to|through to)\s*(?:up to |a maximum of )?"
_LIST = r"\s*,\s*(?:or |and |to )?"
# "30", "16, 24 or 30", "20 hours to 30": a comma joins bare figures only ("10 hours, 40 a week" are two things).
GROUP = rf"(?<![\d.£/])(?<!\d[:,])({FIGURE}(?:(?:{UNIT})?{_TO}{FIGURE}|{_LIST}{FIGURE}){{0,6}})"
_TENS = {"ten": 10, "twelve": 12, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40}
_IN_WORDS = re.compile(
    rf"\b({'|'.join(_TENS)})(?:[\s-](one|two|three|four|five|six|seven|eight|nine))?(?= (?:hours?|hrs)\b)",
    re.IGNORECASE,
)
_ONES = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ONE = re.compile(r"\d{1,2}(?:\.\d{1,2})?")


def figures_of(group: str) -> list[float]:
    """The figures of a group, in its order."""
    return [float(figure) for figure in _ONE.findall(group)]


def in_figures(text: str) -> str:
    """Text with hours in words as figures: "thirty-six hours" is "36 hours"."""
    return _IN_WORDS.sub(lambda found: str(_TENS[found[1].lower()] + _ONES.index((found[2] or "").lower())), text)
