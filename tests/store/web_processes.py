"""The app in processes of their own, as `carematch serve` starts it, and a browser without JavaScript."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

__all__ = ["Web", "wait_until"]

_SERVE = "from matcher.cli.main import main; main()"
_PATIENCE_SECONDS = 120


class Web:
    """One process that serves the app from a database, and somebody who calls it."""

    def __init__(self, database_url: str, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self.port = _free_port()
        named = {"CAREMATCH_DATABASE_URL": database_url, "CAREMATCH_SECRET_KEY": "the same in both"}
        self._log = (folder / "log.txt").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, "serve", "--port", str(self.port)],
            cwd=folder, env=os.environ | named, stderr=self._log, stdout=self._log,
        )  # fmt: skip
        self._browser: OpenerDirector = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))

    def is_up(self) -> bool:
        """Whether it answers; what it said last, where it has ended."""
        assert self._process.poll() is None, (self._folder / "log.txt").read_text("utf-8")
        try:
            return bool(self.page("/sign-in"))
        except URLError:
            return False

    def page(self, path: str, form: dict[str, str] | None = None) -> str:
        """The text of a page, or of what a form leads to."""
        body = urlencode(form).encode() if form else None
        with self._browser.open(Request(f"http://127.0.0.1:{self.port}{path}", body), timeout=30) as answer:
            return str(answer.read().decode())

    def sign_in(self, email: str, password: str) -> None:
        """Sign in by the form."""
        token = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', self.page("/sign-in"))
        self.page("/sign-in", {"email": email, "password": password, "csrf_token": str(token and token[1])})

    def call(self, key: str, method: str, path: str, content: Any = None, **headers: str) -> tuple[int, Any, str]:
        """Call the API with a key: the status, the JSON and the ETag."""
        named = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", **headers}
        body = json.dumps(content).encode() if content is not None else None
        asked = Request(f"http://127.0.0.1:{self.port}/api/v1{path}", body, named, method=method)
        try:
            with self._browser.open(asked, timeout=30) as answer:
                return answer.status, json.load(answer), answer.headers.get("ETag", "")
        except HTTPError as error:
            return error.code, json.load(error), ""

    def stop(self) -> None:
        """End the process as a service manager would."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(30)
        self._log.close()


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait for what another process does."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"{what} did not come about"
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
