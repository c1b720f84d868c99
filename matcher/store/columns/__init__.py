"""Stored candidates and vacancies in columns, as ranking reads them, without a record for each.

Rows are read in chunks (`chunks`), and a chunk column by column: numbers as they are (`fields`), places row by row
(`places`), skills once for each name and piece of evidence (`skills`), and everything else once for each thing that is
said (`distinct`), by the very functions that make columns of records. `candidates` and `vacancies` say which column is
read how; `loading` puts the chunks together.
"""

from matcher.store.columns.loading import candidate_columns, candidate_places, vacancy_columns

__all__ = ["candidate_columns", "candidate_places", "vacancy_columns"]
