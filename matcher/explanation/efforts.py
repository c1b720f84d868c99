"""What may be suggested to a person, and about how much each asks of them: judgements, all in this one place.

Judgement: an effort is in weeks until it is so, or in weeks' worth of rearranging. It orders changes and is never
shown. To say another limit costs less than a week; who works other hours has to arrange the rest of their life anew; a
car has to be found and paid for; a licence is lessons and a wait for the test; a Level 2 is 36 credits, some 300 guided
hours beside work.
"""

from matcher.domain import TravelMode

__all__ = [
    "AVAILABILITY",
    "HOUR_STEPS",
    "LICENCE",
    "LONGER_JOURNEYS",
    "MORE_HOURS",
    "NOT_UNDER_18",
    "OTHER_WAYS",
    "RUNGS",
    "SHORT_COURSE",
    "SHORT_WALK_MINUTES",
    "TAUGHT_IN_DAYS",
    "VEHICLE",
]

LONGER_JOURNEYS = {10: 0.1, 20: 0.2, 30: 0.3}
"""Minutes more each way, and the effort."""

_BICYCLE = (TravelMode.CYCLE, "a bicycle for the journey", 1.0)
OTHER_WAYS = {TravelMode.WALK: ((TravelMode.BUS, "travel by bus", 0.4), _BICYCLE), TravelMode.BUS: (_BICYCLE,)}
"""By how somebody travels now: another way, what it is called, and the effort."""

HOUR_STEPS = (16.0, 20.0, 30.0, 37.5)
MORE_HOURS = (0.5, 0.7)
"""Most hours a week that adverts speak of; and the effort of the next step and of the one after it."""

AVAILABILITY = (
    ("school hours on weekdays", "mon-fri school_hours", 0.6),
    ("weekday evenings", "mon-fri evening", 1.0),
    ("weekday daytimes", "mon-fri day", 1.1),
    ("weekday early shifts", "mon-fri early", 1.2),
    ("weekday mornings from six", "mon-fri 06:00-14:00", 1.3),
    ("weekday late shifts", "mon-fri late", 1.4),
    ("weekend early shifts", "sat-sun early", 1.6),
    ("weekend late shifts", "sat-sun late", 1.8),
    ("weekends", "sat-sun 07:00-22:00", 2.0),
    ("early shifts all week", "mon-sun early", 2.4),
    ("mornings from six all week", "mon-sun 06:00-14:00", 2.5),
    ("late shifts all week", "mon-sun late", 2.6),
    ("sleep-ins", "mon-sun sleep_in", 3.0),
    ("waking nights", "mon-sun waking_night", 5.0),
)
"""What is added to somebody's week: what it is called, the times, and the effort."""

NOT_UNDER_18 = frozenset(
    {
        "early shifts all week",
        "mornings from six all week",
        "sleep-ins",
        "waking nights",
        "weekday daytimes",
        "weekday early shifts",
        "weekday mornings from six",
        "weekends",
    }
)
"""Under 18, ordinarily no work between 22:00 and 6:00 nor over 8 hours a day (Working Time Regulations 1998); school or
training comes first on weekdays. Nor are a licence and a car proposed: at 16 nobody may hold one.
"""

SHORT_WALK_MINUTES = 20
"""Judgement: who will walk no longer than this may have a reason not to cycle, and is not told to."""

TAUGHT_IN_DAYS = (
    "dementia-care",
    "first-aid",
    "food-hygiene",
    "infection-control",
    "medication-administration",
    "moving-and-handling",
    "safeguarding-adults",
)
SHORT_COURSE = 1.0
"""Skills that providers and colleges teach in a day or two with a certificate at its end; and the effort."""

VEHICLE, LICENCE = 8.0, 26.0

RUNGS = (("diploma-care-2", "Level 2 in care", 40.0), ("diploma-care-3", "Level 3 in care", 60.0))
"""The rungs of the care ladder that are suggested: the qualification, what it is called, and the effort."""
