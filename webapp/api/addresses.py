"""Ids of vacancies in the addresses of the API."""

from flask.blueprints import BlueprintSetupState
from werkzeug.routing import ValidationError

from webapp.urls import IdentifierConverter

__all__ = ["BATCH", "VacancyConverter", "know_vacancies"]

BATCH = "batch"
"""What stands where an id does, and is none: many vacancies at once."""


class VacancyConverter(IdentifierConverter):
    """Ids as they are written everywhere, but never as the word that stands in their place."""

    regex = rf"(?!{BATCH}\Z)[A-Za-z0-9_~-]+"

    def to_python(self, value: str) -> str:
        """The id an address stands for; one that cannot be read is left as it is, which is nobody's."""
        try:
            return super().to_python(value)
        except ValidationError:
            return value

    def to_url(self, value: str) -> str:
        """The part of an address for an id; that of a vacancy called as the word is written another way."""
        return f"~{ord(BATCH[0]):X}{BATCH[1:]}" if value == BATCH else super().to_url(value)


def know_vacancies(state: BlueprintSetupState) -> None:
    """Let the routes of the API take ids; recorded before any of them is."""
    state.app.url_map.converters["vacancy"] = VacancyConverter
