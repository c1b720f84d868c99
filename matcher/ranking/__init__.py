"""Order and top-k; records that carry their columns from one ranking to the next."""

from matcher.ranking.kept import Kept
from matcher.ranking.stock import InColumns, Making
from matcher.ranking.top import first_ranked, places_by_id, ranked_order, top_k

__all__ = ["InColumns", "Kept", "Making", "first_ranked", "places_by_id", "ranked_order", "top_k"]
