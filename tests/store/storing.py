"""What the tests of the store share."""

from typing import TypeVar

from matcher.domain import Candidate, Vacancy, format_shifts, parse_shifts

Record = TypeVar("Record", Candidate, Vacancy)


def written(record: Record, *shift_fields: str) -> Record:
    """A record with its shifts as people write them: a sleep-in has a name, not hours of its own."""
    drawn = {name: getattr(record, name) for name in shift_fields}
    return record.model_copy(
        update={name: shifts and parse_shifts(format_shifts(shifts)) for name, shifts in drawn.items()}
    )
