"""Rows of the ladder's tables read into roles and moves; what a row can tell about itself is checked here."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from matcher.domain import CareCategory, Move, Role
from matcher.pathways.tables import CONFIDENCES
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.rows import Row

__all__ = ["read_moves", "read_role"]

_MOST_MONTHS = 240
_MOST_GBP_PER_HOUR = 200


def read_role(row: Row, taxonomy: Taxonomy) -> Role:
    """A role from its row.

    Raises
    ------
    DataError
        A cell holds what it cannot, or an id that there is none of.
    """
    _known(row, "role_family", taxonomy.role_families, "role family")
    _known(row, "occupation", taxonomy.occupations, "occupation")
    _known(row, "sectors", taxonomy.prior_sectors, "prior sector")
    role = Role(
        id=row.filled("id"),
        label=row.filled("label"),
        plain=row.filled("plain"),
        category=CareCategory(row.chosen("category", list(CareCategory))),
        role_family=row.text("role_family"),
        occupation=row.text("occupation"),
        from_months=row.whole("from_months", 0, _MOST_MONTHS) if row.text("from_months") else None,
        sectors=row.listed("sectors"),
        pay_low_gbp_per_hour=_pay(row, "pay_low_gbp_per_hour"),
        pay_high_gbp_per_hour=_pay(row, "pay_high_gbp_per_hour"),
        pay_source=row.text("pay_source"),
        source=row.filled("source"),
        confidence=row.chosen("confidence", CONFIDENCES),
    )
    _check_role(row, role, taxonomy)
    return role


def _check_role(row: Row, role: Role, taxonomy: Taxonomy) -> None:
    if role.is_start:
        if role.occupation or role.pay_low_gbp_per_hour is not None:
            raise row.fault("role_family", "is blank for a role that has an occupation or pay; fill it in.")
        return
    if not role.occupation or taxonomy.occupations[role.occupation].role_family != role.role_family:
        raise row.fault("occupation", f"is no occupation of the role family {role.role_family}.")
    low, high = role.pay_low_gbp_per_hour, role.pay_high_gbp_per_hour
    if low is None or high is None or low > high:
        raise row.fault("pay_high_gbp_per_hour", f"goes with pay_low_gbp_per_hour {low}; give both, the lower first.")


def read_moves(row: Row, roles: Collection[str], taxonomy: Taxonomy) -> Iterable[Move]:
    """The moves of one row, one from each of the roles it lists.

    Raises
    ------
    DataError
        As `read_role`.
    """
    for field in ("from_role", "to_role"):
        row.filled(field)
        _known(row, field, roles, "role")
    if row.text("to_role") in row.listed("from_role"):
        raise row.fault("to_role", "is the role it starts from; a move leads elsewhere.")
    _known(row, "qualifications", taxonomy.qualifications, "qualification")
    _known(row, "registration", taxonomy.registrations, "registration")
    _known(row, "skills", taxonomy.skill_index, "skill")
    move = Move(
        from_role="",
        to_role=row.text("to_role"),
        months=row.whole("months", 0, _MOST_MONTHS),
        qualifications=row.listed("qualifications"),
        registration=row.text("registration"),
        skills=row.listed("skills"),
        note=row.text("note"),
        source=row.filled("source"),
        confidence=row.chosen("confidence", CONFIDENCES),
    )
    return (replace(move, from_role=role) for role in row.listed("from_role"))


def _known(row: Row, field: str, ids: Collection[str], kind: str) -> None:
    """Every id that a cell names exists."""
    unknown = [name for name in row.listed(field) if name not in ids]
    if unknown:
        raise row.fault(field, f"there is no {kind} '{unknown[0]}'; correct it, or add it to its table.")


def _pay(row: Row, field: str) -> float | None:
    if not row.text(field):
        return None
    try:
        pay = float(row.text(field))
    except ValueError as error:
        raise row.fault(field, "is no number of pounds an hour.") from error
    if not 0 < pay <= _MOST_GBP_PER_HOUR:
        raise row.fault(field, "is no pay that anybody is paid by the hour.")
    return pay
