"""The score of one pair, slowly and obviously, from the records: what the arrays must agree with."""

from collections.abc import Mapping
from datetime import date
from math import floor, inf, sqrt

from sklearn.feature_extraction.text import CountVectorizer

from matcher.domain import (
    Candidate,
    Contract,
    PlaceKind,
    PriorSector,
    Shift,
    TravelMode,
    Vacancy,
    parse_shifts,
    week_mask,
)
from matcher.geography import mode_speed, place_sector
from matcher.scoring import Model
from matcher.taxonomy import Taxonomy
from strategies import AS_OF

MeasuredMinutes = Mapping[tuple[str, str, str], float]

SECURITY = {
    Contract.PERMANENT: 1.0,
    Contract.APPRENTICESHIP: 0.8,
    Contract.FIXED_TERM: 0.6,
    Contract.BANK: 0.4,
    Contract.ZERO_HOURS: 0.3,
}


def oracle_features(
    c: Candidate,
    v: Vacancy,
    taxonomy: Taxonomy,
    model: Model,
    times: MeasuredMinutes | None = None,
    as_of: date = AS_OF,
) -> dict[str, float]:
    occupation = taxonomy.occupations.get(v.occupation or "")
    return {
        "essential_skills": _coverage(c, v, taxonomy, model, "essential", as_of),
        "optional_skills": _coverage(c, v, taxonomy, model, "optional", as_of),
        "travel": _travel(c, v, model, times or {}),
        "shifts": 0.6 * _when(c, v, taxonomy, model) + 0.4 * _hours(c, v, model),
        "contract": SECURITY[v.contract] if v.contract else model.priors["contract"],
        "prior_sector": _prior_sector(c, v, taxonomy, model),
        "experience": _experience(c, v, taxonomy, model, occupation),
        "qualification": _qualification(c, v, taxonomy, model, occupation),
        "pay": _pay(c, v, model),
        "text": _text(c, v, model),
    }


def _sectors(c: Candidate, taxonomy: Taxonomy) -> list[str]:
    occupation = taxonomy.occupations.get(c.prior_occupation or "")
    return list(c.prior_sector or ()) + ([occupation.prior_sector] if occupation and occupation.prior_sector else [])


def _counts(c: Candidate, skill: str, taxonomy: Taxonomy, as_of: date) -> int:
    """What a held skill counts by its evidence, of a hundred."""
    counts = []
    for shown in c.skill_evidence:
        if shown.skill == skill:
            years = 0.0
            if shown.last_used and taxonomy.skill(skill).group not in {
                "values",
                "communication",
                "working-with-others",
            }:
                months = 12 * as_of.year + as_of.month - 12 * shown.last_used.year - shown.last_used.month
                years = months / 12
            faded = 100 if years <= 3 else 70 if years >= 10 else 100 - floor(30 * (round(years * 12) - 36) / 84)
            counts.append(faded * 80 // 100 if shown.kind == "studied" else faded)
    return max(counts, default=100)


def _prior_sector(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model) -> float:
    sectors = [taxonomy.prior_sectors[name] for name in _sectors(c, taxonomy)]
    sectors = [sector for sector in sectors if sector.kind != "lived_experience"]
    if not sectors:
        return model.priors["prior_sector"]
    occupation = taxonomy.occupations.get(v.occupation or "")
    family = v.role_family or (occupation.role_family if occupation else "")
    families = [family] if family else list(taxonomy.role_families)
    carried = max(sum(_carried(s, f, taxonomy) for f in families) / len(families) for s in sectors)
    return (max(s.affinity for s in sectors) + carried) / 2


def _carried(sector: PriorSector, family: str, taxonomy: Taxonomy) -> float:
    whole = covered = 0
    for need in taxonomy.usual_needs(None, family)[0]:
        at = taxonomy.skill_index[need]
        best = max(taxonomy.credits[taxonomy.skill_index[has], at] for has in sector.skills)
        whole += 100 * int(taxonomy.telling[at])
        covered += int(taxonomy.telling[at]) * int(best)
    return min(1.0, 2 * covered / whole) if whole else 0.0


def _coverage(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, kind: str, as_of: date) -> float:
    prior = model.priors[f"{kind}_skills"]
    usual = taxonomy.usual_needs(v.occupation, v.role_family)[0 if kind == "essential" else 1]
    stated = v.essential_skills if kind == "essential" else v.optional_skills
    needs = set(usual if stated is None else stated)
    if not needs:
        return prior if stated is None else 1.0
    brings = set()
    for sector in _sectors(c, taxonomy):
        brings |= set(taxonomy.prior_sectors[sector].skills)
    if c.prior_occupation:
        brings |= set(taxonomy.occupations[c.prior_occupation].essential)
    points = whole = 0
    for need in needs:
        i = taxonomy.skill_index[need]
        credit = 50 if need in brings else 0
        for held in c.skills or ():
            near = int(taxonomy.credits[taxonomy.skill_index[held], i])
            credit = max(credit, near * _counts(c, held, taxonomy, as_of) // 100)
        points += credit * int(taxonomy.telling[i])
        whole += 100 * int(taxonomy.telling[i])
    return points / whole if c.skills is not None else max(points / whole, prior)


def _minutes(km: float, mode: TravelMode, c: Candidate, v: Vacancy, times: MeasuredMinutes) -> float:
    measured = times.get((place_sector(c.place), place_sector(v.place), mode))
    speed = mode_speed(mode)
    estimated = km * speed.detour_factor * 60.0 / speed.speed_kmh + speed.fixed_minutes
    wait = _bus_wait(c, v) if mode == TravelMode.BUS else 0.0
    return (estimated if measured is None else measured) + min(wait, 60.0)


def _bus_wait(c: Candidate, v: Vacancy) -> float:
    any_of = list(v.shifts_any_of or ())
    can = [s for s in any_of if c.shifts is None or s.mask & ~week_mask(c.shifts) == 0]
    best = min([_shift_wait(s) for s in can], default=max([_shift_wait(s) for s in any_of], default=0.0))
    return max([best, *(_shift_wait(s) for s in v.shifts_all_required or ())])


def _shift_wait(shift: Shift) -> float:
    end = shift.day * 48 + shift.start + shift.n_slots
    return max(_odd_hour(shift.day, shift.start / 2, "there"), _odd_hour(end // 48 % 7, end % 48 / 2, "home"))


def _odd_hour(day: int, hour: float, journey: str) -> float:
    """Minutes waited for a bus at an hour of a day, as `data/travel/hours.csv` says in words."""
    is_sunday = day == 6
    first = 8 if is_sunday else 6.5 if journey == "there" else 6
    if hour < first or hour >= 22.5:
        return inf
    if is_sunday or hour >= 19:
        return 15
    return 10 if journey == "there" and hour < 7.5 else 0


def _travel(c: Candidate, v: Vacancy, model: Model, times: MeasuredMinutes) -> float:
    if v.place_kind == PlaceKind.LIVE_IN:
        return 1.0
    if c.place is None or v.place is None:
        return model.priors["travel"]
    km = sqrt((c.place.easting_m - v.place.easting_m) ** 2 + (c.place.northing_m - v.place.northing_m) ** 2) / 1000
    if v.place_kind == PlaceKind.ROUND:
        km = max(0.0, km - v.place.radius_km)
    blurs = [place.radius_km for place in (c.place, v.place) if place.is_approximate]
    if v.place_kind == PlaceKind.ROUND:
        blurs = [c.place.radius_km] if c.place.is_approximate else []
    km = sqrt(km**2 + sum(blur**2 for blur in blurs) / 2)
    drives = c.vehicle is True and c.driving_licence is not False
    ways = {c.travel_mode} if c.travel_mode else {TravelMode.BUS, *([TravelMode.CAR] if drives else [])}
    minutes = min(_minutes(km, mode, c, v, times) for mode in ways | {TravelMode.WALK})
    return 1 / (1 + (minutes / 40) ** 2)


def _when(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model) -> float:
    if c.shifts is None:
        return model.priors["shifts"]
    if not (v.shifts_all_required or v.shifts_any_of):
        return _usually_when(c, v, taxonomy, model)
    free = week_mask(c.shifts)
    shares = []
    if v.shifts_all_required:
        worked = [s for s in v.shifts_all_required if s.mask & ~free == 0]
        shares.append(len(worked) / len(v.shifts_all_required))
    if v.shifts_any_of:
        hours = _hours_of([s for s in v.shifts_any_of if s.mask & ~free == 0])
        needed = min(16.0 if v.hours_min is None else v.hours_min, _hours_of(v.shifts_any_of))
        shares.append(min(1.0, hours / needed) if needed else float(hours > 0))
    return min(shares)


def _usually_when(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model) -> float:
    """Half of the way from the prior to the share of the usual shifts that somebody can work."""
    texts = [taxonomy.occupations[v.occupation].usual_shifts] if v.occupation else []
    texts += [taxonomy.role_families[v.role_family].usual_shifts] if v.role_family else []
    usual = [shift for text in list(filter(None, texts))[:1] for shift in parse_shifts(text, outward=True)]
    if not usual:
        return model.priors["shifts"]
    can = [shift for shift in usual if shift.mask & ~week_mask(c.shifts) == 0]
    return (model.priors["shifts"] + len(can) / len(usual)) / 2


def _hours_of(shifts: list[Shift]) -> float:
    asleep = 336
    return (week_mask(shifts) >> asleep).bit_count() / 2


def _hours(c: Candidate, v: Vacancy, model: Model) -> float:
    kept = 1.0
    if v.guaranteed_hours is not None and c.hours_min:
        kept = min(1.0, v.guaranteed_hours / c.hours_min)
    if v.guaranteed_hours is None and c.hours_min and v.contract in {Contract.ZERO_HOURS, Contract.BANK}:
        kept = 0.0
    gaps = {
        max(0.0, wanted[0] - offered[1], offered[0] - wanted[1])
        for wanted in _ends(c.hours_min, c.hours_max)
        for offered in _ends(v.hours_min, v.hours_max)
    }
    fits = {max(0.0, 1 - gap / 16) for gap in gaps}
    return min(max(model.priors["shifts"], min(fits) * kept), max(fits) * kept)


def _ends(low: float | None, high: float | None) -> set[tuple[float, float]]:
    """The ranges that answers left out could make: the narrowest at either end, and the widest."""
    lows = {low} if low is not None else {0.0, 168.0 if high is None else high}
    highs = {high} if high is not None else {168.0, 0.0 if low is None else low}
    return {(a, b) for a in lows for b in highs if a <= b}


def _experience(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, occupation: object) -> float:
    usual = (occupation.experience_months if occupation else 0) or 0
    asked = usual if v.experience_months is None else v.experience_months
    if asked == 0:
        return 1.0
    former = taxonomy.occupations.get(c.prior_occupation or "")
    sectors = set(c.prior_sector or ())
    in_care = (former is not None and former.role_family) or sectors & {"social-care", "hospitals", "health-community"}
    if in_care or (former is None and "unpaid-caring" in sectors):
        relevance = 1.0
    elif c.prior_occupation is None and c.prior_sector is None:
        return model.priors["experience"]
    else:
        relevance = 0.3
    if c.experience_months is None:
        return model.priors["experience"]
    return min(1.0, c.experience_months * relevance / asked)


def _level(name: str, subject: str, taxonomy: Taxonomy) -> float:
    """What a qualification counts as where one in a subject is asked for."""
    term = taxonomy.qualifications.get(name)
    if term is None:
        return 0
    care = {"care", "health", "leadership"}
    if subject in {term.subject, "general"} or {subject, term.subject} <= care:
        return term.level
    return 1 if term.level >= 2 else 0


def _qualification(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, occupation: object) -> float:
    name = v.qualification if v.qualification is not None else (occupation.qualification if occupation else "")
    asked = taxonomy.qualifications.get(name)
    if asked is None or asked.level == 0:
        return 1.0
    if c.qualifications is None:
        return model.priors["qualification"]
    have = max([_level(q, asked.subject, taxonomy) for q in c.qualifications], default=0)
    return min(1.0, (have + 1) / (asked.level + 1))


def _pay(c: Candidate, v: Vacancy, model: Model) -> float:
    offers = [pay for pay in (v.pay_min_gbp_per_hour, v.pay_max_gbp_per_hour) if pay is not None]
    needed = c.pay_min_gbp_per_hour
    if not offers or needed is None:
        return model.priors["pay"]
    return sum(min(1.0, max(0.0, 1 - (needed - pay) / (0.25 * needed))) for pay in offers) / len(offers)


def _text(c: Candidate, v: Vacancy, model: Model) -> float:
    read = CountVectorizer(ngram_range=(1, 2), stop_words="english", binary=True).build_analyzer()
    said, advert = set(read(c.about or "")), set(read(f"{v.title or ''}\n{v.description or ''}"))
    if not said or not advert:
        return model.priors["text"]
    return min(1.0, len(said & advert) / sqrt(len(said) * len(advert)) / 0.3)
