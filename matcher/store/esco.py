"""The whole of ESCO, where a deployment wants it."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from matcher.store.counts import Counts
from matcher.store.tables import EscoBroaderRow, EscoOccupationRow, EscoRelationRow, EscoSkillLinkRow, EscoSkillRow
from matcher.store.upserts import Values, merge_plain
from matcher.taxonomy.esco import EscoOccupation, EscoSkill, EscoTables

__all__ = ["esco", "upsert_esco"]


def upsert_esco(session: Session, tables: EscoTables) -> Counts:
    """Store ESCO; counts skills, occupations and relations (links between skills are stored uncounted)."""
    broader = [{"narrower_uri": narrower, "broader_uri": broader} for narrower, broader in tables.broader]
    merge_plain(session, EscoBroaderRow, broader)
    links = [
        {"original_uri": original, "related_uri": related, "kind": kind} for original, related, kind in tables.links
    ]
    merge_plain(session, EscoSkillLinkRow, links)
    return (
        merge_plain(session, EscoSkillRow, [_skill_values(skill) for skill in tables.skills])
        + merge_plain(session, EscoOccupationRow, [_occupation_values(term) for term in tables.occupations])
        + merge_plain(
            session,
            EscoRelationRow,
            [{"occupation_uri": o, "skill_uri": s, "kind": kind} for o, s, kind in tables.relations],
        )
    )


def esco(session: Session) -> EscoTables | None:
    """ESCO as it was imported, each table by its URIs; None where it was not."""
    skills = session.scalars(sa.select(EscoSkillRow).order_by(EscoSkillRow.uri)).all()
    if not skills:
        return None
    occupations = session.scalars(sa.select(EscoOccupationRow).order_by(EscoOccupationRow.uri))
    relation, broader, link = EscoRelationRow, EscoBroaderRow, EscoSkillLinkRow
    relations = sa.select(relation.occupation_uri, relation.skill_uri, relation.kind)
    narrower = sa.select(broader.narrower_uri, broader.broader_uri)
    links = sa.select(link.original_uri, link.related_uri, link.kind)
    return EscoTables(
        tuple(EscoSkill(r.uri, r.label, tuple(r.alt_labels), r.skill_type, r.reuse_level) for r in skills),
        tuple(EscoOccupation(r.uri, r.label, tuple(r.alt_labels), r.isco) for r in occupations),
        tuple((o, s, kind) for o, s, kind in session.execute(relations.order_by(*relations.selected_columns))),
        tuple((narrow, broad) for narrow, broad in session.execute(narrower.order_by(*narrower.selected_columns))),
        tuple((a, b, kind) for a, b, kind in session.execute(links.order_by(*links.selected_columns))),
    )


def _skill_values(skill: EscoSkill) -> Values:
    return {
        "uri": skill.uri,
        "label": skill.label,
        "alt_labels": list(skill.alt_labels),
        "skill_type": skill.skill_type,
        "reuse_level": skill.reuse_level,
    }


def _occupation_values(occupation: EscoOccupation) -> Values:
    return {
        "uri": occupation.uri,
        "label": occupation.label,
        "alt_labels": list(occupation.alt_labels),
        "isco": occupation.isco,
    }
