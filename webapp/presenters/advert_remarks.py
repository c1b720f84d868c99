"""What a person should know of an answer that was read from an advert, beyond the sentence it was read from."""

from collections.abc import Mapping
from datetime import date

from matcher.text.adverts import AdvertDraft
from matcher.text.adverts.readings import Need

__all__ = ["remark_on"]


def remark_on(field: str, draft: AdvertDraft, answers: Mapping[str, str], as_of: date) -> str:
    """What to know of the reading that answers a question, in a sentence; empty where there is nothing."""
    if field.startswith("pay_m"):
        return _pay_remark(field, draft, answers)
    if field == "dbs_level":
        return "" if answers.get(field) else "Left blank: your advert does not say which level."
    if field == "closes":
        return "That day is past." if draft.closes and draft.closes.value < as_of else ""
    if field in {"driving_licence", "vehicle"}:
        reading = getattr(draft, field)
        return "Welcome but not needed." if reading and reading.value is Need.DESIRABLE else ""
    return _level_remark(field, draft, answers)


def _pay_remark(field: str, draft: AdvertDraft, answers: Mapping[str, str]) -> str:
    if draft.pay is None or draft.pay.value.period == "hour":
        return ""
    if answers.get(field):
        return f"Worked out by the hour from pay for a {draft.pay.value.period}."
    is_blank = not (answers.get("pay_min_gbp_per_hour") or answers.get("pay_max_gbp_per_hour"))
    is_first = field == "pay_min_gbp_per_hour"
    return "Left blank: what that is by the hour could not be worked out." if is_blank and is_first else ""


def _level_remark(field: str, draft: AdvertDraft, answers: Mapping[str, str]) -> str:
    """Why a qualification or experience that is spoken of leaves the question blank."""
    reading = {"qualification": draft.qualification, "experience_months": draft.experience}.get(field)
    if reading is None or answers.get(field):
        return ""
    if reading.value.need is not Need.NEEDED:
        return "Left blank: welcome but not needed."
    return "Left blank: none of the list." if field == "qualification" else "Left blank: no length is named."
