"""What a pathway of somebody assumes, said with it."""

from collections.abc import Sequence

from matcher.pathways.ground import Ground

__all__ = ["assumptions"]


def assumptions(ground: Ground, untaught: Sequence[str], is_complete: bool) -> tuple[str, ...]:
    """What is assumed of a person, a sentence each; `untaught` are ids of skills that no course teaches."""
    said = [ground.standing.because]
    person = ground.candidate
    if person.hours_min is None and person.hours_max is None:
        said.append(f"Nobody has asked how many hours a week are wanted: {ground.means.hours:g} are assumed.")
    if person.qualifications is None:
        said.append("Nobody has asked about qualifications: none is assumed.")
    if person.dbs_status is None:
        said.append("Nobody has asked about a DBS check: in care work one is assumed, elsewhere none.")
    if person.driving_licence is None:
        said.append("Nobody has asked about a driving licence: none is assumed.")
    if untaught:
        names = ", ".join(str(ground.taxonomy.skills[ground.taxonomy.skill_index[name]]) for name in untaught)
        said.append(f"Learnt in post, for no course here teaches it: {names}.")
    said.append(
        "Months, qualifications and skills are what is usual; only a check and a registration are asked by law."
    )
    if not is_complete:
        said.append("Not every combination of courses was tried: there may be a somewhat shorter or cheaper one.")
    return tuple(said)
