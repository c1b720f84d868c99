"""One section about a jobseeker as a page, whether they are being added or changed."""

from dataclasses import dataclass

from flask import abort, redirect, render_template, request
from werkzeug.wrappers import Response

from webapp.context import engine
from webapp.forms.jobseeker import STEPS, Begun, read_step, step_form
from webapp.forms.skill_meanings import near_skills, with_meanings

__all__ = ["SectionPage", "after_step", "ask_step", "known_step"]


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section that was asked for or sent; `read` is who came of it, or None where `html` is to be shown.

    `not_told` are skills that are kept as words and that nobody has been told of yet.
    """

    html: str
    read: Begun | None = None
    not_told: tuple[str, ...] = ()


def known_step(step: str) -> None:
    """Refuse an address with a section that there is not."""
    if step not in STEPS:
        abort(404)


def ask_step(step: str, begun: Begun, *, back: str, back_text: str) -> SectionPage:
    """Show a section, or read what was sent."""
    form = step_form(step, begun, engine())
    if step == "skills" and request.method == "POST":
        form.skills.data = with_meanings(form.skills.data or "", request.form.getlist("meant"), engine().taxonomy)
    read = read_step(form, step, begun, engine()) if request.method == "POST" else None
    if read is not None:
        told = request.form.getlist("told")
        fresh = tuple(words for words in read.candidate.unlinked_skills if words not in told)
        return SectionPage("", read, fresh if step == "skills" else ())
    unlinked = begun.candidate.unlinked_skills if step == "skills" and request.args.get("look") else ()
    html = render_template(
        "advisor/section.html",
        back=back,
        back_text=back_text,
        form=form,
        name=begun.person.name or begun.candidate.id,
        near=near_skills(unlinked, engine()),
        title=STEPS[step],
        unlinked=unlinked,
    )
    return SectionPage(html)


def after_step(page: SectionPage, *, again: str, done: str) -> Response:
    """On to the next page, or to the same once more where skills are kept as words."""
    return redirect(again if page.not_told else done)
