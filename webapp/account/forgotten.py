"""A forgotten password: a link by e-mail, with the same answer whether or not anybody has the address."""

from flask import Response, copy_current_request_context, make_response, render_template

from matcher.errors import CarematchError
from webapp.access import allow_anybody
from webapp.account import account_pages
from webapp.account.demo import may_be_used_here
from webapp.context import store
from webapp.forms.signing import ForgottenForm
from webapp.limits import BY_ADDRESS, BY_EMAIL, by_email, limiter
from webapp.logs import log_failure
from webapp.mail import absolute, send_mail

__all__: list[str] = []

_SUBJECT = "Choose a new password for carematch"
_TEXT = """Hello,

Somebody, most likely you, asked for a new password for carematch. Choose one here within seven days:

{link}

If it was not you, do nothing: your password stays as it is.
"""


@account_pages.get("/forgotten")
@allow_anybody
def forgotten() -> str:
    """The empty form."""
    return _page(ForgottenForm(formdata=None))


@account_pages.post("/forgotten")
@allow_anybody
@limiter.limit(BY_ADDRESS)
@limiter.limit(BY_EMAIL, key_func=by_email)
def send_forgotten() -> str | Response:
    """The answer is given first and the e-mail sent after it, so that its time tells nothing either."""
    form = ForgottenForm()
    if not form.validate():
        return _page(form)
    email: str = form.email.data
    answer = make_response(render_template("account/forgotten_sent.html", email=email))
    answer.call_on_close(copy_current_request_context(lambda: _send_link(email)))
    return answer


def _send_link(email: str) -> None:
    found = store().accounts.by_email(email)
    if found is None or not found.active or not may_be_used_here(found):
        return
    link = absolute("account.link", token=store().accounts.make_link(found.id))
    try:
        send_mail(found.email, _SUBJECT, _TEXT.format(link=link))
    except CarematchError as error:
        log_failure(f"The link of account {found.id} was not sent", error)


def _page(form: ForgottenForm) -> str:
    return render_template("account/forgotten.html", form=form)
