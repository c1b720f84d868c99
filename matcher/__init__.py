"""carematch: ranks candidates against care vacancies, with the reason for every point.

>>> from matcher import Engine, Candidate, Vacancy  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

__all__ = ["AllMatches", "Candidate", "CandidateArrays", "Engine", "Vacancy", "VacancyArrays", "__version__"]
__version__ = "0.1.0"

if TYPE_CHECKING:
    from matcher.domain import Candidate, Vacancy
    from matcher.engine import Engine
    from matcher.ranking.everything import AllMatches
    from matcher.scoring import CandidateArrays, VacancyArrays


def __getattr__(name: str) -> Any:
    """Load the public names when they are first asked for."""
    if name == "Engine":
        from matcher.engine import Engine

        return Engine
    if name in {"Candidate", "Vacancy"}:
        from matcher import domain

        return getattr(domain, name)
    if name in {"CandidateArrays", "VacancyArrays"}:
        from matcher import scoring

        return getattr(scoring, name)
    if name == "AllMatches":
        from matcher.ranking.everything import AllMatches

        return AllMatches
    raise AttributeError(f"module 'matcher' has no attribute {name!r}")
