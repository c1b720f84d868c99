"""Driving licence and vehicle, needed or not."""

import re
from collections.abc import Sequence

from matcher.text.adverts.modality import need_of
from matcher.text.adverts.readings import Need, Reading, read_at
from matcher.text.adverts.sections import Placed, Section

__all__ = ["read_driving"]

_LICENCE = re.compile(
    r"\bdriv(?:ing|er['’]?s?)[\s']*licen[cs]es?\b|\b(?:uk|full|clean|valid"
    r"|manual)\s+(?:\w+ ){0,2}licen[cs]e\b(?! (?:to practi|fee|agree))|\bd1\b"
    r"|\bable to drive\b|\bability to drive\b|\bneed to drive\b|\bmust drive\b|\bto be (?:a"
    r"|an) (?:\w+ ){0,2}driver\b|\bcar[\s-](?:owner|driver)s?\b|\bowner\s?/\s?driver"
    r"|\bdrivers?\b(?= (?:are |is |would |only|required|essential|needed|preferred|desirable))"
    r"|\b(?:full|non|car|experienced)[\s-]drivers?\b|\byou (?:must|will|can"
    r"|should)(?: be able to)? drive\b|\bare able (?:to )?drive\b|\bdo you drive\b|\bdriver\s*[/(]"
    r"|\blicen[cs]e to drive\b|\bcan drive\b|\b(?:if you|willing to|prepared to|happy to|being able to|confident to"
    r"|you) drive\b(?! (?:and|change|forward))"
    r"|\b(?:experience of|no|for) driving\b(?= (?:is|needed|required))"
    r"|\bdriving\b(?= (?:is |will be |would be )?(?:essential|required|desirable|needed|necessary|an advantage))",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"\b(?:own|use of (?:a|your|their)|access to (?:a|your|their|own)|have (?:a|your)|with (?:a|your"
    r"|their)|driver with)\s+(?:\w+ ){0,3}(?:car|vehicle|transport|motorbike|moped|scooter)\b"
    r"|\bcar[\s/-]*(?:owner|user)s?\b|\bown\s+(?:car|transport|vehicle)|\bcar\s*(?:owner\s*)?/\s*(?:owner"
    r"|driver)|\b(?:licen[cs]e|insurance)\s+(?:and|with|&|plus)\s+(?:a |an |their |your "
    r"|own )?(?:\w+ )?(?:car|vehicle)\b"
    r"|\bcar (?:drivers?|insurance)\b|\bvehicle (?:for|is|with|essential)|\b(?:a|own|your) (?:car"
    r"|vehicle)(?= (?:is|would|essential|required|needed|insured|for \w|and (?:a )?(?:\w+ )?licen))"
    r"|\bcar (?:or|/) (?:a )?(?:motor)?bike\b|\bbusiness (?:use )?insurance|\binsurance\b[^.]{0,30}\bbusiness use"
    r"|\b(?:licen[cs]e"
    r"|drive)[^.]{0,20}\bown transport|\bcar owner",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:company|pool|our|fleet) (?:\w+ )?(?:cars?|vehicles?|vans?)\b[^.]{0,40}\b(?:provided|available"
    r"|supplied|given|used?)|\b(?:cars?|vehicles?) (?:(?:is|are|will be) )?(?:provided|supplied)"
    r"|\bprovide(?:d)? (?:you )?(?:with )?(?:a|the) (?:\w+ )?(?:car|vehicle)\b",
    re.IGNORECASE,
)
_NO_NEED = re.compile(
    r"\b(?:no|non|without(?: a)?)[\s-]*(?:\w+ ){0,2}(?:driv\w+|licen[cs]e)\b|\bnon[\s-]?driv(?:er|ing)s?\b"
    r"|\bdrivers? and (?:non|walkers)|\bwalk(?:ers?|ing) (?:rounds?|runs?|and)\b|\bno need (?:to"
    r"|for) (?:\w+ ){0,2}(?:drive|driving|licen[cs]e|car)|\b(?:don['’]t|do not) need (?:to drive|a (?:car|driving"
    r"|licen[cs]e))",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:cannot|can['’]?t|unable to|do not|sorry,? no) (?:\w+ )?(?:accept|consider|take|non)",
    re.IGNORECASE,
)
_NO_CAR = re.compile(
    r"\bno (?:car|vehicle) (?:is )?(?:needed|required)|\b(?:car|vehicle)s? (?:is |are )?not (?:needed|required"
    r"|essential"
    r"|necessary)|\b(?:don['’]t|do not|won['’]t) need (?:a|your own|to have a) (?:own )?(?:car|vehicle)",
    re.IGNORECASE,
)
_ALIKE = re.compile(
    r"\bdrivers? and (?:non[\s-]?drivers?|walkers?)|\bwalkers? and drivers?"
    r"|\bnon[\s-]?drivers? (?:are )?(?:also )?(?:welcome|considered|accepted)",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|they) (?:also |all )?$", re.IGNORECASE)
_STRAY = re.compile(
    r"\bcar (?:lease|park|insurance cover)|\blease car|\bscreen driver|\bdrive (?:and|to be|for)\b"
    r"|\bminutes['’]? drive\b|\bdriver (?:of|for) (?:change|quality)",
    re.IGNORECASE,
)


def read_driving(placed: Sequence[Placed]) -> tuple[Reading[Need] | None, Reading[Need] | None]:
    """Whether a licence and an own vehicle are asked for; the strongest demand counts, and where it stands.

    A car owner, or a driver with insurance for business, brings a licence and a car. A car that the employer provides
    is no demand.
    """
    licences = [reading for item in placed if (reading := _licence(item))]
    vehicles = [reading for item in placed if (reading := _vehicle(item))]
    return _strongest(licences), _strongest(vehicles)


def _licence(item: Placed) -> Reading[Need] | None:
    text = item.sentence.text
    denied = _ALIKE.search(text) or (_NO_NEED.search(text) and not _REFUSED.search(text))
    if denied:
        return read_at(Need.NOT_NEEDED, item.sentence)
    found = _LICENCE.search(text) or _asked_vehicle(text)
    return _asked(item, found) if found else None


def _vehicle(item: Placed) -> Reading[Need] | None:
    text = item.sentence.text
    if _PROVIDED.search(text) or _NO_CAR.search(text):
        return read_at(Need.NOT_NEEDED, item.sentence)
    found = _VEHICLE.search(text)
    return _asked(item, found) if found else None


def _asked_vehicle(text: str) -> re.Match[str] | None:
    """An own car that is asked for asks for a licence too; "own transport" may be a bicycle."""
    found = _VEHICLE.search(text)
    return found if found and not re.search(r"\btransport\b", found[0], re.IGNORECASE) else None


def _asked(item: Placed, found: re.Match[str]) -> Reading[Need] | None:
    text = item.sentence.text
    if item.section in {Section.BENEFITS, Section.ABOUT} and need_of(text, *found.span()) is None:
        return None
    if (
        _OURS.search(text[: found.start()])
        or _STRAY.search(found[0])
        or re.search(r"\bif you (?:have|hold|are)\b|\bfor (?:drivers|car owners)\b", text, re.IGNORECASE)
    ):
        return None
    need = need_of(text, *found.span())
    if item.section is Section.DESIRABLE and need is not Need.NOT_NEEDED:
        need = Need.DESIRABLE
    return read_at(need or Need.NEEDED, item.sentence)


def _strongest(readings: list[Reading[Need]]) -> Reading[Need] | None:
    return min(readings, key=lambda reading: list(Need).index(reading.value), default=None)
