"""Which prior sectors a job belongs to: by its occupation, and by what its employer is called."""

from functools import lru_cache

from matcher.taxonomy import Taxonomy
from matcher.text.cvs.employers import EMPLOYER_WORDS, KNOWN_EMPLOYERS
from matcher.text.words.phrases import PhraseIndex, find_phrases, index_phrases, read_words

__all__ = ["CARE_SECTOR", "CARING_SECTOR", "VOLUNTEERING_SECTOR", "industry_of", "sectors_of"]

CARE_SECTOR = "social-care"
CARING_SECTOR = "unpaid-caring"
VOLUNTEERING_SECTOR = "volunteering"
_HEALTH_SECTORS = ("hospitals", "health-community")
# Work of care homes that is done elsewhere as well: a hotel's housekeeper has worked in a hotel.
_ANYWHERE = frozenset(
    ["activities", "catering", "coordination-admin", "domestic", "driving", "maintenance", "management"]
)
_MOST_SECTORS = 2
# Names of employers that are also words: they count where they begin with a capital.
_ORDINARY = (
    "anchor bolt boots coral costa crisis dimensions ford halifax haven initial leon mind mod nex"
    "t primark reed ring scope "
    "shelter sky spar spire subway three vue ups ocs iss"
)
_ORDINARY_WORDS = frozenset(_ORDINARY.split())


def sectors_of(title: str, employer: str, occupation: str, kind: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Ids of prior sectors of one job, the employer's industry first; at most two.

    Caring and volunteering are sectors of their own. Care work is of its usual sector beside that, except in a
    hospital or a practice, and except for housekeeping and the like in another industry.
    """
    if kind in {"caring", "volunteering"}:
        sector = CARING_SECTOR if kind == "caring" else VOLUNTEERING_SECTOR
        return tuple(found for found in (sector,) if found in taxonomy.prior_sectors)
    term = taxonomy.occupations.get(occupation)
    industry = industry_of(employer) or industry_of(title)
    by_occupation = term.prior_sector if term else ""
    if term and term.role_family and not by_occupation and industry not in _HEALTH_SECTORS:
        is_elsewhere = bool(industry) and term.role_family in _ANYWHERE
        by_occupation = "" if is_elsewhere else _usual_sector(term.role_family)
    sectors = dict.fromkeys(sector for sector in (industry, by_occupation) if sector in taxonomy.prior_sectors)
    return tuple(sectors)[:_MOST_SECTORS]


def _usual_sector(role_family: str) -> str:
    """Nurses, therapists and porters come from hospitals more often than not; other care work is social care."""
    return "hospitals" if role_family in {"nursing", "therapy", "therapy-support", "portering"} else CARE_SECTOR


def industry_of(words: str) -> str:
    """The sector that an employer's name tells, or an empty text: a known employer first, then the longest words.

    Of equally long words the last counts, on which a name ends ("Sunny Bank carehome", "newspaper delivery").
    """
    read = read_words(words)
    for known in (True, False):
        found = [
            phrase
            for phrase in find_phrases(read, _names(known=known))
            if not known or words[phrase.start].isupper() or words[phrase.start : phrase.end] not in _ORDINARY_WORDS
        ]
        if found:
            return max(found[::-1], key=lambda phrase: phrase.n_words).leads_to
    return ""


@lru_cache(maxsize=2)
def _names(*, known: bool) -> PhraseIndex:
    table = KNOWN_EMPLOYERS if known else EMPLOYER_WORDS
    return index_phrases(
        (tuple(word.folded for word in read_words(name)), sector)
        for sector, names in table.items()
        for name in names.split("; ")
    )
