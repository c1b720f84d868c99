"""Parts matched on this machine, one after the other on all its cores, the next one read meanwhile."""

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from matcher.batch.part import PartMatches, halo_of, match_part
from matcher.batch.plan import Plan
from matcher.batch.sources import Source

__all__ = ["match_here"]

Item = TypeVar("Item")
Read = TypeVar("Read")


def match_here(
    plan: Plan, numbers: Sequence[int], source: Source, on_people: Callable[[int], None]
) -> Generator[tuple[int, PartMatches], None, None]:
    """Match some parts in their order, each as it is done.

    Parameters
    ----------
    on_people : callable
        Told after every block how many more people are done.
    """
    for part, people in _read_ahead(source.people, [plan.part(number) for number in numbers]):
        done = _Steps(on_people)
        yield part.number, match_part(people, halo_of(people, plan.work), plan.basis, on_block=done)
        done(len(part.ids), len(part.ids))


class _Steps:
    """Turns how many are done of a part into how many more."""

    def __init__(self, on_people: Callable[[int], None]) -> None:
        self._on_people, self._n_done = on_people, 0

    def __call__(self, n_done: int, _n: int) -> None:
        self._on_people(n_done - self._n_done)
        self._n_done = n_done


def _read_ahead(read: Callable[[Item], Read], items: Sequence[Item]) -> Iterator[tuple[Item, Read]]:
    """Read item after item in a thread of its own, one ahead of whoever uses them: two are in memory at once."""
    with ThreadPoolExecutor(1) as reader:
        coming = deque(reader.submit(read, item) for item in items[:1])
        for place, item in enumerate(items):
            found = coming.popleft().result()
            coming.extend(reader.submit(read, following) for following in items[place + 1 : place + 2])
            yield item, found
