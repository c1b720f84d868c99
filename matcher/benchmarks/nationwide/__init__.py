"""``carematch bench``: everybody against everything on a made-up nation, each thing measured in a process of its own.

    nation ──kept in a folder──▶ a process a part ──figures──▶ report ──▶ terminal, docs/benchmarks.md

A part that fails or takes too long says so, and the others go on. Which module does what:

=============== ========================================================================
`running`       the parts of a scale, one process after the other
`parts`         which parts there are; `child`, what such a process does
`kept`          a nation, and the lists found for it, in a folder
`cost`          seconds and memory of a process
`making`        the nation made
`matching`      our own ways, and the baselines against them; `sampling`, some of the people
`oracle`        the definitions themselves, of a sample of both sides
`growth`        how time grows with both sides
`streaming`     what reading every pair in reach takes at least; `streaming_loops`, compiled
`cold`          how soon a fresh process answers
`others`        single rankings, imports; `workers`, those of Dask
`report`        figures as tables; `machine`, what they were measured on
`section`       tables into ``docs/benchmarks.md``
=============== ========================================================================
"""

from matcher.benchmarks.nationwide.report import report
from matcher.benchmarks.nationwide.running import Outcome, run_parts
from matcher.benchmarks.nationwide.section import write_section

__all__ = ["Outcome", "report", "run_parts", "write_section"]
