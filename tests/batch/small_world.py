"""Some people and vacancies about Leeds and Durham, and what watches a run of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from matcher.domain import Candidate, PlaceKind, Vacancy
from matcher.store import Person, Store
from strategies import _PLACES, shipped_taxonomy

_SKILLS = [skill.id for skill in shipped_taxonomy().skills][:8]


def some_people(n: int, seed: int = 1) -> list[Candidate]:
    """People of whom one in twenty has given no place."""
    rng = np.random.default_rng(seed)
    return [
        Candidate(
            id=f"C{number:04d}",
            place=None if rng.random() < 0.05 else _PLACES[rng.integers(len(_PLACES))],
            skills=tuple(sorted(rng.choice(_SKILLS, 3, replace=False))),
            max_travel_minutes=int(rng.choice([20, 40, 90])),
        )
        for number in range(n)
    ]


def some_work(m: int, seed: int = 2) -> list[Vacancy]:
    """Vacancies of whom one in ten is live-in."""
    rng = np.random.default_rng(seed)
    return [
        Vacancy(
            id=f"V{number:04d}",
            title="Care assistant",
            place=_PLACES[rng.integers(len(_PLACES))],
            place_kind=PlaceKind.LIVE_IN if rng.random() < 0.1 else PlaceKind.SITE,
            essential_skills=tuple(sorted(rng.choice(_SKILLS, 2, replace=False))),
        )
        for number in range(m)
    ]


def put(store: Store, n: int, m: int) -> None:
    """Store some of each."""
    store.upsert_candidates([(one, Person(f"Name {one.id}", "07700 900123")) for one in some_people(n)])
    store.upsert_vacancies(some_work(m))


@dataclass
class Watching:
    """Keeps what a run says, and does something after so many parts."""

    after: int = -1
    then: Callable[[], None] = lambda: None
    said: list[str] = field(default_factory=list)
    n_people: int = 0
    n_parts: int = 0
    of: tuple[int, int] = (0, 0)

    def say(self, text: str) -> None:
        self.said.append(text)

    def begin(self, n_parts: int, n_people: int) -> None:
        self.of = n_parts, n_people

    def people(self, n: int) -> None:
        self.n_people += n

    def parts(self, n: int) -> None:
        self.n_parts += n
        if self.n_parts == self.after:
            self.then()
