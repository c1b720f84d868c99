"""Skills, occupations, sectors, qualifications; names to records; how near one skill is to another."""

from matcher.taxonomy.esco import EscoOccupation, EscoSkill, EscoTables, overlay_esco
from matcher.taxonomy.loading import load_taxonomy
from matcher.taxonomy.taxonomy import Taxonomy

__all__ = ["EscoOccupation", "EscoSkill", "EscoTables", "Taxonomy", "load_taxonomy", "overlay_esco"]
