"""What somebody answered before they had an account: kept aside until they show that the address is theirs.

A candidate is stored when the link of the message is taken up, and not at joining: so nobody can store anything about
the owner of somebody else's address, and whoever never follows the link leaves no record among the people. Until then
the answers lie in the account's own draft, which goes with the account.
"""

from matcher.domain import Account, AccountRole, Candidate
from matcher.store import Person
from webapp.context import store
from webapp.new_ids import new_id

__all__ = ["begin", "put_aside", "take_up"]

_KIND = "candidate"


def put_aside(account: Account, answers: Candidate | None, *, shared: bool) -> None:
    """Keep what somebody answered, and whether an advisor may see it, for when they come back by their link.

    The latest answers count, and asking for another message without any keeps those before. An earlier no to being seen
    stays a no, since anybody can type an address.
    """
    earlier = store().drafts.of(account.id, _KIND)
    seen = shared and all(draft.answers.get("shared") for draft in earlier)
    before = earlier[0].answers.get("candidate", {}) if earlier else {}
    kept = answers.model_dump(mode="json", exclude_none=True) if answers else before
    store().drafts.save(_draft_id(account), _KIND, account.id, {"candidate": kept, "shared": seen})


def take_up(account: Account) -> None:
    """Store what was put aside as a jobseeker's own record; nothing for anybody else."""
    if account.role is not AccountRole.JOBSEEKER or account.candidate_id:
        return
    for draft in store().drafts.of(account.id, _KIND):
        record = Candidate(**{**draft.answers.get("candidate", {}), "id": new_id()})
        begin(account, record, shared=bool(draft.answers.get("shared")))
        store().drafts.remove(draft.id)
        return


def begin(account: Account, record: Candidate, *, shared: bool) -> None:
    """Store a record as that of a jobseeker's account."""
    store().cases.begin(record, Person(account.name or None, account.email), shared=shared)
    store().accounts.link_candidate(account.id, record.id)


def _draft_id(account: Account) -> str:
    return f"joining-{account.id}"
