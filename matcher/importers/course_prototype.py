"""Training items of the care workforce pathway prototype (March 2024): JSON with a list called ``training``."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from matcher.domain import Delivery, Qualification, StartsWhen
from matcher.errors import FileError, InputError, RowError
from matcher.importers.course_links import CourseLinker
from matcher.importers.course_words import read_learning_hours, read_pounds
from matcher.importers.json_stream import is_too_deep, stream_objects
from matcher.likeness.normalise import normalise
from matcher.taxonomy import Taxonomy

__all__ = ["item_skills", "read_item", "training_items"]

_LEVEL = re.compile(r"\blevel\s*([0-8])\b", re.IGNORECASE)
_SOURCE = {
    "source": "Care workforce pathway prototype, March 2024",
    "source_date": "2024-03",
    "confidence": "B",
}
_MODELS = {"split": "in two parts, at the start and at the end", "full": "in one sum, at the end"}
_MOST_SHELVES = 4
_QUALIFIES = ("award", "certificate", "diploma")
_SIZES = tuple(f"{size} in " for size in _QUALIFIES)
# What a title says besides what it is about: how deep it goes, and where it is taught.
_DEPTH = re.compile(
    r"^(?:(?:understanding|awareness of|introduction to|principles of|supporting|working (?:in|with)|the care and "
    r"management of|the)\s+)+",
    re.IGNORECASE,
)
_SETTING = re.compile(r"\b(?:in|for)\b(?:(?!\b(?:in|for)\b).)*\bsettings?\b.*$", re.IGNORECASE)


def training_items(path: Path) -> Iterator[tuple[int, Any]]:
    """The training items of a file, numbered from 1.

    Raises
    ------
    FileError
        The file is no JSON, or holds no list called ``training``.
    """
    number = 0
    for _, value, fault in stream_objects(path):
        if fault:
            raise FileError(f"{path} is not JSON throughout: download it again.")
        if is_too_deep(value):
            raise FileError(f"{path} is nested too deep to be a list of training: download it again.")
        for item in _items(value):
            number += 1
            yield number, item
    if not number:
        raise FileError(
            f"{path} holds no training: a JSON file of courses has a list called 'training' with a title in each item. "
            "For a list of your own, use CSV."
        )


def _items(value: Any) -> list[Any]:
    if isinstance(value, Mapping) and isinstance(value.get("training"), list):
        return list(value["training"])
    return [value] if isinstance(value, Mapping) and {"title", "code"} <= value.keys() else []


def read_item(item: Any, taxonomy: Taxonomy) -> dict[str, Any]:
    """The values of a course from one item, without its skills.

    The sum that an employer could claim stands for the cost, which nothing else states. Times that are no hours ("4
    modules") stay unknown.

    Raises
    ------
    RowError
        It has no code or no title, or a sum that is none.
    """
    if not isinstance(item, Mapping):
        raise RowError("this is no training item: leave it out.")
    code, title = _text(item, "code"), _text(item, "title")
    if not code:
        raise RowError(
            "code is blank: give the item the number of its qualification, or one of your own.", field="code"
        )
    if not title:
        raise RowError("title is blank: give the item its name.", field="title")
    kind = _text(item, "type")
    level = _level(kind, title)
    values = {
        "id": code,
        "label": _label(title, kind),
        "provider": _text(item, "awardingOrganisation") or None,
        "level": level,
        "learning_hours": _hours(item),
        "delivery": Delivery.ONLINE if "learning" in kind.lower() and kind.lower().startswith("e") else None,
        "starts_when": StartsWhen.IN_POST,
        "qualification": _qualification(title, kind, level, taxonomy),
        "url": _link(item),
        **_money(item),
        **_SOURCE,
    }
    return {name: value for name, value in values.items() if value is not None}


def item_skills(item: Mapping[str, Any], linker: CourseLinker) -> tuple[str, ...]:
    """Ids of the skills that an item is about: by its title and category, else by the categories it is filed under."""
    about = linker.skills_in(f"{_SETTING.sub('', _text(item, 'title'))}. {_text(item, 'category')}.")
    filed = item.get("skillsCat")
    shelves = [shelf for shelf in filed if isinstance(shelf, str)] if isinstance(filed, list) else []
    # Judgement: a whole diploma is filed under everything; more than four shelves say nothing of one course.
    return about or (linker.skills_in(". ".join(shelves)) if len(shelves) <= _MOST_SHELVES else ())


def _text(item: Mapping[str, Any], field: str) -> str:
    value = item.get(field)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _level(*texts: str) -> int | None:
    found = next(filter(None, (_LEVEL.search(text) for text in texts)), None)
    return int(found[1]) if found else None


def _label(title: str, kind: str) -> str:
    """The title with the level and size of the qualification in front, unless the one says the other."""
    if not any(word in kind.lower() for word in (*_QUALIFIES, "level")):
        return title
    if normalise(title) in normalise(kind):
        return kind
    front, size = kind.rpartition(" ")[::2]
    return f"{front} {title}" if title.lower().startswith(size.lower()) else f"{kind}: {title}"


def _hours(item: Mapping[str, Any]) -> float | None:
    for field in ("totalLearningTime", "duration"):
        try:
            return read_learning_hours(_text(item, field))
        except RowError:
            continue
    return None


def _money(item: Mapping[str, Any]) -> dict[str, Any]:
    claimed = _text(item, "reimbursementAmount")
    if not claimed:
        return {}
    try:
        pounds = read_pounds(claimed)
    except InputError as error:
        raise RowError(f"reimbursementAmount '{claimed}': {error}", field="reimbursementAmount") from error
    when = _MODELS.get(_text(item, "fundingModel"), "")
    return {
        "cost_gbp": pounds,
        "cost_to_learner_gbp": 0.0,
        "paid_by": "the employer",
        "funding": f"In 2024 an employer could claim up to £{pounds:g}{f', {when}' if when else ''}; check what is "
        "claimable now",
    }


def _link(item: Mapping[str, Any]) -> str | None:
    link = _text(item, "link")
    return link if re.fullmatch(r"https?://[^\s/]+\.[^\s]+", link) else None


def _qualification(title: str, kind: str, level: int | None, taxonomy: Taxonomy) -> str | None:
    """The id of the qualification that its words name, most exact first."""
    bare = re.sub(r"\(.*?\)", "", title).strip()
    subject = _DEPTH.sub("", bare)
    names = [f"{kind} {title}", title, kind, subject]
    if level is not None:
        names += [f"level {level} {form}{what}" for what in (bare, subject) for form in ("", *_SIZES)]
    found = (taxonomy.qualification(name) for name in names)
    return next((record.id for record in found if record is not None and _is_it(record, level)), None)


def _is_it(record: Qualification, level: int | None) -> bool:
    """Whether a qualification can be meant: of the level said, and no "other qualification at level 2"."""
    return record.subject != "other" and level in {None, record.level}
