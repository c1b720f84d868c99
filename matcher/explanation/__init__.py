"""Reasons read off what was scored: contributions, gates, skills, not now, and what to ask next."""

from matcher.explanation.context import Pair
from matcher.explanation.matches import explain_match, explain_not_now

__all__ = ["Pair", "explain_match", "explain_not_now"]
