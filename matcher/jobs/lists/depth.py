"""How much is stored of a list."""

__all__ = ["DEPTH"]

DEPTH = 20
"""Judgement: a page shows twenty; whoever wants more has them ranked while they wait."""
