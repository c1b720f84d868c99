"""How much of each field an import of adverts found, and which adverts a person should look at."""

from collections import Counter
from collections.abc import Iterator

from matcher.domain import Vacancy
from matcher.text.adverts import AdvertDraft

__all__ = ["FieldShares"]

_MOST_NAMED = 20


class FieldShares:
    """Counts over the adverts that landed."""

    def __init__(self) -> None:
        self._n_adverts = 0
        self._found: Counter[str] = Counter()
        self._flagged: dict[str, list[str]] = {"sex": [], "age": []}
        self._other_languages: Counter[str] = Counter()

    def count(self, vacancy: Vacancy, draft: AdvertDraft) -> None:
        """Take note of one advert, as it landed and as it was read."""
        self._n_adverts += 1
        self._found.update(name for name, is_found in _fields(vacancy, draft).items() if is_found)
        for kind in {reading.value.kind.value for reading in draft.flags}:
            self._flagged[kind].append(vacancy.id)
        if draft.language.code not in {"", "en"} or draft.language.also:
            self._other_languages[" and ".join(filter(None, (draft.language.code, draft.language.also)))] += 1

    def notes(self) -> Iterator[str]:
        """One line of shares, and a line for each kind of flag."""
        if not self._n_adverts:
            return
        shares = ", ".join(f"{name} {self._found[name] / self._n_adverts:.0%}" for name in _NAMES)
        yield f"Found in the words and fields of {self._n_adverts:,} adverts: {shares}."
        for kind, identifiers in self._flagged.items():
            if identifiers:
                yield _flag_note(kind, identifiers)
        if self._other_languages:
            told = ", ".join(f"{code} {n:,}" for code, n in self._other_languages.most_common())
            yield f"Written wholly or partly in another language than English, and read as far as can be: {told}."


_NAMES = (
    "hours",
    "pay",
    "shifts",
    "contract",
    "licence",
    "vehicle",
    "DBS",
    "qualification",
    "experience",
    "closing date",
    "essential skills",
)


def _fields(vacancy: Vacancy, draft: AdvertDraft) -> dict[str, bool]:
    values = (
        vacancy.hours_min is not None,
        vacancy.pay_min_gbp_per_hour is not None or vacancy.pay_max_gbp_per_hour is not None,
        bool(draft.patterns),
        vacancy.contract is not None,
        draft.driving_licence is not None,
        draft.vehicle is not None,
        draft.dbs is not None,
        draft.qualification is not None,
        draft.experience is not None,
        vacancy.closes is not None,
        bool(vacancy.essential_skills),
    )
    return dict(zip(_NAMES, values, strict=True))


def _flag_note(kind: str, identifiers: list[str]) -> str:
    named = ", ".join(f"'{identifier[:40]}'" for identifier in identifiers[:_MOST_NAMED])
    more = f" and {len(identifiers) - _MOST_NAMED:,} more" if len(identifiers) > _MOST_NAMED else ""
    what = "a minimum age" if kind == "age" else "a man or a woman"
    asks = "advert asks" if len(identifiers) == 1 else "adverts ask"
    return f"For a person to look at: {len(identifiers):,} {asks} for {what} ({named}{more}). None of it filters."
