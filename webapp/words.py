"""The closed vocabularies and figures of the engine, said aloud on a page."""

from datetime import date

from matcher.domain.week_words import say_days, say_shifts

__all__ = ["FILTERS", "LABELS", "label", "say_days", "say_shifts"]

FILTERS = (
    "feature_name",
    "gate_name",
    "km",
    "label",
    "long_date",
    "minutes",
    "money",
    "months",
    "points",
    "say_shifts",
    "span",
    "yes_no",
)
"""The functions that templates may use as filters."""

LABELS: dict[str, dict[str, str]] = {
    "age_band": {"16-17": "16 or 17", "18-20": "18 to 20", "21-plus": "21 or over"},
    "contract": {
        "permanent": "Permanent",
        "fixed_term": "Fixed term",
        "bank": "Bank",
        "zero_hours": "Zero hours",
        "apprenticeship": "Apprenticeship",
    },
    "dbs_level": {
        "none": "No check needed",
        "basic": "Basic",
        "standard": "Standard",
        "enhanced": "Enhanced",
        "enhanced_barred": "Enhanced, with the barred list",
    },
    "dbs_status": {
        "none": "No check yet",
        "in_progress": "On its way",
        "held_basic": "Holds a basic check",
        "held_standard": "Holds a standard check",
        "held_enhanced": "Holds an enhanced check",
        "held_enhanced_barred": "Holds an enhanced check with the barred list",
        "update_service": "On the update service",
    },
    "outcome": {"met": "Met", "fixable": "To arrange", "blocked": "Not now", "unknown": "Not known"},
    "pay_note": {
        "sleep_in": "It is a rate for sleep-ins, paid for the night",
        "age_band": "It is for people under 21, at their age's rate",
        "apprentice": "It is for apprentices under 19 or in their first year",
    },
    "place_kind": {
        "site": "At one place, such as a care home",
        "round": "A round of visits in an area",
        "client_home": "In one person's own home",
        "live_in": "Living in",
    },
    "right_to_work": {
        "unlimited": "Unlimited",
        "limited_time": "Limited in time",
        "limited_hours": "Limited in hours",
        "tied": "Tied to one employer",
        "none": "Not for this work",
        "not_stated": "Not stated",
    },
    "role": {
        "advisor": "a careers advisor",
        "provider": "a care provider",
        "jobseeker": "a jobseeker",
        "admin": "an administrator",
    },
    "sex_required": {"female": "A woman", "male": "A man"},
    "stage": {
        "referred": "Referred",
        "interviewed": "Interviewed",
        "offered": "Offered the post",
        "started": "Started",
        "in_post_3m": "Still in post at 3 months",
        "in_post_6m": "Still in post at 6 months",
        "in_post_12m": "Still in post at 12 months",
        "withdrew": "Withdrew, or left",
        "not_selected": "Not selected",
    },
    "roles": {
        "advisor": "Careers advisor",
        "provider": "Care provider",
        "jobseeker": "Jobseeker",
        "admin": "Administrator",
        "nobody": "Nobody signed in",
        "program": "The app by itself",
    },
    "step_kind": {
        "train": "courses",
        "apprenticeship": "apprenticeships",
        "volunteer": "kinds of volunteering",
        "check": "checks",
        "register": "registrations",
    },
    "action": {
        "ranked_people": "Ranked people, by name",
        "ranked_unnamed": "Ranked people, without names",
        "chosen": "Put on a provider’s shortlist",
        "unchosen": "Taken off a provider’s shortlist",
        "own": "A jobseeker’s own doing",
        "account": "Managed an account",
        "read_log": "Read the log",
        "settings": "Changed a setting",
    },
    "travel_mode": {"walk": "On foot", "cycle": "By bicycle", "bus": "By bus", "car": "By car"},
}

_FEATURES = {
    "essential_skills": "Skills the role needs",
    "optional_skills": "Skills that help",
    "travel": "Journey",
    "shifts": "Shifts and hours",
    "contract": "Contract",
    "prior_sector": "Work before",
    "experience": "Experience in the role",
    "qualification": "Qualifications",
    "pay": "Pay",
    "text": "Words of the advert",
}
_GATES = {
    "dbs": "DBS check",
    "min_age": "Minimum age",
    "pay_floor": "Legal pay",
    "place": "Within reach",
    "vacancy_open": "Open on the day",
}


def label(value: object, kind: str) -> str:
    """A vocabulary's value in words; one that has none yet is tidied."""
    return LABELS[kind].get(str(value), _tidy(str(value)))


def feature_name(feature: str) -> str:
    """What a feature is about."""
    return _FEATURES.get(feature, _tidy(feature))


def gate_name(gate: str) -> str:
    """What a gate asks for."""
    return _GATES.get(gate, _tidy(gate))


def points(value: float) -> str:
    """Points of a score to one decimal: ``78.4``."""
    return f"{value:.1f}"


def km(distance_km: float | None) -> str:
    """A distance: ``3.2 km``."""
    if distance_km is None:
        return "Distance not known"
    if distance_km < 0.1:
        return "Under 0.1 km"
    return f"{distance_km:.1f} km" if distance_km < 100 else f"{distance_km:.0f} km"


def minutes(value: float | None) -> str:
    """A time: ``18 minutes``, ``1 hour 5 minutes``."""
    if value is None:
        return "Journey not known"
    if value < 1:
        return "Under a minute"
    hours, rest = divmod(round(value), 60)
    parts = [_counted(hours, "hour")] * bool(hours) + [_counted(rest, "minute")] * bool(rest or not hours)
    return " ".join(parts)


def months(value: int) -> str:
    """A stretch of months: ``2 years 3 months``."""
    years, rest = divmod(value, 12)
    parts = [_counted(years, "year")] * bool(years) + [_counted(rest, "month")] * bool(rest or not years)
    return " ".join(parts)


def money(low: float | None, high: float | None = None) -> str:
    """Pay an hour: ``£12.71``, ``£12.71 to £13.50``, ``up to £13.50``."""
    if low is None:
        return f"up to £{high:.2f}" if high is not None else "Not known"
    return f"£{low:.2f} to £{high:.2f}" if high is not None and high != low else f"£{low:.2f}"


def span(low: float | None, high: float | None) -> str:
    """Two bounds: ``16 to 30``, ``up to 30``, ``16 or more``; empty where neither is known."""
    if low is None or high is None or low == high:
        one = low if low is not None else high
        ending = {(True, False): "up to ", (False, True): " or more"}.get((low is None, high is None), "")
        return "" if one is None else f"{ending}{one:g}" if low is None else f"{one:g}{ending}"
    return f"{low:g} to {high:g}"


def long_date(day: date) -> str:
    """A date: ``22 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def yes_no(answer: bool) -> str:
    """Yes or No."""
    return "Yes" if answer else "No"


def _tidy(text: str) -> str:
    return text.replace("_", " ").capitalize()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
