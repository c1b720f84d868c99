"""The form before the form of a vacancy: the words of an advert, pasted."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextArea
from wtforms import Field, TextAreaField
from wtforms.validators import ValidationError

from matcher.text.plain import plain_text
from webapp.forms.reading import tidy

__all__ = ["LONGEST_ADVERT", "AdvertForm"]

# Judgement: the longest adverts of public employers have 20,000 characters, and HTML multiplies them; what is longer is
# several adverts, or something else.
LONGEST_ADVERT = 100_000


class AdvertForm(FlaskForm):  # type: ignore[misc]
    """An advert as it was pasted: plain text or HTML."""

    advert = TextAreaField(
        "The words of your advert",
        description="With the job title in the first line. Plain text or HTML, up to 100,000 characters.",
        filters=[tidy],
        widget=GovTextArea(),
    )

    def validate_advert(self, field: Field) -> None:
        """There are words, and not too many."""
        n_characters = len(field.data)
        if not n_characters:
            raise ValidationError("Paste the words of your advert, or fill in the form by hand")
        if n_characters > LONGEST_ADVERT:
            raise ValidationError(
                f"The words of your advert: these are {n_characters:,} characters; paste one advert of at most "
                f"{LONGEST_ADVERT:,}"
            )
        if not any(character.isalpha() for character in plain_text(field.data)):
            raise ValidationError("No words were found in what you pasted: paste the text of your advert")
