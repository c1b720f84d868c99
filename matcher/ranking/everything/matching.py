"""What a matching of everybody with everything rests on."""

from dataclasses import dataclass
from datetime import date

from matcher.geography import TravelTimes
from matcher.scoring import CandidateArrays, Model, VacancyArrays

__all__ = ["Matching"]


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Both sides, and by what they are matched.

    Attributes
    ----------
    people, work
        Columns of candidates and of vacancies, sound ones (`matcher.scoring.check_columns`).
    model, as_of
        The weights, and the day everything is judged on.
    k : int
        How many of each list are kept; less than 0 is none.
    travel_times : TravelTimes or None
        Journeys that were measured; only the plain way reads them.
    """

    people: CandidateArrays
    work: VacancyArrays
    model: Model
    as_of: date
    k: int
    travel_times: TravelTimes | None = None

    @property
    def depth_of_theirs(self) -> int:
        """How many vacancies the list of a candidate can come to hold."""
        return max(0, min(self.k, len(self.work)))

    @property
    def depth_of_its(self) -> int:
        """How many candidates the list of a vacancy can come to hold."""
        return max(0, min(self.k, len(self.people)))
