"""Vacancies read column by column."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from matcher.domain import Vacancy
from matcher.geography import Gazetteer
from matcher.importers import words
from matcher.importers.columnwise import Columnwise, Plain, in_groups, plain_text
from matcher.importers.fields import is_blank, read_web_address
from matcher.importers.linking import Linker
from matcher.importers.quick_cells import PostcodeCells, Said, SkillCells
from matcher.importers.remembered import MOST_REMEMBERED, Group, Values
from matcher.importers.vacancy_rows import READERS, located, read_area, read_vacancy
from matcher.store import place_values

__all__ = ["vacancies_by_column"]

_PLAIN: dict[str, Plain] = {
    "provider": lru_cache(MOST_REMEMBERED)(plain_text),
    "description": plain_text,
    "contact": plain_text,
    "apply_url": lru_cache(MOST_REMEMBERED)(partial(plain_text, read=read_web_address)),
}
_PAIRS = (
    ("hours_min", "hours_max"),
    ("pay_min_gbp_per_hour", "pay_max_gbp_per_hour"),
    ("opens", "closes"),
    ("min_age", "min_age_reason"),
)


def vacancies_by_column(linker: Linker, gazetteer: Gazetteer) -> Columnwise:
    """A reader of vacancies by column: row by row it is `read_vacancy`, but for the rows that it leaves."""

    def alone(row: Mapping[str, str], counts: Linker) -> Vacancy:
        return read_vacancy(row, counts, gazetteer)[1]

    places, skills = _PlaceCells(gazetteer), SkillCells(partial(_said, linker=Linker(linker.taxonomy)))
    placed_by = ("postcode", "area", "place_kind")
    needed = ("essential_skills", "optional_skills")
    together = (
        Group(placed_by, (*placed_by, "place"), places.columns, places.postcodes.foresee),
        Group(needed, (*needed, "unlinked_skills"), partial(_needs_columns, skills=skills)),
        Group(("title", "role_family"), ("title", "role_family", "occupation")),
        *(Group(pair, pair) for pair in _PAIRS),
    )
    return Columnwise(alone, linker, in_groups(READERS, together, _PLAIN), _PLAIN)


def _said(name: str, linker: Linker) -> Said:
    """What one name of a list of needs says."""
    skills, unlinked = linker.skills((name,))
    return Said(list(skills), list(unlinked), [])


def _needs_columns(texts: Sequence[str], counts: Linker, skills: SkillCells) -> Values | None:
    said = [one for text in texts if (one := skills.said(text, counts) if text else Said([], [], []))]
    if len(said) < len(texts):
        return None
    return {
        "essential_skills": said[0].skills or None,
        "optional_skills": said[1].skills or None,
        "unlinked_skills": list(dict.fromkeys((*said[0].unlinked, *said[1].unlinked))),
    }


class _PlaceCells:
    """Places of vacancies: of each area, and of the postcodes of each sector, what it says is worked out once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.postcodes = PostcodeCells(gazetteer)
        self._locate = gazetteer.locate
        self._area = lru_cache(MOST_REMEMBERED)(partial(read_area, gazetteer=gazetteer))
        self._kind = lru_cache(MOST_REMEMBERED)(words.read_place_kind)

    def columns(self, texts: Sequence[str], _counts: Linker) -> Values:
        """The columns that a postcode, an area and a kind of place fill, by `located` where there is an area."""
        postcode, area, kind = texts
        said = None if is_blank(kind) else self._kind(kind)
        if is_blank(area):
            return self.postcodes.columns(postcode) | {"place_kind": said and said.value}
        read = {"area": self._area(area)} | ({"place_kind": said} if said else {})
        found = located(read if is_blank(postcode) else read | {"postcode": self._locate(postcode)})
        columns = place_values(found["place"]) | {"postcode": found.get("postcode"), "area": list(found["area"])}
        return columns | {"place_kind": found["place_kind"].value if "place_kind" in found else None}
