"""Job titles linked to occupations, by exact and alternative titles."""

from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from matcher.domain import Occupation
from matcher.taxonomy import Taxonomy
from matcher.text.words.phrases import BREAK, Phrase, PhraseIndex, Word, find_phrases, index_phrases, read_words

__all__ = ["NamedOccupation", "link_title", "named_occupation"]

# Judgement: pairs of words that titles also write as one, and homes whose "home" belongs to what comes before it (a
# "care home care assistant" does not do home care). Read from left to right.
_COMPOUNDS = {
    ("care", "home"): "carehome",
    ("nursing", "home"): "nursinghome",
    ("health", "care"): "healthcare",
    ("home", "care"): "homecare",
    ("co", "ordinator"): "coordinator",
    ("house", "keeper"): "housekeeper",
    ("re", "ablement"): "reablement",
}

# Judgement: words of grade or hours that may stand apart from the title they belong to ("Senior Theatre Healthcare
# Assistant", "Care Assistant - Nights"); the fuller title counts where the taxonomy has it. In this order.
_GRADES = (
    ("deputy",),
    ("lead",),
    ("senior",),
    ("apprentice",),
    ("trainee",),
    ("waking", "night"),
    ("night",),
    ("bank",),
)


@dataclass(frozen=True, slots=True)
class NamedOccupation:
    """An occupation whose title stands in a title word for word, and the share of the title's words it takes."""

    occupation: Occupation
    share: float


def link_title(title: str, taxonomy: Taxonomy) -> Occupation | None:
    """The occupation that a job title names, or None (`named_occupation`)."""
    found = named_occupation(title, taxonomy)
    return found.occupation if found else None


def named_occupation(title: str, taxonomy: Taxonomy) -> NamedOccupation | None:
    """The occupation that a job title names word for word, or None.

    1. The title as it stands is an occupation's title or alternative title.
    2. Otherwise titles stand in it as whole words. Longer ones take their words first; of those left, care work comes
       before other work, then longer before shorter, then earlier before later.
    3. A word of grade elsewhere in it is tried with the title found: a "Senior Theatre Healthcare Assistant" is a
       senior healthcare assistant where the taxonomy has one.
    """
    words = _read_title(unescape(unescape(title)))
    index = _title_phrases(taxonomy)
    exact = index.ids.get(_key(words))
    if exact is not None:
        return NamedOccupation(taxonomy.occupations[exact], 1.0)
    found = find_phrases(words, index)
    if not found:
        return None
    best = min(found, key=lambda phrase: (not taxonomy.occupations[phrase.leads_to].role_family, -phrase.n_words))
    named = taxonomy.occupations[_graded(best, words, index) or best.leads_to]
    return NamedOccupation(named, best.n_words / len(_key(words)))


@lru_cache(maxsize=4)
def _title_phrases(taxonomy: Taxonomy) -> PhraseIndex:
    """Built once for each taxonomy in use (a taxonomy equals only itself)."""
    return index_phrases((_key(_read_title(name)), term) for name, term in taxonomy.occupation_names.names.items())


def _graded(best: Phrase, words: list[Word], index: PhraseIndex) -> str | None:
    """The occupation of the title found with a grade that stands apart from it."""
    stretch = slice(best.first_word, best.first_word + best.n_words)
    apart = {word.folded for word in (*words[: stretch.start], *words[stretch.stop :])}
    for grade in _GRADES:
        fuller = (*grade, *_key(words[stretch]))
        if apart.issuperset(grade) and fuller in index.ids:
            return index.ids[fuller]
    return None


def _key(words: list[Word]) -> tuple[str, ...]:
    return tuple(word.folded for word in words if word.folded != BREAK)


def _read_title(title: str) -> list[Word]:
    """The words of a title, pairs that are also written as one word put together."""
    words: list[Word] = []
    for word in read_words(title):
        compound = _COMPOUNDS.get((words[-1].folded, word.folded)) if words else None
        if compound is None:
            words.append(word)
        else:
            words[-1] = Word(compound, words[-1].start, word.end)
    return words
