"""Where on the ladder somebody stands: *you are here*."""

from collections.abc import Iterable
from dataclasses import dataclass

from matcher.domain import Candidate, Role
from matcher.pathways.ladder import Ladder
from matcher.taxonomy import Taxonomy

__all__ = ["START", "Standing", "find_standing"]

START = "starting-out"
"""The role of somebody of whom nothing is known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A role, why somebody stands there, and whether anything that was said led to it."""

    role: Role
    because: str
    is_known: bool = True


def find_standing(candidate: Candidate, ladder: Ladder, taxonomy: Taxonomy) -> Standing:
    """Where a candidate stands, by the first of these that says anything.

    1. An occupation of the ladder, or of a role family on it; of rungs that share it, the highest that their months
       reach (months not known count as none; ties go to the first in the table, so that nobody is put higher than
       what they said).
    2. A registration that a move of the ladder asks for: the role that the move leads to.
    3. The sector of an occupation outside care, then the prior sectors in the order given.
    4. Nothing: the beginning, and `is_known` is False.
    """
    months = candidate.experience_months or 0
    return (
        _by_occupation(candidate, months, ladder, taxonomy)
        or _by_registration(candidate, ladder, taxonomy)
        or _by_sector(candidate, months, ladder, taxonomy)
        or Standing(ladder.roles[START], "Nothing is known yet of earlier work: the beginning is assumed.", False)
    )


def _by_occupation(candidate: Candidate, months: int, ladder: Ladder, taxonomy: Taxonomy) -> Standing | None:
    occupation = taxonomy.occupation(candidate.prior_occupation or "")
    if occupation is None or not occupation.role_family:
        return None
    rungs = ladder.roles_for(occupation.id, occupation.role_family)
    rung = _highest(rungs, months)
    return Standing(rung, f"Earlier work: {occupation.label}.") if rung else None


def _by_registration(candidate: Candidate, ladder: Ladder, taxonomy: Taxonomy) -> Standing | None:
    held = {record.id for name in candidate.registrations or () if (record := taxonomy.registration(name))}
    for move in ladder.moves:
        if move.registration in held:
            return Standing(ladder.roles[move.to_role], f"Holds {taxonomy.registrations[move.registration].label}.")
    return None


def _by_sector(candidate: Candidate, months: int, ladder: Ladder, taxonomy: Taxonomy) -> Standing | None:
    for sector in _sectors(candidate, taxonomy):
        role = next((role for role in ladder.roles.values() if sector in role.sectors), None)
        if role is not None:
            rung = _highest(ladder.roles_for(role.occupation), months) or role
            return Standing(rung, f"Background: {taxonomy.prior_sectors[sector].plain}.")
    return None


def _sectors(candidate: Candidate, taxonomy: Taxonomy) -> Iterable[str]:
    occupation = taxonomy.occupation(candidate.prior_occupation or "")
    if occupation is not None and occupation.prior_sector:
        yield occupation.prior_sector
    for name in candidate.prior_sector or ():
        sector = taxonomy.prior_sector(name)
        if sector is not None:
            yield sector.id


def _highest(rungs: Iterable[Role], months: int) -> Role | None:
    """The rung that the months reach, or None where months alone reach none."""
    reached = [
        (role.from_months, role) for role in rungs if role.from_months is not None and role.from_months <= months
    ]
    return max(reached, key=lambda pair: pair[0])[1] if reached else None
