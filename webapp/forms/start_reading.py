"""The answers of the start page read: to boxes that can be unticked, and to a candidate that nobody stores.

The words go through the reader of CVs, which takes health, age, family and the like out before anything reads them.
One thing is read before that: having brought up children, which is work that counts. How many and whose is not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from matcher.domain import Candidate, TravelMode
from matcher.errors import InputError
from matcher.importers.placing import placed
from matcher.text.cvs import CvDraft, Item, Job, read_cv
from matcher.text.skills.everyday import EVERYDAY_CONFIDENCE
from webapp.forms.start import StartForm

if TYPE_CHECKING:
    from matcher.engine import Engine

__all__ = ["START_ID", "Understood", "UnderstoodBox", "read_start", "understand"]

START_ID = "start"
"""What somebody who is not stored is called in a ranking of their own."""

_SECTOR = "sector:"
_RAISING, _LOOKING_AFTER_CHILDREN = "parenting-homemaking", "childcare"
_RAISED = re.compile(
    r"(?<!\bnot )(?<!\bnever )(?<!n't )(?<!n’t )"
    r"\b(?:rais(?:ed|ing)|br(?:ought|inging)\s+up|rear(?:ed|ing)|look(?:ed|ing)\s+after)"
    r"(?:\s+(?:my|our|own|a|the|of|and|one|two|three|four|five|six|\d|all|both|young|small|little|grown-up))*"
    r"\s+(?:children|kids?|child|sons?|daughters?|baby|babies|twins|toddlers?|grandchildren|grandkids|family)\b",
    re.IGNORECASE,
)
_UNPAID = {"caring": "unpaid caring", "volunteering": "volunteering"}


@dataclass(frozen=True, slots=True)
class UnderstoodBox:
    """One thing that was understood: its key, how it is said, whether it is ticked."""

    key: str
    label: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood from somebody's words: the draft, the sectors it names by no job, and the boxes of both."""

    draft: CvDraft
    sectors: tuple[str, ...]
    boxes: tuple[UnderstoodBox, ...]

    def fields(self) -> dict[str, Any]:
        """The fields of a candidate, by what is ticked."""
        ticked = {box.key for box in self.boxes if box.is_ticked}
        jobs = {job.key for job, key in _keyed(self.draft.jobs) if key in ticked}
        fields = self.draft.as_candidate_fields({*ticked, *jobs} - {"fact:postcode"})
        named = tuple(name for name in self.sectors if _SECTOR + name in ticked)
        sectors = tuple(dict.fromkeys((*fields.get("prior_sector", ()), *named)))
        return fields | ({"prior_sector": sectors} if sectors else {})


def understand(words: str, ticked: Iterable[str], seen: Iterable[str], engine: "Engine", as_of: date) -> Understood:
    """Read words; boxes that were `seen` are ticked as they came back, and new ones as the reader is sure of them."""
    draft = read_cv(words, engine.taxonomy, as_of=as_of)
    sectors = () if draft.jobs else tuple(_named_sectors(words, engine))
    if _RAISED.search(words):
        draft = _with_childcare(draft, engine)
        sectors = tuple(dict.fromkeys((_RAISING, *sectors)))
    first, back, shown = set(draft.ticked), set(ticked), set(seen)
    labels = {key: (_job_label(job, engine), job.key in first) for job, key in _keyed(draft.jobs)}
    labels |= {item.key: (item.label, item.key in first) for item in (*draft.skills, *draft.qualifications)}
    labels |= {item.key: (item.label, item.key in first) for item in draft.registrations}
    labels |= {fact.key: (fact.label, fact.key in first) for fact in draft.facts if fact.field != "postcode"}
    labels |= {_SECTOR + name: (engine.taxonomy.prior_sectors[name].plain, True) for name in sectors}
    boxes = (
        UnderstoodBox(key, label[:1].upper() + label[1:], key in back if key in shown else is_sure)
        for key, (label, is_sure) in labels.items()
    )
    return Understood(draft, sectors, tuple(boxes))


def read_start(form: StartForm, understood: Understood, engine: "Engine") -> Candidate | None:
    """The candidate of the answers; None, with the error on the postcode, where there is no such place."""
    try:
        place = placed(engine.gazetteer.locate(form.postcode.data))
    except InputError as error:
        form.postcode.errors = [str(error)]
        return None
    fields = understood.fields()
    mode = {"travel_mode": TravelMode(form.travel_mode.data)} if form.travel_mode.data else {}
    return Candidate(**{**fields, "id": START_ID, **place, **mode, "max_travel_minutes": form.longest_journey})


def _named_sectors(words: str, engine: "Engine") -> Iterator[str]:
    """Sectors that somebody lists without a sentence around them, such as "retail, bar work"."""
    for piece in dict.fromkeys(re.split(r"[\n,.;]|\band\b", words)):
        sector = engine.taxonomy.prior_sector(piece.strip()) if any(map(str.isalpha, piece)) else None
        if sector is not None:
            yield sector.id


def _with_childcare(draft: CvDraft, engine: "Engine") -> CvDraft:
    """The draft with looking after children among its skills, without the words that say so."""
    if any(item.id == _LOOKING_AFTER_CHILDREN for item in draft.skills):
        return draft
    label = str(engine.taxonomy.skill(_LOOKING_AFTER_CHILDREN))
    key = f"skill:{_LOOKING_AFTER_CHILDREN}"
    found = Item(key, _LOOKING_AFTER_CHILDREN, label, 0, 0, quote="", confidence=EVERYDAY_CONFIDENCE)
    return replace(draft, skills=(*draft.skills, found))


def _keyed(jobs: Iterable[Job]) -> Iterator[tuple[Job, str]]:
    """Jobs with keys that stay theirs when words are added, unlike a number in a list."""
    for job in jobs:
        what = job.title or job.employer or "-".join(job.sectors)
        yield job, "job:" + "-".join(filter(None, (job.kind, *re.findall(r"\w+", what.lower()))))[:80]


def _job_label(job: Job, engine: "Engine") -> str:
    """The title as written; without one, what the sector is called; unpaid caring and volunteering are named so."""
    if not job.title:
        sectors = engine.taxonomy.prior_sectors
        return next((sectors[name].plain for name in job.sectors if name in sectors), job.employer or "work")
    kind = _UNPAID.get(job.kind, "")
    return job.title if not kind or kind.split()[-1] in job.title.lower() else f"{job.title} ({kind})"
