"""Adverts of care homes and nursing homes, invented, in the makes in which such adverts come; each with its terms."""

from typing import Any

__all__ = ["HOMES"]

# Each: the title, the advert, and what it says. A field that is not named here is one the advert does not state.
HOMES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "care home group, bullets": (
        "Care Assistant - Days",
        """Rosebank House, part of the Larchwood group, is a 48 bed home for older people.

Pay: £12.60-£13.40ph DOE
Hours: 36hrs over 4 on 4 off
Shifts: 8am - 8pm including alternate weekends

About you
• NVQ2 or working towards
• min 1 yr exp in a care home
• No driving needed

Benefits
• Blue Light Card
• £250 refer a friend bonus
• Free enhanced DBS

Closing 30/11, interviews w/c 7/12""",
        {
            "pay": (12.6, 13.4, "hour"), "hours": (36, 36), "shifts": {"days", "weekends", "rota"},
            "qualification": (2, "desirable"), "experience": ("needed", 12), "licence": "not_needed",
            "dbs": "enhanced", "closes": "2026-11-30",
        },
    ),
    "care home, all capitals": (
        "NIGHT CARE ASSISTANT",
        """WE ARE RECRUITING 2 NIGHT CARE ASSISTANTS FOR OUR FRIENDLY HOME
20:00-08:00 WAKING NIGHTS
CONTRACTS OF 24, 36 OR 48 HOURS AVAILABLE
£13.10 PER HOUR
PERMANENT
NO EXPERIENCE NEEDED AS FULL TRAINING IS GIVEN
CALL IN FOR A CHAT""",
        {
            "positions": 2, "shifts": {"waking_nights"}, "hours": (24, 48), "pay": (13.1, 13.1, "hour"),
            "contract": "permanent", "experience": ("not_needed", 0),
        },
    ),
    "small home, one paragraph": (
        "Carer wanted",
        """We are a small family run home by the sea and need a kind carer for 22 hours a week, mornings and some \
evenings, every third weekend. Experience would be lovely but is not essential. We pay £12.75 an hour, up to £13.25 \
inc. weekend enhancement, and you will be on our staff, no agencies and no zero hours contracts.""",
        {
            "hours": (22, 22), "shifts": {"days", "evenings", "weekends"}, "experience": ("desirable", 0),
            "pay": (12.75, 13.25, "hour"),
        },
    ),
    "form with labels above": (
        "Senior Care Assistant",
        """Hours

38.5 per week

Salary

£13.85 per hour

Contract Type

Permanent

Closing date

14 December 2026

What we need

A Level 3 Diploma in Health and Social Care is essential, and at least two years' experience in a care home.""",
        {
            "hours": (38.5, 38.5), "pay": (13.85, 13.85, "hour"), "contract": "permanent", "closes": "2026-12-14",
            "qualification": (3, "needed"), "experience": ("needed", 24),
        },
    ),
    "table of cells": (
        "Housekeeper",
        """Role | Housekeeper
Hours | 25
Pay rate | £12.40 per hour
Days | Monday to Friday, 9.30am - 2.30pm
Contract | Permanent
DBS | Basic DBS check needed

You will keep bedrooms and lounges clean. Previous cleaning experience preferred.""",
        {
            "hours": (25, 25), "pay": (12.4, 12.4, "hour"), "shifts": {"days"}, "contract": "permanent",
            "dbs": "basic", "experience": ("desirable", 0),
        },
    ),
    "nursing home, nurse": (
        "Registered Nurse (RGN/RMN)",
        """£21.50 per hour plus paid breaks | Full time and part time | Days and nights

Willow Court is looking for a registered nurse. You must have a valid NMC PIN and be able to lead a shift. Newly \
qualified nurses are welcome. You will work 12 hour shifts, 7.45am to 8pm or 7.45pm to 8am, on a rolling rota.

Welcome bonus of £1,000.""",
        {
            "pay": (21.5, 21.5, "hour"), "shifts": {"days", "waking_nights", "rota"}, "registration": "nmc-nurse",
        },
    ),
    "activities": (
        "Activities Coordinator",
        """⭐ Do you love to sing, bake and make people smile? ⭐

🕒 30 hours per week, 5 days over 7, incl. alternate weekends
💷 £12.90 per hour
🚗 Driving licence preferred, to take residents out in our minibus
🎓 No qualifications required

A background in care is helpful but we'd rather have enthusiasm!""",
        {
            "hours": (30, 30), "shifts": {"weekends"}, "pay": (12.9, 12.9, "hour"), "licence": "desirable",
            "experience": ("desirable", 0),
        },
    ),
    "cook": (
        "Cook",
        """Alternate weekends, 7.30-2.30 / 2-9.30. 32 hours.

You hold Level 2 Food Hygiene and ideally an NVQ in catering. Experience of cooking for large numbers is a must.
£12.95p/h weekdays, £13.95p/h weekends.""",
        {
            "hours": (32, 32), "shifts": {"days", "evenings", "weekends"}, "pay": (12.95, 12.95, "hour"),
            "qualification": (2, "needed"), "experience": ("needed", 0),
        },
    ),
    "domestic, bank": (
        "Bank Domestic Assistant",
        """As and when required to cover holidays and sickness. Early shifts 7am till 2pm.
Rate of pay: 12.21 per hour. Enhanced DBS (we pay the fee of £62).
Applicants must be aged 18 or over.""",
        {
            "contract": "bank", "shifts": {"days"}, "pay": (12.21, 12.21, "hour"), "dbs": "enhanced",
            "flags": {"age"},
        },
    ),
    "registered manager": (
        "Registered Manager",
        """Salary: £45k - £50k DOE plus bonus of up to £5,000 a year

The home has 36 beds and a rating of Good. You will:

- hold a Level 5 Diploma in Leadership and Management (or RMA)
- have a minimum of 3 years' management experience in a regulated service
- be registered with CQC or ready to apply
- have a full UK driving licence

37.5 hours per week, Monday to Friday, with a share of the on-call rota.
Closing date: midday on Friday 27th November 2026. Interviews: 2nd December.""",
        {
            "pay": (45000, 50000, "year"), "qualification": (5, "needed"), "experience": ("needed", 36),
            "licence": "needed", "hours": (37.5, 37.5), "shifts": {"days", "rota"}, "closes": "2026-11-27",
        },
    ),
    "deputy, maternity cover": (
        "Deputy Manager (Maternity Cover)",
        """A 12 month fixed-term contract to cover maternity leave.
£33,500 per annum for 40 hours a week, of which 24 supernumerary.
NVQ Level 4 or above, plus proven experience of supervising a team.""",
        {
            "contract": "fixed_term", "pay": (33500, 33500, "year"), "hours": (40, 40),
            "qualification": (4, "needed"), "experience": ("needed", 0),
        },
    ),
    "kitchen assistant, students": (
        "Kitchen Assistant",
        """Weekends only, Saturday and Sunday 8am-2pm, 12 hours per week. Ideal for a student.
£12.21 per hour (under 21: £10.00). Basic food hygiene certificate desirable. Must be 16+.""",
        {
            "shifts": {"days", "weekends"}, "hours": (12, 12), "pay": (12.21, 12.21, "hour"),
            "qualification": (2, "desirable"), "flags": {"age"},
        },
    ),
}  # fmt: skip
