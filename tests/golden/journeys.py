"""The journeys that people were seen to make, planned from what little they say: for a person to read."""

from pathlib import Path

from matcher.domain import Candidate, Pathway
from matcher.engine import Engine
from matcher.importers.demo import DEMO_DAY

JOURNEYS = Path(__file__).with_name("journeys.json")
TEXT = Path(__file__).with_name("journeys.md")

PEOPLE: tuple[tuple[str, str | None, dict[str, object]], ...] = (
    ("A shop assistant, to activities manager", "activities manager",
     {"prior_occupation": "shop assistant", "prior_sector": "retail", "skills": "customer service"}),
    ("A ward housekeeper, to healthcare support worker", "healthcare support worker",
     {"prior_occupation": "ward housekeeper", "experience_months": 8}),
    ("A ward housekeeper, to nursing associate", "nursing associate",
     {"prior_occupation": "ward housekeeper", "experience_months": 8}),
    ("A home carer, to registered manager", "registered manager",
     {"prior_occupation": "home carer", "experience_months": 12}),
    ("Somebody who looked after a relative, to care worker", "care worker", {"prior_sector": "unpaid caring"}),
    ("A volunteer with lived experience, back into paid work", None,
     {"prior_sector": "lived experience; volunteering"}),
    ("A hospital porter, to nurse", "registered nurse", {"prior_occupation": "hospital porter"}),
    ("A student, to nurse", "registered nurse", {"prior_sector": "student"}),
    ("A care worker, to senior", "senior care worker",
     {"prior_occupation": "care assistant", "experience_months": 24}),
    ("A senior care worker with the diploma, to deputy manager", "deputy manager",
     {"prior_occupation": "senior care assistant", "experience_months": 24, "qualifications": "diploma-care-3"}),
    ("An office worker, to care coordinator", "care coordinator", {"prior_sector": "office-admin"}),
    ("Somebody from hotels and pubs, to head chef", "care home head chef",
     {"prior_sector": "hospitality", "skills": "cooking"}),
    ("Somebody of whom nothing is known", None, {}),
)  # fmt: skip


def planned() -> list[tuple[str, list[Pathway]]]:
    """Each heading with its pathways, on the tables that ship."""
    engine = Engine.load()
    return [
        (heading, engine.plan_pathways(Candidate(id="golden", **said), target, as_of=DEMO_DAY))
        for heading, target, said in PEOPLE
    ]


def golden_journeys() -> dict[str, object]:
    """What is compared: names, weeks, pounds and the order of steps."""
    return {
        heading: [
            {
                "name": pathway.name,
                "weeks": round(pathway.weeks, 1),
                "cost_gbp": round(pathway.cost_gbp),
                "earned_gbp": round(pathway.earned_gbp),
                "steps": [[round(step.start_week, 1), round(step.weeks, 1), step.title] for step in pathway.steps],
            }
            for pathway in found
        ]
        for heading, found in planned()
    }


def as_text() -> str:
    """The same as a page to read; written by ``make golden``."""
    lines = ["# Journeys", "", "Written by `make golden` for a person to read; weeks are from the beginning.", ""]
    for heading, found in planned():
        lines += [f"## {heading}", ""]
        for pathway in found:
            money = f"cost £{pathway.cost_gbp:,.0f}, earned £{pathway.earned_gbp:,.0f}"
            lines += [f"**{pathway.name}**: {pathway.weeks:.0f} weeks, {money}", ""]
            lines += [
                f"* week {step.start_week:.0f}, for {step.weeks:.0f}: {step.title}"
                if step.weeks
                else f"* week {step.start_week:.0f}: {step.title}"
                for step in pathway.steps
            ]
            lines.append("")
        lines += [f"Assumed: {' '.join(found[0].assumptions)}", ""]
    return "\n".join(lines)
