"""The form of one's own weekly earnings ceiling."""

from typing import Any

from flask_wtf import FlaskForm
from govuk_frontend_wtf.wtforms_widgets import GovTextInput
from wtforms import StringField
from wtforms.validators import Length

from matcher.errors import RowError
from webapp.forms.reading import Read, tidy

__all__ = ["CeilingForm"]

# Judgement: nobody needs a warning of more than a week's earnings of this.
_MOST_GBP = 5_000.0


def read_weekly_pounds(text: str) -> float:
    """Pounds a week: ``150``, ``£151.50``.

    Raises
    ------
    RowError
        It is no such sum.
    """
    written = text.replace("£", "").replace(",", "").strip()
    try:
        pounds = float(written) if written.isascii() else 0.0
    except ValueError:
        pounds = 0.0
    if not 0 < pounds <= _MOST_GBP:
        raise RowError(f"write a sum in pounds above 0 and up to {_MOST_GBP:,.0f}, such as 150, or leave it empty.")
    return round(pounds, 2)


class CeilingForm(FlaskForm):  # type: ignore[misc]
    """A sum, or nothing to have no warning."""

    ceiling = StringField(
        "Most I want to earn in a week, before tax",
        description="In pounds, such as 150. Leave it empty to have no warning.",
        filters=[tidy],
        validators=[Length(max=40, message="Use 40 characters or fewer"), Read(read_weekly_pounds)],
        widget=GovTextInput(),
    )

    def __init__(self, **given: Any) -> None:
        self.values: dict[str, float] = {}
        super().__init__(**given)
