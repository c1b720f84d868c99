"""Order and top-k."""

from matcher.ranking.top import ranked_order, top_k

__all__ = ["ranked_order", "top_k"]
