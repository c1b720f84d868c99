"""What every call passes before it is answered: a key that is good for it, and headers that can be read."""

import hashlib
import re
import time

from flask import current_app, g, request

from matcher.domain import Account, AccountRole
from matcher.store.tokens import Token
from webapp.access import act_by_key
from webapp.access.checking import access_of
from webapp.api import api
from webapp.api.problems import PROBLEM_TYPE, ApiError, FieldError
from webapp.context import store
from webapp.limits import limiter

__all__ = ["ANY_SCOPE", "CALLS_A_MINUTE", "ETAGS", "account", "key"]

ANY_SCOPE = "any"
"""Declared by a route that every key may call."""

# Judgement: a system that posts a day's vacancies and reads their matches stays far below ten calls a second.
CALLS_A_MINUTE = 600

ETAGS = r'^(\*|(W/)?"[!#-~]*"( *, *(W/)?"[!#-~]*")*)$'
"""What If-Match and If-None-Match may hold."""


def key() -> Token:
    """The key of this call."""
    return g.api_key  # type: ignore[no-any-return]


def account() -> Account:
    """The provider's account that the key of this call is of."""
    return g.api_account  # type: ignore[no-any-return]


@api.before_request
def check_key() -> None:
    """Let nobody in without a key that is good for what the route declares; a route that declares nothing is shut."""
    access = access_of(str(request.endpoint))
    scope = access.scope if access else ""
    if not scope:
        current_app.logger.error("%s declares no scope", request.endpoint)
        raise ApiError(403)
    g.api_key, g.api_account = _owner()
    act_by_key(g.api_account)
    if scope != ANY_SCOPE and scope not in g.api_key.scopes:
        challenge = f'Bearer realm="carematch", error="insufficient_scope", scope="{scope}"'
        raise ApiError(
            403, f"This call needs a key with the scope {scope}: make one.", headers={"WWW-Authenticate": challenge}
        )


@api.before_request
def check_headers() -> None:
    """Refuse who takes no JSON, and conditions that cannot be read: to ignore one would be to break it."""
    if request.accept_mimetypes and not request.accept_mimetypes.best_match(["application/json", PROBLEM_TYPE]):
        raise ApiError(406)
    for name in ("If-Match", "If-None-Match"):
        if name in request.headers and not re.fullmatch(ETAGS, request.headers[name].strip()):
            remedy = 'write the ETag of an earlier answer with its quotes, such as "0a1b2c", or *.'
            raise ApiError(400, errors=[FieldError(parameter=name, remedy=remedy)])


def _owner() -> tuple[Token, Account]:
    """The key that the header carries and its account.

    The demo's accounts open nothing where others can reach the app, and nor do their keys.
    """
    text = _text()
    token = store().tokens.by_text(text) if text else None
    if token is None:
        raise _no_key("invalid_token" if text else "")
    found = store().accounts.get(token.account_id)
    if found.role is not AccountRole.PROVIDER or not found.provider:
        raise _no_key("invalid_token")
    if found.is_demo and current_app.config["PUBLIC_URL"]:
        raise _no_key("invalid_token")
    return token, found


def _text() -> str:
    scheme, _, text = request.headers.get("Authorization", "").partition(" ")
    return text.strip() if scheme.lower() == "bearer" else ""


def _no_key(error: str) -> ApiError:
    challenge = 'Bearer realm="carematch"' + (f', error="{error}"' if error else "")
    return ApiError(401, headers={"WWW-Authenticate": challenge})


def _counted_under() -> str:
    """What calls are counted under: the key that is sent, good or not."""
    text = _text()
    return f"key:{hashlib.sha256(text.encode()).hexdigest()}" if text else f"address:{request.remote_addr}"


def _refuse_for_now(limit: object) -> None:
    wait = max(1, round(limit.reset_at - time.time()))  # type: ignore[attr-defined]
    raise ApiError(429, headers={"Retry-After": str(wait)})


limiter.shared_limit(f"{CALLS_A_MINUTE} per minute", scope="api", key_func=_counted_under, on_breach=_refuse_for_now)(
    api
)
