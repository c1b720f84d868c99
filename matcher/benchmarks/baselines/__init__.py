"""What others would build: everybody matched with everything by well-known libraries, with the whole score.

Both give the lists of `matcher.ranking.everything` to the last bit, or they are no baseline. They look up what kinds of
rows have in common in the same tables as the compiled way, look only at pairs within reach, and sum up in the order of
`matcher.scoring`; each does the rest in the quickest way its library has that we found. They take a made-up nation,
in which every vacancy has a place.
"""

from matcher.benchmarks.baselines.ball_tree import ball_tree_matches
from matcher.benchmarks.baselines.polars_join import polars_matches

__all__ = ["ball_tree_matches", "polars_matches"]
