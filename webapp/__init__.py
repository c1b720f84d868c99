"""The web app of carematch: pages for advisors, providers and everybody, made from the engine's answers."""

from webapp.application import create_app

__all__ = ["create_app"]
