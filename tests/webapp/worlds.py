"""A world with somebody of each role, what is theirs and what is another's, for tests that open every route."""

import contextlib
import io
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from signing_in import signed_in

from matcher.domain import Account, AccountRole, Candidate, Outcome, Stage, Vacancy
from matcher.store import Person, Store
from webapp.forms.jobseeker import Begun
from webapp.imports.uploads import receive
from webapp.presenters.anonymous import codes

__all__ = ["Choice", "World"]

_MISSING = "nobody-has-this"
_TOO_LARGE = 99_999_999_999_999_999_999
_HELD = "V90"
_PEOPLE = b"id,name,postcode\nX1,Somebody New,LS9 7TF\n"


@dataclass(frozen=True, slots=True)
class Choice:
    """What an argument of an address can be for one role: ids that open, another's, and some that nobody has."""

    own: object
    others: tuple[object, ...] = ()
    missing: tuple[object, ...] = (_MISSING,)


@dataclass
class World:
    """The records; `keep` them once they are complete, and `restore` puts back whatever a test has changed."""

    app: Flask
    store: Store
    database: Path
    accounts: dict[AccountRole, Account] = field(default_factory=dict)
    choices: dict[tuple[AccountRole | None, str], Choice] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.uploads = Path(self.app.config["INSTANCE"]) / "uploads"
        self._kept = sqlite3.connect(":memory:")
        self._watch = sqlite3.connect(self.database)
        self._fill()

    def keep(self) -> None:
        """Let `restore` bring back what there is now."""
        self._watch.backup(self._kept)
        shutil.copytree(self.uploads, self.uploads.with_name("kept"))

    def client(self, role: AccountRole | None) -> FlaskClient:
        """A browser of its own in which somebody of a role, or nobody, is signed in."""
        if role is None:
            return FlaskClient(self.app, self.app.response_class)
        return signed_in(self.app, self.accounts[role])

    def version(self) -> int:
        """A number that changes with every change of the database that another connection makes."""
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def audited(self, candidate_id: str) -> int:
        """Entries of the audit log about somebody."""
        return self.store.audit.count(candidate_id=candidate_id)

    def restore(self) -> None:
        """Put the database and the uploads back as they were."""
        with contextlib.closing(sqlite3.connect(self.database)) as target:
            self._kept.backup(target)
        shutil.rmtree(self.uploads, ignore_errors=True)
        shutil.copytree(self.uploads.with_name("kept"), self.uploads)

    def _fill(self) -> None:
        add = self.store.accounts.add
        self.accounts = {
            AccountRole.ADVISOR: add("advisor@example.org", "An advisor", AccountRole.ADVISOR, team="Leeds"),
            AccountRole.PROVIDER: add("p@example.org", "A provider", AccountRole.PROVIDER, provider="Roundhay Lodge"),
            AccountRole.JOBSEEKER: add("c01@example.org", "Amina", AccountRole.JOBSEEKER, candidate_id="C01"),
            AccountRole.ADMIN: add("admin@example.org", "An administrator", AccountRole.ADMIN),
        }
        self._other = {
            AccountRole.ADVISOR: add("other@example.org", "Another", AccountRole.ADVISOR, team="Durham"),
            AccountRole.PROVIDER: add("q@example.org", "Another", AccountRole.PROVIDER, provider="Wharfe House"),
            AccountRole.ADMIN: add("admin2@example.org", "Another", AccountRole.ADMIN),
        }
        self._share_out()
        self._decide()
        self.choices = dict(self._choices())

    def _share_out(self) -> None:
        """C01 is of our team, C02 of another, C03 has hidden, C04 joined and asked for nobody."""
        self.store.cases.assign("C01", self.accounts[AccountRole.ADVISOR].id, "Leeds")
        self.store.cases.assign("C02", None, "Durham")
        self.store.cases.set_hidden("C03", hidden=True)
        self.store.cases.set_shared("C04", shared=False)
        held = Vacancy(id=_HELD, title="Driver", provider="Wharfe House", min_age=21, min_age_reason="the insurer")
        self.store.upsert_vacancies([held])

    def _decide(self) -> None:
        store, provider = self.store, self.accounts[AccountRole.PROVIDER]
        self._met = store.introductions.ask("C01", "V01", "Roundhay Lodge", provider.id)
        self._other_met = store.introductions.ask("C02", "V01", "Roundhay Lodge", provider.id)
        for person, vacancy in (("C01", "V01"), ("C02", "V04")):
            store.add_referral(person, vacancy, "An advisor")
            store.shortlist_add(person, vacancy)
            store.look_agains.ask(person, vacancy, "please look again")
        store.chosen.add("V01", "C01", "drives", provider.id)
        store.upsert_outcomes([Outcome("C01", "V01", Stage.REFERRED, date(2026, 11, 1))])

    def _choices(self) -> Iterator[tuple[tuple[AccountRole | None, str], Choice]]:
        yield (AccountRole.ADVISOR, "candidate_id"), Choice("C01", ("C02", "C03", "C04"))
        yield (AccountRole.ADVISOR, "vacancy_id"), Choice("V01")
        yield (AccountRole.PROVIDER, "vacancy_id"), Choice("V01", ("V04", _HELD))
        yield (AccountRole.JOBSEEKER, "vacancy_id"), Choice("V01", (_HELD,))
        yield (AccountRole.ADMIN, "vacancy_id"), Choice("V01")
        yield (None, "vacancy_id"), Choice("V01", (_HELD,))
        numbers = (987_654, 0, _TOO_LARGE)
        yield (AccountRole.JOBSEEKER, "introduction_id"), Choice(self._met.id, (self._other_met.id,), numbers)
        yield (AccountRole.ADMIN, "account_id"), Choice(self._other[AccountRole.ADMIN].id, (), numbers)
        yield (AccountRole.PROVIDER, "key_id"), Choice(self._key(self.accounts), (self._key(self._other),), numbers)
        yield (AccountRole.PROVIDER, "code"), self._codes()
        yield (AccountRole.ADVISOR, "draft_id"), self._drafts(AccountRole.ADVISOR, "candidate")
        yield (AccountRole.PROVIDER, "draft_id"), self._drafts(AccountRole.PROVIDER, "vacancy")
        for role in (AccountRole.ADVISOR, AccountRole.PROVIDER, AccountRole.ADMIN):
            yield (role, "job_id"), self.jobs(role)
            yield (role, "token"), self.uploaded(role)

    def _key(self, accounts: Mapping[AccountRole, Account]) -> int:
        return self.store.tokens.make(accounts[AccountRole.PROVIDER].id, "ours", ["vacancies:read"])[0].id

    def _codes(self) -> Choice:
        """Codes of somebody who is shown, of two who are not, and of nobody."""
        named = codes(
            self.app.config["SECRET_KEY"], self.store.vacancy("V01"), [one.id for one in self.store.candidates()]
        )
        return Choice(named["C01"], (named["C03"], named["C04"]), ("ZZZZ", _MISSING))

    def _drafts(self, role: AccountRole, kind: str) -> Choice:
        own, others = f"OWN-{kind}", f"OTHER-{kind}"
        for name, account in ((own, self.accounts[role]), (others, self._other[role])):
            self.store.drafts.save(name, kind, account.id, _ANSWERS[kind](name))
        return Choice(own, (others,))

    def jobs(self, role: AccountRole) -> Choice:
        """A job of one's own that waits, and another's."""
        own, others = (self._job(accounts[role]) for accounts in (self.accounts, self._other))
        return Choice(own, (others,))

    def uploaded(self, role: AccountRole) -> Choice:
        """A file of one's own that waits to be imported, and another's."""
        own, others = (self._upload(accounts[role]) for accounts in (self.accounts, self._other))
        return Choice(own, (others,))

    def _job(self, account: Account) -> str:
        return self.store.jobs.add("cohort", {"people": ["C01"], **_JOB}, account.id).id

    def _upload(self, account: Account) -> str:
        kind = "vacancies" if account.role is AccountRole.PROVIDER else "candidates"
        content = b"id,title\nX1,Carer\n" if kind == "vacancies" else _PEOPLE
        return receive(self.uploads, io.BytesIO(content), "sheet.csv", kind, f"account {account.id}").token


_JOB = {"title": "Looking", "things": "jobseekers", "result_page": "/advisor/cohort", "start_page": "/advisor/cohort"}
_ANSWERS = {
    "vacancy": lambda _name: {"answers": {"title": "Carer"}, "advert": "", "edits": ""},
    "candidate": lambda name: Begun(Candidate(id=name), Person("Somebody New")).as_answers(),
}
