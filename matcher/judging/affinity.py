"""How readily people of each industry move into care: ``python -m matcher.judging.affinity`` writes the tables.

They come from the moves of 2009 to 2013 in ``CAREMATCH_REAL_DATA`` (`matcher.judging.expected_shares`) and go to
``data/labour_flows``, where judged rows stay as they are.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from matcher.judging.expected_shares import LEFT_OUT, PERIOD, ShrunkFlow, shrunk_flows
from matcher.judging.labour_flows import load
from matcher.packaged import data_path, read_table
from matcher.taxonomy import load_taxonomy
from matcher.taxonomy.sic import SECTIONS, section_of

__all__ = ["industry_rows", "sector_rows", "write_tables"]

INDUSTRY_TABLE, SECTOR_TABLE = "industry_affinity.csv", "sector_affinity.csv"

_ENOUGH_LEAVERS = 1000
"""Judgement: from so many leavers on, a figure has confidence B."""

_JUDGED = "judgement: mean of its divisions' prior sectors"


def industry_rows(shrunk: Sequence[ShrunkFlow], judged: Mapping[str, float]) -> Iterator[dict[str, object]]:
    """Rows of ``industry_affinity.csv``: each industry, then the groups, divisions and sections that hold some.

    A section without flows takes the mean of its divisions, `judged` by their prior sectors.
    """
    whole = _whole(shrunk)
    for each in shrunk:
        flow = each.flow
        label = f"{flow.main_activity}: {flow.activity}"
        yield _industry_row(flow.industry, label, [each], whole, _treatment(each))
    for code in sorted({part for each in shrunk for part in _wider(each.flow.industry)}):
        members = [each for each in shrunk if code in _wider(each.flow.industry)]
        yield _industry_row(code, "", members, whole, "mean of its industries by leavers")
    for section in sorted(set(SECTIONS) - {section_of(each.flow.industry) for each in shrunk}):
        mean = np.mean([judged[f"{division:02d}"] for division in SECTIONS[section]])
        yield {"sic2007": section, "affinity": f"{mean:.3f}", "basis": _JUDGED}


def sector_rows(shrunk: Sequence[ShrunkFlow], shipped: Iterable[Mapping[str, str]]) -> Iterator[dict[str, object]]:
    """Rows of ``sector_affinity.csv``: those of sectors with flows made anew, the judged ones as they are."""
    whole = _whole(shrunk)
    for row in shipped:
        members = [each for each in shrunk if each.sector == row["id"]]
        yield _sector_row(row["id"], members, whole) if members else dict(row)


def write_tables(real_data: Path, folder: Path) -> None:
    """Write both tables.

    Raises
    ------
    FileError
        The flows cannot be read.
    """
    taxonomy = load_taxonomy()
    shrunk = shrunk_flows(load(real_data)[PERIOD], taxonomy)
    sectors = list(sector_rows(shrunk, read_table("labour_flows", SECTOR_TABLE)))
    _write(folder / SECTOR_TABLE, ("id", "affinity", "basis", "confidence"), sectors)
    affinities = {str(row["id"]): float(str(row["affinity"])) for row in sectors}
    judged = {code: affinities[name] for name, sector in taxonomy.prior_sectors.items() for code in sector.sic2007}
    columns = ("sic2007", "label", "leavers", "moves_into_care", "shrunk_share", "affinity", "basis")
    _write(folder / INDUSTRY_TABLE, columns, industry_rows(shrunk, judged))


def main() -> None:
    """Make the tables from the data that the settings name."""
    folder = os.environ.get("CAREMATCH_REAL_DATA")
    if not folder:
        raise SystemExit("CAREMATCH_REAL_DATA names no folder of real data: set it.")
    write_tables(Path(folder), data_path("labour_flows"))


def _whole(shrunk: Iterable[ShrunkFlow]) -> float:
    """Of all leavers of the industries counted, the share that moved into care."""
    counted = [each.flow for each in shrunk if each.flow.is_published and not each.is_left_out]
    return sum(flow.n_moves for flow in counted) / sum(flow.n_leavers for flow in counted)


def _share(members: Sequence[ShrunkFlow]) -> float:
    return float(np.average([each.shrunk for each in members], weights=[each.flow.n_leavers for each in members]))


def _affinity(share: float, whole: float) -> str:
    """``p / (p + p0)``: 0 where nobody moves, 0.5 at the average, towards 1 above it."""
    return f"{share / (share + whole):.3f}"


def _wider(industry: str) -> set[str]:
    """The group, the division and the section; not those that hold care itself (8810, 8899)."""
    return {industry[:3], industry[:2], str(section_of(industry))} - {"88", "889"}


def _treatment(each: ShrunkFlow) -> str:
    if each.is_left_out:
        return f"left out: {LEFT_OUT[each.flow.industry]}"
    return "counted" if each.flow.is_published else "few (under 10)"


def _industry_row(code: str, label: str, members: Sequence[ShrunkFlow], whole: float, basis: str) -> dict[str, object]:
    published = [each.flow.n_moves for each in members if each.flow.is_published]
    return {
        "sic2007": code,
        "label": label,
        "leavers": f"{sum(each.flow.n_leavers for each in members):.0f}",
        "moves_into_care": f"{sum(published):.0f}" if published else "few",
        "shrunk_share": f"{_share(members):.4f}",
        "affinity": _affinity(_share(members), whole),
        "basis": basis,
    }


def _sector_row(name: str, members: Sequence[ShrunkFlow], whole: float) -> dict[str, object]:
    share = _share(members)
    n_leavers = sum(each.flow.n_leavers for each in members)
    counted = [each.flow for each in members if not each.is_left_out]
    if counted:
        n_moves = sum(flow.n_moves for flow in counted if flow.is_published)
        industries = f"{len(members)} industr{'y' if len(members) == 1 else 'ies'}"
        basis = f"observed {PERIOD}: {n_moves:.0f} of {n_leavers:.0f} leavers ({industries}); shrunk share {share:.4f}"
    else:
        codes = ", ".join(each.flow.industry for each in members)
        basis = f"observed flow left out ({codes}); from the skills it brings: share {share:.4f}"
    confidence = "B" if counted and n_leavers >= _ENOUGH_LEAVERS else "C"
    return {"id": name, "affinity": _affinity(share, whole), "basis": basis, "confidence": confidence}


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
