"""Programmes that do not exist: whom they meet, who advertises, and how both look to the engine."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.domain import Candidate, Vacancy
from matcher.importers.demo import DEMO_DAY
from matcher.judging.simulation.answers import CANDIDATE_BLOCKS, VACANCY_BLOCKS
from matcher.judging.simulation.invented import Deck, blank_shares, demo_records, leave_out, vary_skills
from matcher.scoring import CandidateArrays, Model, Pairs, VacancyArrays, blocked_pairs, judge_gates, score_pairs
from matcher.taxonomy import Taxonomy

__all__ = ["PROGRAMMES", "Programme", "Seen", "Town", "build_town"]

_HOSPITAL_FAMILIES = frozenset(
    {"nursing-support", "therapy-support", "domestic", "catering", "portering", "coordination-admin", "maintenance"}
)
_ROWS_AT_ONCE = 200  # people scored in one go, so that a town never fills the memory


@dataclass(frozen=True, slots=True)
class Programme:
    """A kind of programme.

    Attributes
    ----------
    name : str
    postcode_areas : tuple of str
        Where its people and vacancies are.
    role_families : frozenset of str, or None for all
    silence : float
        How much more often than in the demo an answer is missing.
    """

    name: str
    postcode_areas: tuple[str, ...]
    role_families: frozenset[str] | None = None
    silence: float = 1.0

    def meets(self, person: Candidate) -> bool:
        """Whether the person lives where the programme is."""
        return (person.postcode or "").startswith(self.postcode_areas)

    def advertises(self, work: Vacancy) -> bool:
        """Whether the work is where, and of the kind that, the programme is for."""
        where = work.postcode or (work.area or ("",))[0]
        return where.startswith(self.postcode_areas) and (
            self.role_families is None or work.role_family in self.role_families
        )


PROGRAMMES = (
    Programme("city care academy", ("LS",)),
    Programme("county care academy", ("DH", "DL", "SR", "TS"), silence=0.6),
    Programme("hospital employment programme", ("LS", "DH", "DL"), _HOSPITAL_FAMILIES, silence=1.5),
)
"""Judgement: a city, a county of long ways and a hospital, the three kinds of programme that the project is for; one
that takes a long first interview leaves less unanswered, and one that recruits by a short form more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Every pair of a town as it looks to the engine.

    Attributes
    ----------
    features : (n_candidates, n_vacancies, 10) float32 in [0, 1], in the order of `FEATURES`
    answered : (n_candidates, n_vacancies, 10) bool, whether nothing unknown could change the feature
    open : (n_candidates, n_vacancies) bool, whether no gate blocks the pair
    """

    features: NDArray[np.float32]
    answered: NDArray[np.bool_]
    open: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Town:
    """A programme's people and vacancies.

    Attributes
    ----------
    programme : Programme
    shown : Seen
        With the answers that are missing: all that the engine ever gets.
    known : Seen
        With every answer, as providers and people find out for themselves.
    """

    programme: Programme
    shown: Seen
    known: Seen


def build_town(
    programme: Programme, sizes: tuple[int, int], taxonomy: Taxonomy, model: Model, rng: np.random.Generator
) -> Town:
    """Invent people and vacancies, and score every pair as the engine does.

    Parameters
    ----------
    sizes : (n_candidates, n_vacancies)
    """
    people, work = demo_records()
    neighbours = [person for person in people if programme.meets(person)]
    deck = Deck.of(neighbours, CANDIDATE_BLOCKS)
    adverts = Deck.of([each for each in work if programme.advertises(each)], VACANCY_BLOCKS)
    candidates = [vary_skills(deck.draw(f"C{n:05}", rng), neighbours, rng) for n in range(sizes[0])]
    vacancies = [
        adverts.draw(f"V{n:05}", rng).model_copy(update={"opens": None, "closes": None}) for n in range(sizes[1])
    ]
    unasked = {answer: share * programme.silence for answer, share in blank_shares(people, CANDIDATE_BLOCKS).items()}
    unsaid = {answer: share * programme.silence for answer, share in blank_shares(work, VACANCY_BLOCKS).items()}
    return Town(
        programme,
        shown=_seen(
            [leave_out(each, unasked, rng) for each in candidates],
            [leave_out(each, unsaid, rng) for each in vacancies],
            taxonomy,
            model,
        ),
        known=_seen(candidates, vacancies, taxonomy, model),
    )


def _seen(candidates: Sequence[Candidate], vacancies: Sequence[Vacancy], taxonomy: Taxonomy, model: Model) -> Seen:
    work = VacancyArrays.from_records(vacancies, taxonomy)
    features, answered, unblocked = [], [], []
    for start in range(0, len(candidates), _ROWS_AT_ONCE):
        people = CandidateArrays.from_records(candidates[start : start + _ROWS_AT_ONCE], taxonomy)
        pairs = Pairs(people, work)
        scored = score_pairs(pairs, model)
        outcomes = judge_gates(pairs, scored.journey, scored.rota, DEMO_DAY)
        features.append(np.stack([each.value for each in scored.features.values()], axis=-1).astype(np.float32))
        answered.append(np.stack([each.known for each in scored.features.values()], axis=-1))
        unblocked.append(~blocked_pairs(outcomes))
    return Seen(np.concatenate(features), np.concatenate(answered), np.concatenate(unblocked))
