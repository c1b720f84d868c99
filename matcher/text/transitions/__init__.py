"""Changes of occupation: how much of what one needs somebody brings from another."""

from matcher.text.transitions.fit import TransitionFit

__all__ = ["TransitionFit"]
