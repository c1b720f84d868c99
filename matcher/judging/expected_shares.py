"""What share of an industry's leavers is to be expected to move into care: the observed one, shrunk.

Towards the industry's main activity, its section and what its people's usual skills bring to caring
(`matcher.judging.shrinkage`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.judging.labour_flows import Flow
from matcher.judging.shrinkage import Spread, same, shrunk_shares
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.sic import section_of

__all__ = ["CARING_FAMILIES", "LEFT_OUT", "PERIOD", "SPREAD", "ShrunkFlow", "shrinkage_inputs", "shrunk_flows"]

Floats = NDArray[np.float64]

PERIOD = "2009-2013"

LEFT_OUT: Mapping[str, str] = MappingProxyType({"6820": "probable reclassification of housing associations"})
"""Flows that are not people changing careers; ``data/labour_flows/README.md`` has the reasons, flow by flow."""

CARING_FAMILIES = ("care-worker", "home-care", "live-in", "personal-assistant", "support-worker", "senior-care")
"""Role families that do the caring and supporting itself: most who move into care move there."""

SPREAD = Spread(levels=(0.08, 0.04), lasting=0.125, passing=0.125)
"""Judgement, of variances between sections, main activities and industries, on the log-odds scale.

Fitted by restricted maximum likelihood they are 0.00, 0.03 and 0.27 with the skills, and 0.40, 0.00 and 0.25 without.
That skills explain all that sections have in common may be luck, so some of it stays with sections and activities. Half
of an industry's own part lasts: with much more or less, two simulated periods agree more or less than two real ones do
(rank correlation 0.65). `matcher.judging.affinity_trial` measures what that gains.
"""


@dataclass(frozen=True, slots=True)
class ShrunkFlow:
    """A flow, the prior sector of its people, and the share of leavers it stands for."""

    flow: Flow
    sector: str
    shrunk: float

    @property
    def is_left_out(self) -> bool:
        """Whether its own count was not used."""
        return self.flow.industry in LEFT_OUT


def shrunk_flows(flows: Sequence[Flow], taxonomy: Taxonomy) -> list[ShrunkFlow]:
    """Each flow with the share that is to be expected of its industry again.

    Raises
    ------
    DataError
        An industry without a prior sector.
    """
    beforehand, levels = shrinkage_inputs(flows, taxonomy)
    counts = np.array([flow.n_moves for flow in flows]), np.array([flow.n_leavers for flow in flows])
    counted = np.array([flow.industry not in LEFT_OUT for flow in flows])
    shares = shrunk_shares(counts, beforehand, levels, SPREAD, counted).tolist()
    return [ShrunkFlow(flow, _sector(flow, taxonomy), share) for flow, share in zip(flows, shares, strict=True)]


def shrinkage_inputs(flows: Sequence[Flow], taxonomy: Taxonomy) -> tuple[Floats, list[Floats]]:
    """What the usual skills of each industry's people bring to caring (n,), and which share a section, an activity."""
    families, sectors = list(taxonomy.role_families), list(taxonomy.prior_sectors)
    columns = [families.index(name) for name in CARING_FAMILIES]
    rows = [sectors.index(_sector(flow, taxonomy)) for flow in flows]
    levels = [[section_of(flow.industry) or "" for flow in flows], [flow.main_activity for flow in flows]]
    return taxonomy.carry_over[rows][:, columns].mean(axis=1), [same(level) for level in levels]


def _sector(flow: Flow, taxonomy: Taxonomy) -> str:
    sector = taxonomy.prior_sector(flow.industry)
    if sector is None:
        raise DataError(f"Industry {flow.industry} has no prior sector: add its code to taxonomy/prior_sectors.csv.")
    return sector.id
