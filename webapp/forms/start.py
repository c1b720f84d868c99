"""The three questions of the start page, and the ticks of what was understood from the answers."""

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovRadioInput, GovTextArea, GovTextInput
from wtforms import HiddenField, IntegerField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length

from matcher.domain import TravelMode
from webapp.forms.reading import Required, tidy
from webapp.words import LABELS, minutes

__all__ = ["LONGEST_JOURNEYS", "PER_PAGE", "StartForm"]

PER_PAGE = 10
_MOST_SHOWN = 500
LONGEST_JOURNEYS = (15, 30, 45, 60, 90, 120)
"""Judgement: what people answer with; nobody needs to choose between 40 and 45 minutes here."""
_LONGEST_WORDS = 10_000


class StartForm(FlaskForm):  # type: ignore[misc]
    """Where somebody lives, what they have done, how they travel; nothing of it is kept.

    Only the postcode is needed. On later rounds `seen` are the keys of the boxes that were shown and `tick` those left
    ticked; `n_shown` is how many vacancies have been asked for, `wider` a longer journey that a button offered,
    and `vacancy` the one that somebody was reading when they asked.
    """

    postcode = StringField(
        "Your postcode",
        description="Where you live, or where you would start from. The first half will do, such as LS9.",
        filters=[tidy],
        validators=[
            Required("Enter your postcode, such as LS9 7TF, or the first half of it"),
            Length(max=40, message="Your postcode: use 40 characters or fewer"),
        ],
        widget=GovTextInput(),
    )
    words = TextAreaField(
        "What have you done? (optional)",
        description=(
            "A few words are enough. Paid work, looking after somebody, volunteering and courses all count. For "
            "example: I worked in a shop. I looked after my mum for three years. I help at a food bank."
        ),
        filters=[tidy],
        validators=[
            Length(max=_LONGEST_WORDS, message=f"What have you done: use {_LONGEST_WORDS:,} characters or fewer")
        ],
        widget=GovTextArea(),
    )
    travel_mode = RadioField(
        "How would you travel to work? (optional)",
        choices=[
            *(SelectChoice(mode.value, LABELS["travel_mode"][mode.value]) for mode in TravelMode),
            SelectChoice("", "I do not know yet"),
        ],
        default="",
        widget=GovRadioInput(),
    )
    max_travel_minutes = SelectField(
        "Longest journey, each way (optional)",
        choices=[SelectChoice("", "It depends"), *(SelectChoice(str(n), minutes(n)) for n in LONGEST_JOURNEYS)],
        default="",
        validate_choice=False,
    )
    tick = SelectMultipleField("What we understood", choices=[], validate_choice=False, id="understood")
    seen = SelectMultipleField(choices=[], validate_choice=False)
    n_shown = IntegerField(default=PER_PAGE)
    wider = StringField(filters=[tidy])
    vacancy = HiddenField(filters=[tidy])

    @property
    def longest_journey(self) -> int | None:
        """The longest journey in minutes, by the button if one was pressed; None where it depends or is nonsense."""
        given = self.wider.data or self.max_travel_minutes.data or ""
        return int(given) if given.isascii() and given.isdigit() and 0 < int(given[:4]) <= 600 else None

    @property
    def shown(self) -> int:
        """How many vacancies to show: tens, and never more than a page can bear."""
        number = self.n_shown.data or PER_PAGE
        return PER_PAGE * max(1, min(_MOST_SHOWN, number) // PER_PAGE)
