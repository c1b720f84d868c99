"""The first matches of a jobseeker as plain text, to be sent to them in an e-mail."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from textwrap import wrap

from matcher.domain import Gate, Match, PlaceKind, Vacancy
from webapp import words
from webapp.presenters.matches import to_arrange
from webapp.presenters.own_matches import journey_of
from webapp.presenters.second_person import to_you
from webapp.presenters.vacancies import pay

__all__ = ["MOST_SENT", "how_to_apply", "matches_text"]

MOST_SENT = 5
"""Judgement: five are read to the end, and leave room for somebody's own choice."""

# Mail programs break lines of more than 78 characters themselves, and badly.
_WIDTH = 76
_MOST_SKILLS = 2
_BEGIN = "These come first for you at the moment. They are for you to think about; nothing has been decided."
_END = "Tell me which you like, and I will help you apply."
_NONE = "No vacancy fits just now. Ask me what would open some."


def matches_text(name: str | None, matches: Sequence[Match], vacancies: Mapping[str, Vacancy], as_of: date) -> str:
    """A letter: the first matches, why each in two lines, how to apply, and what is to be arranged.

    Without a name it greets whoever reads it: our references say nothing to them.
    """
    lines = [f"Vacancies for {name or 'you'}, {words.long_date(as_of)}", "", f"Hello{f' {name}' if name else ''},", ""]
    lines += [*_wrapped(_BEGIN if matches else _NONE), ""]
    for match in matches[:MOST_SENT]:
        lines += [*_match_lines(match, vacancies[match.vacancy]), ""]
    return "\n".join([*lines, *_wrapped(_END)]) + "\n"


def _match_lines(match: Match, vacancy: Vacancy) -> Iterable[str]:
    yield from _wrapped(f"{match.rank}. " + ", ".join(filter(None, (match.title or "A vacancy", match.provider))))
    yield from _wrapped(f"- {_what_they_bring(match)}", "   ", "     ")
    yield from _wrapped(f"- {_terms(match, vacancy)}", "   ", "     ")
    yield from _wrapped(f"- {how_to_apply(vacancy)}", "   ", "     ")
    arrange = to_arrange(match)
    if arrange:
        yield from _wrapped(f"To arrange: {'; '.join(map(_arranging, arrange))}.", "   ")


def _what_they_bring(match: Match) -> str:
    """Skills they have and those that come close; where none does, the reason that gives most points."""
    held, near = match.skills.held[:_MOST_SKILLS], [one.needs for one in match.skills.near[:_MOST_SKILLS]]
    said = [f"You bring {_listed(held)}."] if held else []
    said += [f"You come close to {_listed(near)}."] if near else []
    if not said:
        said = [to_you(max(match.contributions, key=lambda part: (part.known, part.contribution)).reason)]
    return " ".join(said)


def _terms(match: Match, vacancy: Vacancy) -> str:
    """Journey, hours and pay, and which of the last two the advert does not state."""
    is_known = vacancy.place_kind == PlaceKind.LIVE_IN or match.travel_minutes is not None
    journey = journey_of(match, vacancy) if is_known else ""
    hours = words.span(vacancy.hours_min, vacancy.hours_max)
    rate = pay(vacancy)
    if not hours and not rate:
        return "; ".join(filter(None, (journey, "hours and pay are not stated: ask."))).capitalize()
    stated = (
        journey,
        f"{hours} hours a week" if hours else "hours are not stated: ask",
        f"{rate} an hour" if rate else "pay is not stated: ask",
    )
    return f"{'; '.join(filter(None, stated))}."


def how_to_apply(vacancy: Vacancy) -> str:
    """Until when and where somebody applies, as far as the advert says."""
    until = f"Closes on {words.long_date(vacancy.closes)}." if vacancy.closes else "No closing date is given."
    where = " or ".join(filter(None, (vacancy.contact, vacancy.apply_url)))
    return f"{until} To apply: {where}" if where else f"{until} The advert does not say how to apply: ask me."


def _arranging(gate: Gate) -> str:
    """A condition with how long it usually takes and who usually pays."""
    days = f"usually {gate.days} days" if gate.days else ""
    payer = f"the {gate.paid_by} usually pays" if gate.paid_by and gate.cost_gbp else ""
    usual = ", ".join(filter(None, (days, payer)))
    return f"{words.gate_name(gate.gate)} ({usual})" if usual else words.gate_name(gate.gate)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return wrap(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest or first,
        break_long_words=False,
        break_on_hyphens=False,
    )
