"""Vacancies from adverts in schema.org's `JobPosting`: one object, a list, a graph, or one object a line."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from matcher.domain import Place, PlacePrecision, Vacancy
from matcher.errors import FileError, PlaceError, RowError
from matcher.geography import Gazetteer
from matcher.importers import posting_fields as fields
from matcher.importers.fields import build
from matcher.importers.json_stream import begins_as_json, is_too_deep, stream_objects
from matcher.importers.landing import land_rows
from matcher.importers.linking import Linker
from matcher.importers.placing import placed
from matcher.importers.posting_draft import contract_of, read_posting_draft
from matcher.importers.posting_places import read_posting_place
from matcher.importers.posting_shares import FieldShares
from matcher.importers.remarks import VacancyRemarks
from matcher.importers.summary import ImportContext, ImportSummary, Tally
from matcher.store import Counts, Store
from matcher.taxonomy import Taxonomy
from matcher.text.adverts import AdvertDraft, Reading
from matcher.text.adverts.vacancy import vacancy_values

__all__ = ["import_job_postings", "read_job_posting"]

_PERIODS = {"hour": "by the hour", "day": "by the day", "week": "by the week", "month": "by the month",
            "year": "by the year", "": "not at all"}  # fmt: skip
_TOO_DEEP = "this is nested too deep to be an advert: export the file again, or mend or delete this advert."
_PRECISIONS = {
    PlacePrecision.POSTCODE: "at their postcode",
    PlacePrecision.SECTOR: "in their postcode's sector",
    PlacePrecision.DISTRICT: "only to a district",
    PlacePrecision.AREA: "only to an area",
    PlacePrecision.POINT: "by their own coordinates",
}


@dataclass(frozen=True, slots=True)
class _Advert:
    """A vacancy, and the words it was read from."""

    vacancy: Vacancy
    draft: AdvertDraft

    @property
    def pay_period(self) -> str:
        """The time that pay was stated for, or empty."""
        return self.draft.pay.value.period if self.draft.pay else ""


@dataclass(frozen=True, slots=True)
class _Unread:
    """The beginning of what is no JSON, and the fault."""

    text: str
    fault: str


def import_job_postings(path: Path, context: ImportContext, *, as_of: date | None = None) -> ImportSummary:
    """Import vacancies from `JobPosting` adverts; `as_of` is the day their pay is judged on where they name none.

    Adverts of sites are other people's: what they leave unclear lands as unknown, and only what cannot be true (an end
    before the beginning, a date that is none) is rejected.

    Raises
    ------
    FileError
        The file cannot be read, is no JSON, or holds no advert.
    """
    if not begins_as_json(path):
        raise FileError(f"{path} is not JSON: it should begin with {{ or [. For a spreadsheet, use the format csv.")
    today = as_of or date.today()  # noqa: DTZ011 - a day in the United Kingdom, where it is run
    with Tally("vacancies", context) as tally:
        tally.format = "json"
        linker, remarks, counts = Linker(context.taxonomy), VacancyRemarks(today), _Counts()
        read = partial(_read_advert, taxonomy=context.taxonomy, gazetteer=context.gazetteer, linker=linker, today=today)
        shares = FieldShares()
        land = partial(_land, store=context.store, remarks=remarks, counts=counts, shares=shares)
        land_rows(_adverts(path), read, land, tally, _as_sent)
        if not tally.read:
            raise FileError(f"{path} holds no advert: no object of the type JobPosting was found in it.")
        for sentence in (*counts.notes(), *shares.notes(), *remarks.notes(), *linker.notes()):
            tally.note(sentence)
        return tally.summary()


def _adverts(path: Path) -> Iterator[tuple[int, Any]]:
    """Adverts numbered from 1; those of a graph one by one."""
    number = 0
    for _, value, fault in stream_objects(path):
        for advert in [_Unread(str(value), fault)] if fault else _in_graph(value):
            number += 1
            yield number, _Unread("", _TOO_DEEP) if is_too_deep(advert) else advert


def _in_graph(value: Any) -> Sequence[Any]:
    graph = value.get("@graph") if isinstance(value, Mapping) else None
    if not isinstance(graph, list):
        return [value]
    return [item for item in graph if isinstance(item, Mapping) and _is_posting(item)]


def _is_posting(value: Mapping[str, Any]) -> bool:
    kinds = value.get("@type", "JobPosting")
    return any(str(kind).endswith("JobPosting") for kind in (kinds if isinstance(kinds, list) else [kinds]))


def read_job_posting(posting: Mapping[str, Any], taxonomy: Taxonomy, gazetteer: Gazetteer, today: date) -> Vacancy:
    """One advert as a vacancy; `today` is the day its pay is judged on where it names none.

    Raises
    ------
    RowError
        It is no `JobPosting`, says nothing, or says what cannot be true.
    """
    _, advert = _read_advert(posting, taxonomy, gazetteer, Linker(taxonomy), today)
    return advert.vacancy


def _read_advert(
    advert: Any, taxonomy: Taxonomy, gazetteer: Gazetteer, linker: Linker, today: date
) -> tuple[str, _Advert]:
    if isinstance(advert, _Unread):
        raise RowError(advert.fault)
    if not isinstance(advert, Mapping) or not _is_posting(advert):
        raise RowError("This is not a JobPosting: leave it out, or export the adverts alone.")
    title, description = fields.read_title(advert), fields.read_description(advert)
    if not title and not description:
        raise RowError("This advert has neither a title nor a description: there is nothing to match.")
    opens, _ = fields.read_dates(advert)
    draft = read_posting_draft(advert, taxonomy, opens or today)
    occupation, role_family = linker.title(title) if title else (None, None)
    identifier = fields.read_identity(advert)
    values = {
        **_stated_in_words(draft, advert, opens or today),
        "id": identifier,
        "provider": fields.read_provider(advert) or None,
        "title": title or None,
        "description": description or None,
        "occupation": occupation,
        "role_family": role_family,
        **_stated_in_fields(advert, draft, gazetteer),
    }
    return identifier, _Advert(build(Vacancy, values), draft)


def _stated_in_words(draft: AdvertDraft, advert: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Fields read from the words; pay is reckoned by the hour with the contract that the fields know better."""
    contract = contract_of(advert, draft)
    settled = replace(draft, contract=Reading(contract, "", 0, 0) if contract else None)
    values = vacancy_values(settled, day)
    values.pop("postcode", None)
    closes, opens = values.get("closes"), fields.read_dates(advert)[0]
    if closes and opens and closes < opens:
        del values["closes"]
    return values


def _stated_in_fields(advert: Mapping[str, Any], draft: AdvertDraft, gazetteer: Gazetteer) -> dict[str, Any]:
    """Fields that the advert's own structure states; they win over its words."""
    opens, closes = fields.read_dates(advert)
    place = read_posting_place(advert, gazetteer) or _place_in_words(draft, gazetteer)
    values = {
        "place_kind": fields.read_kind_of_place(advert),
        "contact": fields.read_contact(advert),
        "apply_url": fields.read_link(advert),
        "opens": opens,
        "closes": closes,
        "positions": fields.read_positions(advert),
        **placed(place),
    }
    return {name: value for name, value in values.items() if value is not None}


def _place_in_words(draft: AdvertDraft, gazetteer: Gazetteer) -> Place | None:
    """The place of the first postcode in the words that exists."""
    for reading in draft.postcodes:
        try:
            return gazetteer.locate(reading.value)
        except PlaceError:
            continue
    return None


def _land(
    adverts: Sequence[_Advert], store: Store, remarks: VacancyRemarks, counts: "_Counts", shares: FieldShares
) -> Counts:
    for advert in adverts:
        shares.count(advert.vacancy, advert.draft)
        remarks.remark(advert.vacancy)
        counts.count(advert)
    return store.upsert_vacancies([advert.vacancy for advert in adverts])


def _as_sent(advert: Any) -> dict[str, object]:
    """An advert as a row of the file of rejects: its id and title to know it by, and itself."""
    if isinstance(advert, _Unread):
        return {"id": "", "title": "", "advert": advert.text}
    known = advert if isinstance(advert, Mapping) else {}
    return {
        "id": fields.text_of(known.get("identifier")),
        "title": fields.read_title(known),
        "advert": json.dumps(advert, ensure_ascii=False),
    }


class _Counts:
    """How exactly the adverts that landed are placed, and how they state their pay."""

    def __init__(self) -> None:
        self._places: Counter[PlacePrecision] = Counter()
        self._periods: Counter[str] = Counter()

    def count(self, advert: _Advert) -> None:
        self._periods[advert.pay_period] += 1
        if advert.vacancy.place is not None:
            self._places[advert.vacancy.place.precision] += 1

    def notes(self) -> Iterator[str]:
        n_adverts = self._periods.total()
        if not n_adverts:
            return
        places = ", ".join(f"{self._places[p]:,} {words}" for p, words in _PRECISIONS.items() if self._places[p])
        yield f"{self._places.total():,} of {n_adverts:,} adverts are placed{': ' if places else ''}{places}."
        periods = ", ".join(f"{self._periods[p]:,} {words}" for p, words in _PERIODS.items() if self._periods[p])
        yield f"Pay is stated {periods}; all of it is kept by the hour."
