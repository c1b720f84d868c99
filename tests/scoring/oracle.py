"""The score of one pair, slowly and obviously, from the records: what the arrays must agree with."""

from math import sqrt

from sklearn.feature_extraction.text import CountVectorizer

from matcher.domain import Candidate, Contract, PlaceKind, Shift, TravelMode, Vacancy, week_mask
from matcher.geography import mode_speed
from matcher.scoring import Model
from matcher.taxonomy import Taxonomy

SECURITY = {
    Contract.PERMANENT: 1.0,
    Contract.APPRENTICESHIP: 0.8,
    Contract.FIXED_TERM: 0.6,
    Contract.BANK: 0.4,
    Contract.ZERO_HOURS: 0.3,
}


def oracle_features(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model) -> dict[str, float]:
    occupation = taxonomy.occupations.get(v.occupation or "")
    return {
        "essential_skills": _coverage(c, v, taxonomy, model, "essential"),
        "optional_skills": _coverage(c, v, taxonomy, model, "optional"),
        "travel": _travel(c, v, model),
        "shifts": 0.6 * _when(c, v, model) + 0.4 * _hours(c, v, model),
        "contract": SECURITY[v.contract] if v.contract else model.priors["contract"],
        "prior_sector": max(
            (taxonomy.prior_sectors[s].affinity for s in _sectors(c, taxonomy)), default=model.priors["prior_sector"]
        ),
        "experience": _experience(c, v, taxonomy, model, occupation),
        "qualification": _qualification(c, v, taxonomy, model, occupation),
        "pay": _pay(c, v, model),
        "text": _text(c, v, model),
    }


def _sectors(c: Candidate, taxonomy: Taxonomy) -> list[str]:
    occupation = taxonomy.occupations.get(c.prior_occupation or "")
    return list(c.prior_sector or ()) + ([occupation.prior_sector] if occupation and occupation.prior_sector else [])


def _coverage(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, kind: str) -> float:
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
            credit = max(credit, int(taxonomy.credits[taxonomy.skill_index[held], i]))
        points += credit * int(taxonomy.telling[i])
        whole += 100 * int(taxonomy.telling[i])
    return points / whole if c.skills is not None else max(points / whole, prior)


def _minutes(km: float, mode: TravelMode) -> float:
    speed = mode_speed(mode)
    return km * speed.detour_factor * 60.0 / speed.speed_kmh + speed.fixed_minutes


def _travel(c: Candidate, v: Vacancy, model: Model) -> float:
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
    mode = c.travel_mode or (TravelMode.CAR if drives else TravelMode.BUS)
    minutes = min(_minutes(km, mode), _minutes(km, TravelMode.WALK))
    return 1 / (1 + (minutes / 40) ** 2)


def _when(c: Candidate, v: Vacancy, model: Model) -> float:
    if c.shifts is None or not (v.shifts_all_required or v.shifts_any_of):
        return model.priors["shifts"]
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


def _hours_of(shifts: list[Shift]) -> float:
    asleep = 336
    return (week_mask(shifts) >> asleep).bit_count() / 2


def _hours(c: Candidate, v: Vacancy, model: Model) -> float:
    kept = 1.0
    if v.guaranteed_hours is not None and c.hours_min:
        kept = min(1.0, v.guaranteed_hours / c.hours_min)
    if None in {c.hours_min, c.hours_max, v.hours_min, v.hours_max}:
        return model.priors["shifts"]
    gap = max(0.0, c.hours_min - v.hours_max, v.hours_min - c.hours_max)
    return max(0.0, 1 - gap / 16) * kept


def _experience(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, occupation: object) -> float:
    usual = (occupation.experience_months if occupation else 0) or 0
    asked = usual if v.experience_months is None else v.experience_months
    if asked == 0:
        return 1.0
    former = taxonomy.occupations.get(c.prior_occupation or "")
    in_care = former is not None and former.role_family
    if in_care or set(c.prior_sector or ()) & {"social-care", "hospitals", "health-community", "unpaid-caring"}:
        relevance = 1.0
    elif c.prior_occupation is None and c.prior_sector is None:
        return model.priors["experience"]
    else:
        relevance = 0.3
    if c.experience_months is None:
        return model.priors["experience"]
    return min(1.0, c.experience_months * relevance / asked)


def _level(name: str, taxonomy: Taxonomy) -> float:
    term = taxonomy.qualifications.get(name)
    if term is None:
        return 0
    return max(0, term.level - (0 if term.subject in {"care", "health", "leadership"} else 1))


def _qualification(c: Candidate, v: Vacancy, taxonomy: Taxonomy, model: Model, occupation: object) -> float:
    name = v.qualification if v.qualification is not None else (occupation.qualification if occupation else "")
    asked = _level(name, taxonomy)
    if asked == 0:
        return 1.0
    if c.qualifications is None:
        return model.priors["qualification"]
    have = max([_level(q, taxonomy) for q in c.qualifications], default=0)
    return min(1.0, (have + 1) / (asked + 1))


def _pay(c: Candidate, v: Vacancy, model: Model) -> float:
    offered = v.pay_max_gbp_per_hour or v.pay_min_gbp_per_hour
    needed = c.pay_min_gbp_per_hour
    if offered is None or needed is None:
        return model.priors["pay"]
    return min(1.0, max(0.0, 1 - (needed - offered) / (0.25 * needed)))


def _text(c: Candidate, v: Vacancy, model: Model) -> float:
    read = CountVectorizer(ngram_range=(1, 2), stop_words="english", binary=True).build_analyzer()
    said, advert = set(read(c.about or "")), set(read(f"{v.title or ''}\n{v.description or ''}"))
    if not said or not advert:
        return model.priors["text"]
    return min(1.0, len(said & advert) / sqrt(len(said) * len(advert)) / 0.3)
