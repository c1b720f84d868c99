"""Lists that share a word: *hand and food hygiene*, *washing, dressing and feeding people*."""

from collections.abc import Iterator, Sequence

from matcher.text.words.phrases import BREAK, PhraseIndex, Word

__all__ = ["COMMA", "shared_names"]

COMMA = ","
_MOST_ITEMS = 6
_LONGEST_ITEM = 2


def shared_names(words: Sequence[Word], keys: Sequence[str], index: PhraseIndex) -> Iterator[tuple[str, int, int]]:
    """Skills named by an item of a list and a word it shares with its neighbours: (id, first word, last word).

    1. *A and B H*: where "B H" is a name, so is "A H" if the index has it; the stretch is A.
    2. *V A, B and C*: where "V A" is a name, so are "V B" and "V C"; the stretches are B and C.
    """
    for at in range(len(keys)):
        if not _links(words, keys, at):
            continue
        yield from _before(keys, at, index)
        if at == 0 or not _links(words, keys, at - 1):
            yield from _after(words, keys, at, index)


def _before(keys: Sequence[str], at: int, index: PhraseIndex) -> Iterator[tuple[str, int, int]]:
    """The item just before a comma or an "and", with the head of the item after it."""
    head = at + 2
    if at == 0 or head >= len(keys) or (keys[at + 1], keys[head]) not in index.ids:
        return
    skill = index.ids.get((keys[at - 1], keys[head]))
    if skill is not None:
        yield skill, at - 1, at - 1


def _after(words: Sequence[Word], keys: Sequence[str], at: int, index: PhraseIndex) -> Iterator[tuple[str, int, int]]:
    """The items after a comma or an "and", with the verb of the item before it."""
    verb = next((at - n for n in (2, 3) if at >= n and tuple(keys[at - n : at]) in index.ids), None)
    if verb is None:
        return
    first = at + 1
    for _ in range(_MOST_ITEMS):
        last = first
        while last < len(keys) and last - first < _LONGEST_ITEM and not _stops(keys, last):
            last += 1
        for end in range(last, first, -1):
            skill = index.ids.get((keys[verb], *keys[first:end]))
            if skill is not None:
                yield skill, first, end - 1
                break
        while last < len(keys) and _links(words, keys, last):
            last += 1
        if last == first or last >= len(keys) or not _links(words, keys, last - 1):
            return
        first = last


def _links(words: Sequence[Word], keys: Sequence[str], at: int) -> bool:
    """Whether a comma, "and" or "or" stands here."""
    return keys[at] in {"and", "or"} or (keys[at] == BREAK and words[at].written == COMMA)


def _stops(keys: Sequence[str], at: int) -> bool:
    return keys[at] in {"and", "or", BREAK}
