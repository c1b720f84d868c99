"""Words that a name of several words may gain, lose or swap without meaning another skill."""

from matcher.text.words.stems import stem, word_set

__all__ = ["DROPPED", "PEOPLE", "family", "is_dropped"]

# Judgement: whom the work is for is said in many ways, and which of them seldom changes the skill. Patients,
# customers and children are not here: talking to patients, to customers and to children are skills of their own.
PEOPLE = frozenset(
    map(
        stem,
        word_set("""
            client everyone her him individual loved ones others people person resident somebody someone tenant them
            they those user
        """),
    )
)

# Judgement: words of grammar and of praise. Not the prepositions that say how two things hang together: "team on a
# part-time basis" is no part of a team.
DROPPED = word_set("""
    a adequate all an any appropriate basic both clear correct each effective every excellent general good great
    high his its my of other our own proper relevant some strong the their these this those various with your
""")
_NOT_ADVERBS = word_set("""
    ally anomaly apply assembly bully butterfly comply daily early elderly family fly friendly homely italy july
    likely lively lonely monthly multiply nightly only ply rely reply silly supply weekly
""")
_SHORTEST_ADVERB = 5

# Judgement: one line, one family. Nouns of action with their verb, and words that adverts and CVs use for one another.
_FAMILIES = """
help assist assistance support aid enable assisting helping
administer administration give administering
medication medicine medicines meds med drug
older elderly elder
prepare preparation prep
assess assessment
manage management
complete completion
maintain maintenance upkeep
provide provision
observe observation
promote promotion
deliver delivery
supervise supervision
develop development
prevent prevention
protect protection
coordinate coordination
collect collection
evaluate evaluation
dispose disposal
store storage
organise organisation
liaise liaison
communicate communication
transport transportation
rehabilitate rehabilitation
reassure reassurance
encourage encouragement
record recording
handle handling
escort accompany
resolve resolution
negotiate negotiation
motivate motivation
recruit recruitment
facilitate facilitation
delegate delegation
implement implementation
respond response
prioritise prioritisation
monitor monitoring
investigate investigation
demonstrate demonstration
interpret interpretation
challenging challenge
bathe bath
drink drinking
"""


def is_dropped(word: str) -> bool:
    """Whether a normalised word says nothing of which skill is meant: grammar, praise, adverbs, and whom it is for."""
    if word in DROPPED or stem(word) in PEOPLE:
        return True
    return word.endswith("ly") and len(word) >= _SHORTEST_ADVERB and word not in _NOT_ADVERBS


def family(stemmed: str) -> str:
    """The first word of the family that a stem belongs to, or the stem itself."""
    return _FAMILY.get(stemmed, stemmed)


def _table() -> dict[str, str]:
    lines = [line.split() for line in _FAMILIES.strip().splitlines()]
    return {stem(word): stem(words[0]) for words in lines for word in words}


_FAMILY = _table()
