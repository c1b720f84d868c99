"""What the tests of the pictures share: pathways that nobody would plan, and boxes around what was drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from matcher.domain import Opens, Pathway, Step, StepKind
from matcher.pathways.pictures.lettering import text_width

NASTY = '<b> & "care" \x0b \ud7ff</svg>'
_WEEKS = st.one_of(st.just(0.0), st.floats(0.01, 600))
_POUNDS = st.floats(0, 100_000)


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float
    said: str = ""

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def step(**said: object) -> Step:
    plain = {"kind": StepKind.TRAIN, "title": "First aid", "weeks": 2.0, "hours_per_week": 4.0, "cost_gbp": 0.0}
    return Step(**(plain | {"gains": (), "clears": (), "source": "us"} | said))  # type: ignore[arg-type]


def pathway(*steps: Step, name: str = "Start soonest") -> Pathway:
    weeks = max((each.start_week + each.weeks for each in steps), default=0.0)
    cost, earned = sum(each.cost_gbp for each in steps), sum(each.earned_gbp for each in steps)
    return Pathway(name, weeks, cost, earned, steps, Opens(1, 2), ("assumed",))


def names() -> st.SearchStrategy[str]:
    return st.one_of(st.just(NASTY), st.text(min_size=1, max_size=120))


def pathways() -> st.SearchStrategy[Pathway]:
    steps = st.builds(
        step,
        kind=st.sampled_from(StepKind),
        title=names(),
        weeks=_WEEKS,
        start_week=_WEEKS,
        cost_gbp=_POUNDS,
        earned_gbp=_POUNDS,
        role=st.sampled_from(["", "care-worker", "porter-who-is-not-there"]),
    )
    return st.builds(lambda all_steps, name: pathway(*all_steps, name=name), st.lists(steps, max_size=8), names())


def parse(svg: str) -> ET.Element:
    for part in (root := ET.fromstring(svg)).iter():  # noqa: S314 - our own picture
        part.tag = part.tag.partition("}")[2]
    return root


def view(root: ET.Element) -> Box:
    return Box(*map(float, root.get("viewBox", "").split()))


def letters(root: ET.Element) -> list[Box]:
    """A box around each line of text, by the widths the pictures reckon with."""
    return [_around(line) for line in root.iter("text")]


def shapes(root: ET.Element) -> Iterator[Box]:
    """A box around each frame, bar and straight line that is drawn; patterns are none."""
    defined = {part for defs in root.iter("defs") for part in defs.iter()}
    for part in root.iter():
        if part in defined or part.get("width") == "100%":
            continue
        if part.tag == "rect":
            x, y, width, height = (float(part.get(name, 0)) for name in ("x", "y", "width", "height"))
            yield Box(x, y, x + width, y + height)
        if part.tag == "line":
            yield Box(*(float(part.get(name, 0)) for name in ("x1", "y1", "x2", "y2")))
        if part.tag == "path":
            for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", part.get("d", "")):
                yield Box(float(x), float(y), float(x), float(y))


def _around(line: ET.Element) -> Box:
    size, said = float(line.get("font-size", 0)), line.text or ""
    x, y, width = float(line.get("x", 0)), float(line.get("y", 0)), text_width(said, size)
    left = x - width * {"middle": 0.5, "end": 1.0}.get(line.get("text-anchor", ""), 0.0)
    return Box(left, y - 0.8 * size, left + width, y + 0.25 * size, said)
