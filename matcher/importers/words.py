"""The closed vocabularies as people write them in spreadsheets, read leniently and refused clearly."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import TypeVar

from matcher.domain import AgeBand, Contract, DbsLevel, DbsStatus, PlaceKind, RightToWork, TravelMode
from matcher.errors import RowError
from matcher.likeness.normalise import normalise

__all__ = [
    "read_age_band",
    "read_contract",
    "read_dbs_level",
    "read_dbs_status",
    "read_place_kind",
    "read_right_to_work",
    "read_travel_mode",
    "read_yes_no",
]

Word = TypeVar("Word", bound=StrEnum)

_BARRED = (
    "enhanced with barred list",
    "enhanced with barred lists",
    "enhanced with adult barred list",
    "enhanced with adults barred list",
    "enhanced and barred",
    "enhanced and barred list",
    "enhanced barred list",
    "enhanced plus barred list",
    "enhanced dbs with barred list",
    "enhanced dbs with barred lists",
)

_DBS_STATUS = {
    "no": DbsStatus.NONE,
    "not held": DbsStatus.NONE,
    "no dbs": DbsStatus.NONE,
    "applied": DbsStatus.IN_PROGRESS,
    "applied for": DbsStatus.IN_PROGRESS,
    "pending": DbsStatus.IN_PROGRESS,
    "processing": DbsStatus.IN_PROGRESS,
    "basic": DbsStatus.HELD_BASIC,
    "standard": DbsStatus.HELD_STANDARD,
    "enhanced": DbsStatus.HELD_ENHANCED,
    "enhanced barred": DbsStatus.HELD_ENHANCED_BARRED,
    "on update service": DbsStatus.UPDATE_SERVICE,
    "on the update service": DbsStatus.UPDATE_SERVICE,
    **dict.fromkeys(_BARRED, DbsStatus.HELD_ENHANCED_BARRED),
}
_DBS_LEVEL = {
    "no": DbsLevel.NONE,
    "not needed": DbsLevel.NONE,
    "not required": DbsLevel.NONE,
    "no check": DbsLevel.NONE,
    **dict.fromkeys(_BARRED, DbsLevel.ENHANCED_BARRED),
}
# Judgement: "yes" to "right to work?" is how most spreadsheets say that nothing limits it; limits are written out.
_RIGHT_TO_WORK = {
    "yes": RightToWork.UNLIMITED,
    "y": RightToWork.UNLIMITED,
    "full": RightToWork.UNLIMITED,
    "settled": RightToWork.UNLIMITED,
    "settled status": RightToWork.UNLIMITED,
    "indefinite leave to remain": RightToWork.UNLIMITED,
    "ilr": RightToWork.UNLIMITED,
    "time limited": RightToWork.LIMITED_TIME,
    "limited in time": RightToWork.LIMITED_TIME,
    "pre settled": RightToWork.LIMITED_TIME,
    "pre settled status": RightToWork.LIMITED_TIME,
    "hours limited": RightToWork.LIMITED_HOURS,
    "limited in hours": RightToWork.LIMITED_HOURS,
    "20 hours": RightToWork.LIMITED_HOURS,
    "20 hours a week": RightToWork.LIMITED_HOURS,
    "sponsored": RightToWork.TIED,
    "tied to an employer": RightToWork.TIED,
    "tied to employer": RightToWork.TIED,
    "no": RightToWork.NONE,
    "n": RightToWork.NONE,
}
_CONTRACT = {
    "perm": Contract.PERMANENT,
    "temporary": Contract.FIXED_TERM,
    "temp": Contract.FIXED_TERM,
    "ftc": Contract.FIXED_TERM,
    "fixed term contract": Contract.FIXED_TERM,
    "casual": Contract.BANK,
    "relief": Contract.BANK,
    "bank staff": Contract.BANK,
    "zero hour": Contract.ZERO_HOURS,
    "zero hours contract": Contract.ZERO_HOURS,
    "0 hours": Contract.ZERO_HOURS,
    "0 hour": Contract.ZERO_HOURS,
    "apprentice": Contract.APPRENTICESHIP,
}
_TRAVEL_MODE = {
    "walking": TravelMode.WALK,
    "on foot": TravelMode.WALK,
    "foot": TravelMode.WALK,
    "bike": TravelMode.CYCLE,
    "bicycle": TravelMode.CYCLE,
    "cycling": TravelMode.CYCLE,
    "public transport": TravelMode.BUS,
    "train": TravelMode.BUS,
    "tram": TravelMode.BUS,
    "own car": TravelMode.CAR,
    "drive": TravelMode.CAR,
    "driving": TravelMode.CAR,
    "van": TravelMode.CAR,
    "motorbike": TravelMode.CAR,
}
_PLACE_KIND = {
    "care home": PlaceKind.SITE,
    "residential home": PlaceKind.SITE,
    "nursing home": PlaceKind.SITE,
    "residential": PlaceKind.SITE,
    "home care": PlaceKind.ROUND,
    "homecare": PlaceKind.ROUND,
    "home care round": PlaceKind.ROUND,
    "domiciliary": PlaceKind.ROUND,
    "domiciliary care": PlaceKind.ROUND,
    "clients home": PlaceKind.CLIENT_HOME,
    "own home": PlaceKind.CLIENT_HOME,
    "live in care": PlaceKind.LIVE_IN,
}
_AGES = re.compile(
    r"(?P<over>over )?(?P<youngest>\d{1,2})(?: (?:to )?(?P<oldest>\d{1,2}))?(?P<plus> plus| and over| or over)?"
)
_YES_NO = {
    **dict.fromkeys(("yes", "y", "true", "t", "1", "x", "full", "full licence", "full uk licence", "uk licence"), True),
    **dict.fromkeys(("full driving licence", "full uk driving licence", "own car", "car", "required", "needed"), True),
    **dict.fromkeys(("essential", "must have", "held", "has licence", "full uk", "full uk manual"), True),
    **dict.fromkeys(("no", "n", "false", "f", "0", "none", "provisional", "provisional licence", "no licence"), False),
    **dict.fromkeys(("no car", "not required", "not needed", "not essential", "desirable", "preferred"), False),
}


def _read(text: str, vocabulary: type[Word], synonyms: Mapping[str, Word], *, drop: str = "") -> Word:
    words = normalise(text)
    for form in (words, words.removesuffix(f" {drop}")) if drop else (words,):
        for word in vocabulary:
            if form == normalise(word.value.replace("_", " ")):
                return word
        if form in synonyms:
            return synonyms[form]
    raise RowError(f"write one of {', '.join(vocabulary)}, or leave it blank if it is not known.")


read_dbs_status: Callable[[str], DbsStatus] = partial(_read, vocabulary=DbsStatus, synonyms=_DBS_STATUS, drop="dbs")
read_dbs_level: Callable[[str], DbsLevel] = partial(_read, vocabulary=DbsLevel, synonyms=_DBS_LEVEL, drop="dbs")
read_right_to_work: Callable[[str], RightToWork] = partial(_read, vocabulary=RightToWork, synonyms=_RIGHT_TO_WORK)
read_contract: Callable[[str], Contract] = partial(_read, vocabulary=Contract, synonyms=_CONTRACT)
read_travel_mode: Callable[[str], TravelMode] = partial(_read, vocabulary=TravelMode, synonyms=_TRAVEL_MODE)
read_place_kind: Callable[[str], PlaceKind] = partial(_read, vocabulary=PlaceKind, synonyms=_PLACE_KIND)


def read_yes_no(text: str) -> bool:
    """Yes or no in its many spellings; a provisional licence is not a licence, a desirable one not a need."""
    answer = _YES_NO.get(normalise(text))
    if answer is None:
        raise RowError("write yes or no, or leave it blank if it is not known.")
    return answer


def read_age_band(text: str) -> AgeBand:
    """An age band, or an age in years of which only the band is kept."""
    found = _AGES.fullmatch(normalise(text.replace("+", " plus")))
    if found is None and re.search(r"\d{4}|\d[/.]\d", text):
        raise RowError("this looks like a date of birth, which is not kept: write 16-17, 18-20 or 21-plus instead.")
    if found is not None:
        youngest, oldest, is_open = int(found["youngest"]), found["oldest"], bool(found["over"] or found["plus"])
        band = _band_of(youngest)
        if band is AgeBand.FROM_21 or (not is_open and int(oldest or youngest) <= band.oldest):
            return band
    raise RowError(f"write one of {', '.join(AgeBand)}, or leave it blank if it is not known.")


def _band_of(age: int) -> AgeBand:
    for band in AgeBand:
        if band.youngest <= age <= band.oldest:
            return band
    raise RowError("care work with adults starts at 16: correct the age, or leave it blank.")
