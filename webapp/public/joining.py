"""Making an account of one's own: a name and an address, then a link by e-mail, which sets the password.

Whether an address has an account already is never said on a page: both cases look alike, and its owner reads the
difference in their e-mail. Nothing that was typed stands in that e-mail, since anybody can type anybody's address.
"""

from flask import current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from matcher.domain import Account, AccountRole, Candidate
from matcher.errors import InputError, MailError
from webapp.access import allow_anybody, signed_in
from webapp.account.joined import put_aside
from webapp.context import store
from webapp.forms.answers_travel import AnswersLostError, typed_answers, unpack_answers
from webapp.forms.joining import JoinForm
from webapp.limits import BY_ADDRESS, by_email, limiter
from webapp.mail import absolute, send_mail
from webapp.navigation import start_page
from webapp.public import public

__all__: list[str] = []

# Judgement: a message is lost or overlooked a few times; more would be a nuisance to whoever owns the address.
_MESSAGES_BY_EMAIL = "5 per hour"
_LOST = "Your answers were open for too long. You can still make an account, and answer again when you are in."
_NOT_SENT = "We could not send you a message just now. Check the address, or try again in a few minutes."


@public.get("/join")
@allow_anybody
def join() -> str | Response:
    """The empty form; who is signed in has an account."""
    found = signed_in()
    return redirect(start_page(found)) if found else _page(JoinForm(formdata=None))


@public.post("/join")
@allow_anybody
@limiter.limit(BY_ADDRESS)
@limiter.limit(_MESSAGES_BY_EMAIL, key_func=by_email, exempt_when=lambda: not request.form.get("email"))
def send_join() -> str | Response:
    """The form with the answers of the start page behind it, or the message on its way."""
    if request.form.get("step") == "begin":
        return _page(JoinForm(formdata=None, data={"answers": request.form.get("answers", "")}))
    form = JoinForm()
    if not form.validate():
        return _page(form)
    try:
        answers = unpack_answers(form.answers.data) if form.answers.data else None
    except AnswersLostError:
        form.answers.data = ""
        return _page(form, _LOST)
    try:
        _join(form, answers)
    except MailError:
        current_app.logger.warning("A message to somebody who joins could not be sent")
        form.email.errors = [_NOT_SENT]
        return _page(form)
    return redirect(url_for(".join_sent"))


@public.get("/join/sent")
@allow_anybody
def join_sent() -> str:
    """What happens next; the address is not in it, because addresses of pages are kept in logs."""
    return render_template("public/join_sent.html")


def _join(form: JoinForm, answers: Candidate | None) -> None:
    found = store().accounts.by_email(form.email.data) or _new_account(form)
    waits = found.role is AccountRole.JOBSEEKER and not found.has_password and found.active
    if not waits:
        _write_to_owner(found)
        return
    if found.candidate_id is None:
        put_aside(found, answers, shared=form.shared.data == "yes")
    _write_link(found)


def _new_account(form: JoinForm) -> Account:
    try:
        return store().accounts.add(form.email.data, form.name.data, AccountRole.JOBSEEKER)
    except InputError:
        # The same form was sent twice at once.
        found = store().accounts.by_email(form.email.data)
        if found is None:
            raise
        return found


def _write_link(found: Account) -> None:
    link = absolute("account.link", token=store().accounts.make_link(found.id))
    send_mail(
        found.email,
        "Finish making your carematch account",
        "Hello,\n\nopen this link to choose a password and sign in. It works once, for seven days:\n\n"
        f"{link}\n\nIf you did not ask for this, do nothing: without the link there is no account.\n",
    )


def _write_to_owner(found: Account) -> None:
    send_mail(
        found.email,
        "You have a carematch account already",
        "Hello,\n\nsomebody asked for a carematch account with this address, and it has one. "
        f"If it was you, sign in here:\n\n{absolute('account.sign_in')}\n\nIf it was not you, there is nothing to do: "
        "nobody was told that you have an account.\n",
    )


def _page(form: JoinForm, lost: str = "") -> str:
    return render_template("public/join.html", form=form, lost=lost, typed=typed_answers())
