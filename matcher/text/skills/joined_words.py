"""Two words that are also written as one."""

from collections.abc import Sequence

from matcher.text.words.phrases import Word
from matcher.text.words.stems import word_set

__all__ = ["join_words"]

# Judgement: two words that are also written as one, joined wherever they stand side by side.
_JOINED = word_set("""
    baby-sitting book-keeping care-giver care-giving child-care child-minding co-operate co-operating co-operation
    co-operative co-ordinate co-ordinated co-ordinating co-ordination co-ordinator de-escalate de-escalating
    de-escalation dress-making e-mail e-mails fork-lift fund-raising hair-dressing hand-over hand-overs hand-washing
    health-care home-care house-keeping inter-personal key-worker key-working multi-agency multi-cultural
    multi-disciplinary multi-task multi-tasking non-verbal on-line re-ablement record-keeping safe-guarding
    sand-wiches sat-nav stock-taking team-work time-keeping tooth-brushing well-being wheel-chair wheel-chairs
    whistle-blowing work-place
""")


def join_words(words: Sequence[Word]) -> list[Word]:
    """Words with pairs put together that are also written as one."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and f"{last.written}-{word.written}" in _JOINED:
            both = last.written + word.written
            joined[-1] = Word(both, last.start, word.end, both)
        else:
            joined.append(word)
    return joined
