"""Where the columns of a part come from: the database, or files that were written from it for others to read."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from matcher.batch.durable import said_of
from matcher.batch.plan import Part
from matcher.engine import Engine
from matcher.scoring import CandidateArrays, VacancyArrays

__all__ = ["FileSource", "Source", "StoredSource"]

_MODE = 0o770
"""Files say where people live: whoever runs workers may be of the group, and nobody else reads them."""


class Source(Protocol):
    """Gives the people of a part."""

    def people(self, part: Part) -> CandidateArrays:
        """Their columns, in the order of ids; who is no longer there is left out."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class StoredSource:
    """The engine's database."""

    engine: Engine
    as_of: date

    def people(self, part: Part) -> CandidateArrays:
        """Read them from the database."""
        return self.engine.candidate_columns(self.as_of, list(part.ids))


@dataclass(frozen=True, slots=True)
class FileSource:
    """A folder of Parquet files: one of the vacancies, and one for every part that was put there."""

    folder: Path

    def people(self, part: Part) -> CandidateArrays:
        """Read the file of a part."""
        from matcher.scoring.saved import load_candidates

        return load_candidates(self._of(part))

    def work(self) -> VacancyArrays:
        """Read the file of the vacancies."""
        from matcher.scoring.saved import load_vacancies

        return load_vacancies(self.work_path)

    def put_work(self, work: VacancyArrays) -> None:
        """Write the file of the vacancies."""
        from matcher.scoring.saved import save_columns

        with said_of(self.work_path):
            self.folder.mkdir(mode=_MODE, parents=True, exist_ok=True)
            save_columns(work, self.work_path)

    def put_people(self, part: Part, people: CandidateArrays) -> None:
        """Write the file of a part."""
        from matcher.scoring.saved import save_columns

        with said_of(self._of(part)):
            save_columns(people, self._of(part))

    def drop_people(self, part: Part) -> None:
        """Take the file of a part away, if there is one."""
        self._of(part).unlink(missing_ok=True)

    def remove(self) -> None:
        """Take all of it away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def work_path(self) -> Path:
        """Where the vacancies are."""
        return self.folder / "vacancies.parquet"

    def _of(self, part: Part) -> Path:
        return self.folder / f"candidates-{part.number:06d}.parquet"
