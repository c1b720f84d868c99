"""Everybody matched with everything that is stored, part after part, on one machine or on many.

::

    places ──split──▶ parts of neighbours ──match_part──▶ part files ──best_of──▶ one file
                                   ▲
                 their columns, and the vacancies that any of them may reach

A part is matched the same wherever it is; what it found is kept in a file of its own, written whole or not at all. So a
run can be stopped by anything and goes on with the parts that are missing. Which module does what:

=============== ========================================================================
`whole`         a run from beginning to end; `asked`, what is asked of it and what it tells
`plan`          who is matched, in which parts; `mark`, what the run is known by again
`splitting`     people split into parts of neighbours
`part`          one part matched
`here`          parts matched on this machine, the next read meanwhile
`cluster`       parts matched by the workers of a Dask cluster (`connecting`); `errands`, what those do
`sources`       where the columns of a part come from: the database, or files
`folder`        the folder of a run, `part_files` in it; `durable`, files written whole or not at all
`merging`       lists of parts merged into those of the whole; `assembling`, chunk by chunk
`writing`       the one file, Parquet or CSV
=============== ========================================================================
"""
