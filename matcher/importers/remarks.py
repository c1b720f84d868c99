"""What a reader of the summary should know of the vacancies that landed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from matcher.domain import Vacancy
from matcher.domain.pay_floor import is_draft
from matcher.store import row_values

__all__ = ["VacancyRemarks", "day_judged"]

_OF_PAY = ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour", "pay_note", "contract")
_REMARKED = (*_OF_PAY, "opens", "closes", "essential_skills", "place")
_pay_in = itemgetter(*_OF_PAY)
# Judgement: adverts share some thousand pairs of pay and day.
_MOST_REMEMBERED = 20_000


class VacancyRemarks:
    """Counts of an import of vacancies, judged on `as_of`."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._is_under_floor = lru_cache(_MOST_REMEMBERED)(_is_under_floor)
        self._n_under_floor = self._n_without_needs = self._n_without_place = 0

    def remark(self, vacancy: Vacancy) -> None:
        """Take note of one vacancy."""
        self.remark_row(row_values(vacancy, _REMARKED))

    def remark_row(self, values: Mapping[str, Any]) -> None:
        """Take note of one vacancy by the columns that it fills in the database."""
        self._n_under_floor += self._is_under_floor(
            _pay_in(values), day_judged(values["opens"], values["closes"], self._as_of)
        )
        self._n_without_needs += not values["essential_skills"]
        self._n_without_place += values["place_lat"] is None

    def notes(self) -> Iterator[str]:
        """The sentences worth reading."""
        if self._n_under_floor:
            yield (
                f"Paid less than the legal floor: {self._n_under_floor:,}, kept as drafts and not ranked. Raise the "
                "pay, or explain it in pay_note (sleep_in, age_band or apprentice)."
            )
        if self._n_without_needs:
            yield (
                f"Without essential skills that the taxonomy knows: {self._n_without_needs:,}; the usual needs of the "
                "occupation stand in."
            )
        if self._n_without_place:
            yield f"Without a place: {self._n_without_place:,}; give a postcode, or the area of a round."


def _is_under_floor(of_pay: Sequence[Any], day: date) -> bool:
    """Whether a vacancy that says this of its pay lies under the floor on a day."""
    return is_draft(Vacancy(id="-", **dict(zip(_OF_PAY, of_pay, strict=True))), day)


def day_judged(opens: date | None, closes: date | None, as_of: date) -> date:
    """The day nearest to `as_of` on which a vacancy is open."""
    if opens and as_of < opens:
        return opens
    return closes if closes and closes < as_of else as_of
