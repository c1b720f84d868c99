"""What a reader of the summary should know of the vacancies that landed."""

from collections.abc import Iterator
from datetime import date

from matcher.domain import Vacancy
from matcher.domain.pay_floor import is_draft

__all__ = ["VacancyRemarks", "day_judged"]


class VacancyRemarks:
    """Counts of an import of vacancies, judged on `as_of`."""

    def __init__(self, as_of: date) -> None:
        self._as_of = as_of
        self._n_under_floor = self._n_without_needs = self._n_without_place = 0

    def remark(self, vacancy: Vacancy) -> None:
        """Take note of one vacancy."""
        self._n_under_floor += is_draft(vacancy, day_judged(vacancy.opens, vacancy.closes, self._as_of))
        self._n_without_needs += not vacancy.essential_skills
        self._n_without_place += vacancy.place is None

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


def day_judged(opens: date | None, closes: date | None, as_of: date) -> date:
    """The day nearest to `as_of` on which a vacancy is open."""
    if opens and as_of < opens:
        return opens
    return closes if closes and closes < as_of else as_of
