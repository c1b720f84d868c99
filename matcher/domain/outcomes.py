"""What became of a referral: how far a candidate came with a vacancy, and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Outcome", "Stage"]


class Stage(StrEnum):
    """A stage on the way into a post, in the order of progress; the last two are endings, not progress."""

    REFERRED = "referred"
    INTERVIEWED = "interviewed"
    OFFERED = "offered"
    STARTED = "started"
    IN_POST_3M = "in_post_3m"
    IN_POST_6M = "in_post_6m"
    IN_POST_12M = "in_post_12m"
    WITHDREW = "withdrew"
    NOT_SELECTED = "not_selected"

    @property
    def is_ending(self) -> bool:
        """Whether it ends the way there: the candidate withdrew, or the provider did not select them."""
        return self in {Stage.WITHDREW, Stage.NOT_SELECTED}

    @property
    def is_start(self) -> bool:
        """Whether who reached it has started in the post: ``started`` and every stage beyond."""
        return not self.is_ending and list(Stage).index(self) >= list(Stage).index(Stage.STARTED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One stage that a candidate reached with a vacancy.

    Attributes
    ----------
    candidate, vacancy : str
        Their ids.
    stage : Stage
    reached_on : date or None
        None where nobody has said when.
    """

    candidate: str
    vacancy: str
    stage: Stage
    reached_on: date | None = None
