"""Strings and texts compared."""

from matcher.likeness.normalise import fold_plurals, normalise, words_with_places

__all__ = ["fold_plurals", "normalise", "words_with_places"]
