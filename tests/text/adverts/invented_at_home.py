"""Adverts of home care, live-in care, supported living and families, invented; each with its terms."""

from typing import Any

__all__ = ["AT_HOME"]

AT_HOME: dict[str, tuple[str, str, dict[str, Any]]] = {
    "home care, rounds": (
        "Home Care Worker",
        """Must drive, own car, business insurance.

Morning run 7am-2pm, tea and bed run 4pm-10pm, alternate weekends.
£13.20 per hour weekdays / £14.20 per hour weekends + 45p per mile.
Guaranteed contracts of 16, 24 or 30 hours. Enhanced DBS check paid for by us.

No previous experience necessary, just a caring nature.""",
        {
            "licence": "needed", "vehicle": "needed", "shifts": {"days", "evenings", "weekends"},
            "pay": (13.2, 13.2, "hour"), "hours": (16, 30), "dbs": "enhanced", "experience": ("not_needed", 0),
        },
    ),
    "home care, walkers": (
        "Care worker (walking round)",
        """You do not need a car: our town round is done on foot.
Zero hours contract. Breakfast, lunch and tea visits. £12.71/h.
Experience: 6 months (preferred)""",
        {
            "licence": "not_needed", "vehicle": "not_needed", "contract": "zero_hours",
            "pay": (12.71, 12.71, "hour"), "shifts": {"days"}, "experience": ("desirable", 0),
        },
    ),
    "job board form": (
        "Support Worker",
        """Job Types: Full-time, Permanent
Pay: £12.60-£13.00 per hour
Expected hours: 37.5 per week

Schedule:
- Day shift
- Night shift
- Weekend availability

Experience:
- Care: 1 year (preferred)

Licence/Certification:
- Driving Licence (required)

Application deadline: 05/12/2026""",
        {
            "contract": "permanent", "pay": (12.6, 13, "hour"), "hours": (37.5, 37.5),
            "shifts": {"days", "waking_nights", "weekends"}, "experience": ("desirable", 0), "licence": "needed",
            "closes": "2026-12-05",
        },
    ),
    "supported living": (
        "Support Worker - Learning Disabilities",
        """You will support three men in their shared house. It's a rota of early shifts (7am-3pm), late shifts \
(2pm-10pm) and two sleep-ins a week, with one weekend in two.

£12.80 per hour, and sleep-ins paid at £60. 35 to 39 hours a week. QCF3 or above desirable. A driver would be an \
advantage as we have a house car.""",
        {
            "shifts": {"days", "evenings", "sleep_ins", "weekends", "rota"}, "pay": (12.8, 12.8, "hour"),
            "hours": (35, 39), "qualification": (3, "desirable"), "licence": "desirable",
        },
    ),
    "live-in agency": (
        "Live-in Carer",
        """Earn from £850 per week. Two weeks on, two weeks off. All travel costs paid.
At least six months' UK care experience, fluent English, right to work.
You must hold a full driving licence; a car is provided by the client.""",
        {
            "pay": (850, None, "week"), "shifts": {"rota"}, "experience": ("needed", 6), "licence": "needed",
            "vehicle": "not_needed",
        },
    ),
    "council re-ablement": (
        "Reablement Support Worker",
        """Grade D, £24,790 - £26,403 per annum pro rata
Part time, 25 hours per week, permanent
Working Monday to Sunday between 7am and 10pm on a three week rota

Essential: NVQ Level 2 in Health and Social Care, or willing to complete it within the first year. \
Full driving licence and access to a vehicle insured for business use.
Desirable: experience of working with older people.

This post is subject to an enhanced DBS check with adults' barred list. Closing date 6 December 2026 at midnight; \
interviews week commencing 14 December.""",
        {
            "pay": (24790, 26403, "year"), "hours": (25, 25), "contract": "permanent",
            "shifts": {"days", "evenings", "weekends", "rota"}, "qualification": (2, "desirable"),
            "licence": "needed", "vehicle": "needed", "experience": ("desirable", 0), "dbs": "enhanced_barred",
            "closes": "2026-12-06",
        },
    ),
    "personal assistant for a family": (
        "Female PA wanted",
        """Hi, I'm Jo, I'm 23 and use a wheelchair. I'm looking for a female PA to help me at home and at college. \
15 hours a week, weekday mornings 7-9.30 and Thursday afternoons. £13 an hour through direct payments. You need to \
drive as you'd use my adapted van. I don't mind if you've not done this before.""",
        {
            "flags": {"sex"}, "hours": (15, 15), "shifts": {"days"}, "pay": (13, 13, "hour"), "licence": "needed",
        },
    ),
    "waking nights for a child": (
        "Waking Night Carer",
        """20:00–08:00 waking, Friday and Saturday nights, at our family home. £16.50ph. You must be trained in \
tracheostomy care, with 12+ months experience with ventilated children. Non-drivers welcome.""",
        {
            "shifts": {"waking_nights", "weekends"}, "pay": (16.5, 16.5, "hour"), "experience": ("needed", 12),
            "licence": "not_needed",
        },
    ),
    "charity, pro rata": (
        "Community Support Worker",
        """£24k pro rata (21 hours per week, so £13,440 actual). Fixed term until 31 March 2028.
You'll hold, or be working towards, a Level 3 Diploma in Care. Some evening work.
We would welcome people with lived experience of mental ill health.
Applications by noon on 4 December please.""",
        {
            "pay": (24000, 24000, "year"), "hours": (21, 21), "contract": "fixed_term",
            "qualification": (3, "desirable"), "shifts": {"evenings"}, "closes": "2026-12-04",
        },
    ),
    "care co-ordinator": (
        "Care Coordinator",
        """Office based, Monday - Friday 9-5 with one weekend in four on call. £26,000 per year. 37.5 hrs.
You need experience of rostering in domiciliary care (min. 1 year) and a car for visits.""",
        {
            "shifts": {"days", "weekends"}, "pay": (26000, 26000, "year"), "hours": (37.5, 37.5),
            "experience": ("needed", 12), "licence": "needed", "vehicle": "needed",
        },
    ),
    "relief worker": (
        "Relief Support Worker",
        """Join our relief team and choose the shifts you want: days, evenings, weekends and sleep-ins. £12.30 hourly.
SVQ2 or above an advantage. PVG membership required; you'll register with the SSSC within six months.""",
        {
            "contract": "bank", "shifts": {"days", "evenings", "weekends", "sleep_ins"},
            "pay": (12.3, 12.3, "hour"), "qualification": (2, "desirable"), "dbs": "enhanced_barred",
            "registration": "sssc",
        },
    ),
    "apprentice": (
        "Apprentice Care Worker",
        """A 15 month apprenticeship. 30 hours a week including day release. £7.55 per hour.
You will need GCSE English and maths at grade 3 or above. You'll complete your Care Certificate and Level 2 with us.
Minimum age 18 due to the hours of work.""",
        {
            "contract": "apprenticeship", "hours": (30, 30), "pay": (7.55, 7.55, "hour"),
            "qualification": (1, "needed"), "flags": {"age"},
        },
    ),
    "agency, ad hoc": (
        "HCA",
        """🚨 HCAs needed NOW in the Leeds area 🚨 £13.50 - £19.00 per hour 🚨 Days, nights & weekends 🚨 \
6+ months recent UK experience essential ✅ Enhanced DBS on the update service ✅ \
Own transport preferred ✅ Weekly pay""",
        {
            "pay": (13.5, 19, "hour"), "shifts": {"days", "waking_nights", "weekends"}, "experience": ("needed", 6),
            "dbs": "enhanced", "vehicle": "desirable",
        },
    ),
}  # fmt: skip
