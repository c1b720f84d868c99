"""The forms of a CV: the file or the words to read, and the draft that is ticked and unticked."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from govuk_frontend_wtf.wtforms_widgets import GovFileInput, GovTextArea, GovTextInput
from wtforms import Field, HiddenField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from matcher.importers.documents import LIMITS
from webapp.forms.reading import tidy

__all__ = ["LONGEST_CV", "CvDraftForm", "CvForm"]

# Judgement: a CV has 5,000 characters, an academic's 50,000.
LONGEST_CV = 100_000


class CvForm(FlaskForm):  # type: ignore[misc]
    """A file or some words; one of the two."""

    file = FileField(
        "The CV as a file",
        description=f"A PDF, a Word document (.docx) or plain text, up to {LIMITS.file_bytes >> 20} MB.",
        widget=GovFileInput(),
    )
    words = TextAreaField(
        "Or the words of the CV",
        description="Paste them, or write a few sentences about what somebody has done, up to 100,000 characters.",
        filters=[tidy],
        widget=GovTextArea(),
    )

    @property
    def has_file(self) -> bool:
        """Whether a file was chosen."""
        return bool(self.file.data and self.file.data.filename)

    def validate_file(self, _field: Field) -> None:
        """There is one of the two, and not both, lest the wrong one be read."""
        if not self.has_file and not self.words.data:
            raise ValidationError("Choose the file of the CV, or paste its words below")
        if self.has_file and self.words.data:
            raise ValidationError("Choose a file or paste words, not both: empty the box, or choose no file")

    def validate_words(self, field: Field) -> None:
        """There are words, and not too many."""
        n_characters = len(field.data)
        if n_characters > LONGEST_CV:
            raise ValidationError(
                f"The words of the CV: these are {n_characters:,} characters; paste at most {LONGEST_CV:,}"
            )
        if n_characters and not any(character.isalpha() for character in field.data):
            raise ValidationError("No words were found in what you pasted: paste the text of the CV")


class CvDraftForm(FlaskForm):  # type: ignore[misc]
    """The draft as it travels from page to page, what is ticked in it, and what the advisor adds.

    `draft` is signed, see `webapp.forms.cv_travel`; `id` is what the candidate will be called, so that sending the last
    page twice adds one.
    """

    id = HiddenField(filters=[tidy], validators=[Length(max=40)])
    draft = HiddenField()
    # Its boxes are drawn from the draft. Only answers about hours and the like can contradict each other, so an error
    # leads to them.
    tick = SelectMultipleField("What is used", choices=[], validate_choice=False, id="facts")
    postcode = StringField(
        "Another postcode (optional)",
        description="If the CV gives none, or the one above is not where the person lives. The first half will do.",
        filters=[tidy],
        validators=[Length(max=20, message="Another postcode: use 20 characters or fewer")],
        widget=GovTextInput(),
    )
    work = StringField(
        "Work before (optional)",
        description="A job title, such as cook. It stands in where no paid job above is ticked.",
        filters=[tidy],
        validators=[Length(max=200, message="Work before: use 200 characters or fewer")],
        widget=GovTextInput(),
    )
    skills = TextAreaField(
        "More skills (optional)",
        description=(
            "One a line, in your own words. If you know what shows a skill and when last, add it in brackets: "
            "moving and handling [practised 2019], first aid [certified 2023-05], counselling [studied 2021]."
        ),
        filters=[tidy],
        validators=[Length(max=5000, message="More skills: use 5,000 characters or fewer")],
        widget=GovTextArea(),
    )
    name = StringField(
        "Name (optional)",
        description="The name in the CV was not read.",
        filters=[tidy],
        validators=[Length(max=200, message="Name: use 200 characters or fewer")],
        widget=GovTextInput(),
    )
    contact = StringField(
        "Contact (optional)",
        description="A telephone number or an e-mail address.",
        filters=[tidy],
        validators=[Length(max=200, message="Contact: use 200 characters or fewer")],
        widget=GovTextInput(),
    )
