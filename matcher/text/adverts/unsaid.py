"""What a vacancy's words ask of sex or age that its fields do not say."""

from matcher.domain import Vacancy
from matcher.text.adverts.readings import Flag, FlagKind, Reading
from matcher.text.adverts.sections import place_sentences
from matcher.text.adverts.sentences import split_sentences
from matcher.text.adverts.terms.flags import read_flags

__all__ = ["unsaid"]


def unsaid(vacancy: Vacancy, sex_required: str | None = None) -> tuple[Reading[Flag], ...]:
    """Sentences of a title and description that ask for a sex or an age, where the fields ask for neither or less.

    Whoever reads them takes them for conditions, and a person has to look at such a condition.
    """
    title = " ".join((vacancy.title or "").split())
    text = "\n\n".join(part for part in (title, vacancy.description) if part)
    placed = place_sentences(split_sentences(text), frozenset({title}))
    return tuple(flag for flag in read_flags(placed) if not _is_said(flag.value, vacancy, sex_required))


def _is_said(flag: Flag, vacancy: Vacancy, sex_required: str | None) -> bool:
    if flag.kind is FlagKind.SEX:
        return sex_required is not None
    return vacancy.min_age is not None and vacancy.min_age >= (flag.age or 0)
