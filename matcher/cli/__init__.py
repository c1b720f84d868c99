"""The command line: ``carematch …``."""

from matcher.cli.main import main

__all__ = ["main"]
