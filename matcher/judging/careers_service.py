"""Job profiles of the National Careers Service to the ESCO occupations it links them to.

A query is the profile's title and nothing else of it (the recipes carry no alternative titles). All occupations of ESCO
are ranked, and right is the linked one. Three slices say where a method stands:

* *exact name*: ESCO calls the linked occupation by the very title, and no other so (a preferred label goes before an
  alternative one). Every method that looks names up has to have all of these;
* *name of another*: ESCO calls some other occupation, or several, by the title, so that the link contradicts the name
  or chooses among several;
* *no such name*: ESCO has no such name, and likeness has to do.

References
----------
National Careers Service (Crown copyright); measured against, never shipped.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.errors import FileError
from matcher.evaluation import Qrels, hit_at, reciprocal_rank
from matcher.importers.esco import read_esco
from matcher.judging.readers import Reader
from matcher.judging.tasks import Method, Metric, RankingTask, Slice
from matcher.likeness import normalise
from matcher.taxonomy import EscoOccupation

__all__ = ["JobProfile", "load", "ours", "read_profiles"]

NAME = "careers service"
N_RETRIEVED = 100  # the reciprocal rank of every method looks no deeper
_LINK = re.compile(r'GetContentItemIdByDisplayText\("Occupation", "(?P<label>.*)"\)')
_METRICS: dict[str, Metric] = {
    "top-1": lambda judged: hit_at(judged, 1),
    "top-5": lambda judged: hit_at(judged, 5),
    "MRR": lambda judged: reciprocal_rank(judged, N_RETRIEVED),
}


@dataclass(frozen=True, slots=True)
class JobProfile:
    """A job profile: its title, and the preferred label of the ESCO occupation it is linked to."""

    id: str
    title: str
    occupation: str


def load(real_data: Path) -> list[RankingTask]:
    """The task, from ``ncs_job_profiles`` and ``esco_v1.1.1``; empty where there are no profiles.

    Documents are the occupations of ESCO by URI, with all their names.

    Raises
    ------
    FileError
        A recipe, or ESCO, cannot be read.
    """
    profiles = read_profiles(real_data / "ncs_job_profiles")
    if not profiles:
        return []
    esco = read_esco(real_data / "esco_v1.1.1").occupations
    uris = {normalise(term.label): term.uri for term in esco}
    known = [profile for profile in profiles if normalise(profile.occupation) in uris]
    linked = {profile: uris[normalise(profile.occupation)] for profile in known}
    queries = {profile.id: profile.title for profile in known}
    return [
        RankingTask(
            NAME,
            queries,
            {term.uri: (term.label, *term.alt_labels) for term in esco},
            Qrels({profile.id: {uri: 1.0} for profile, uri in linked.items()}),
            _METRICS,
            _slices(linked, _named(esco)),
            f"{len(profiles) - len(queries)} of {len(profiles)} profiles are linked to an occupation that ESCO 1.1.1 "
            "does not list; they are left out.",
        )
    ]


def ours(reader: Reader) -> dict[str, Method]:
    """Our method of linking titles; occupations of ours that ESCO does not list are passed over."""

    def link(task: RankingTask) -> NDArray[np.float32]:
        column = {uri: n for n, uri in enumerate(task.documents)}
        scores = np.full((len(task.queries), len(column)), -np.inf, dtype=np.float32)
        for row, title in enumerate(task.queries.values()):
            for found in reader.link_occupation(title, k=N_RETRIEVED):
                if found.occupation.uri in column:
                    scores[row, column[found.occupation.uri]] = found.score
        return scores

    return {"carematch": link}


def read_profiles(folder: Path) -> list[JobProfile]:
    """The job profiles of the service's recipes (``*JobProfiles*.json``), in their own order.

    Raises
    ------
    FileError
        A recipe is not what the service publishes.
    """
    found = []
    for path in sorted(folder.glob("*JobProfiles*.json")):
        try:
            recipe = json.loads(path.read_text(encoding="utf-8-sig"))
            found += [_profile(item) for step in recipe["steps"] for item in step["data"]]
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise FileError(
                f"{path} is no recipe of job profiles ({error!r}): take the service's file as it is."
            ) from error
    return found


def _profile(item: Mapping[str, Any]) -> JobProfile:
    profile = item["JobProfile"]
    link = _LINK.search("".join(profile["Occupation"]["ContentItemIds"]))
    return JobProfile(item["ContentItemId"], item["TitlePart"]["Title"].strip(" *"), link["label"] if link else "")


def _named(esco: Iterable[EscoOccupation]) -> dict[str, set[str]]:
    """Normalised name to the URIs it belongs to; a preferred label leads to its own occupation alone."""
    named: dict[str, set[str]] = defaultdict(set)
    labels = {normalise(term.label): term.uri for term in esco}
    for term in esco:
        for name in map(normalise, (term.label, *term.alt_labels)):
            named[name].add(labels.get(name, term.uri))
    return named


def _slices(linked: Mapping[JobProfile, str], named: Mapping[str, set[str]]) -> tuple[Slice, ...]:
    groups: dict[str, set[str]] = {"exact name": set(), "name of another": set(), "no such name": set()}
    for profile, uri in linked.items():
        called = named.get(normalise(profile.title), set())
        group = "exact name" if called == {uri} else "name of another" if called else "no such name"
        groups[group].add(profile.id)
    return (Slice("all"), *(Slice(name, frozenset(ids)) for name, ids in groups.items()))
