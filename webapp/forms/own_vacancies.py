"""The form in which a provider sends a file of their own vacancies."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from govuk_frontend_wtf.wtforms_widgets import GovFileInput
from wtforms import Field
from wtforms.validators import ValidationError

__all__ = ["OwnVacanciesForm"]


class OwnVacanciesForm(FlaskForm):  # type: ignore[misc]
    """A spreadsheet saved as CSV."""

    file = FileField(
        "Your file",
        description="From Excel, save it as “CSV UTF-8 (comma delimited)” first.",
        widget=GovFileInput(),
    )

    def validate_file(self, field: Field) -> None:
        """There is a file."""
        if not field.data or not getattr(field.data, "filename", ""):
            raise ValidationError("Choose the file with your vacancies")
