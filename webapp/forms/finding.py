"""The search for vacancies near a place."""

from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovSelect, GovTextInput
from wtforms import Field, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from matcher.domain import Place
from matcher.errors import PlaceError
from matcher.geography import Gazetteer
from webapp.forms.reading import tidy

__all__ = ["RADII_KM", "USUAL_RADIUS_KM", "FindingForm"]

RADII_KM = (3, 5, 10, 20, 40)
"""Judgement: from a walk to the longest drive that people make to work every day."""

USUAL_RADIUS_KM = 10
"""Judgement: about half an hour by bus in a town; what is meant where nobody says."""


class FindingForm(FlaskForm):  # type: ignore[misc]
    """Words, a place and how far from it; all may be blank. It asks for nothing to be changed, so it has no token."""

    class Meta:
        """Sent by GET, so that a search can be kept and passed on."""

        csrf = False

    q = StringField(
        "Words of the title or the provider (optional)",
        filters=[tidy],
        validators=[Length(max=200, message="Use 200 characters or fewer")],
        widget=GovTextInput(),
    )
    place = StringField(
        "Postcode, or the beginning of one (optional)",
        description="For example, LS9 7TF or LS9.",
        filters=[tidy],
        validators=[Length(max=60, message="Use 60 characters or fewer: a postcode is enough")],
        widget=GovTextInput(),
    )
    within = SelectField(
        "How far from there",
        choices=[*(SelectChoice(str(km), f"Within {km} km") for km in RADII_KM), SelectChoice("any", "Any distance")],
        default=str(USUAL_RADIUS_KM),
        widget=GovSelect(),
    )

    def __init__(self, gazetteer: Gazetteer, **given: Any) -> None:
        self._gazetteer = gazetteer
        self.origin: Place | None = None
        super().__init__(**given)

    @property
    def radius_km(self) -> int | None:
        """How far from the place; None for any distance."""
        return int(self.within.data) if self.within.data and self.within.data.isdecimal() else None

    def validate_place(self, field: Field) -> None:
        """Find the place."""
        if not field.data or field.errors:
            return
        try:
            self.origin = self._gazetteer.locate(field.data)
        except PlaceError as error:
            raise ValidationError(str(error)) from error
