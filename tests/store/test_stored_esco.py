from dataclasses import replace

from matcher.store import Counts, Store
from matcher.taxonomy.esco import EscoOccupation, EscoSkill, EscoTables

TABLES = EscoTables(
    skills=(
        EscoSkill("s/1", "wash people", ("bathe people", "help to wash"), "skill/competence", ""),
        EscoSkill("s/2", "cook"),
    ),
    occupations=(EscoOccupation("o/1", "care worker", ("carer",), "5321"),),
    relations=(("o/1", "s/1", "essential"), ("o/1", "s/2", "optional")),
    broader=(("s/1", "g/1"),),
    links=(("s/1", "s/2", "optional"),),
)


def test_no_esco_is_none(store: Store) -> None:
    assert store.esco() is None


def test_esco_comes_back_as_it_was_stored(store: Store) -> None:
    assert store.upsert_esco(TABLES) == Counts(added=5)
    assert store.esco() == TABLES


def test_esco_again_changes_nothing_and_a_new_label_one_row(store: Store) -> None:
    store.upsert_esco(TABLES)
    assert store.upsert_esco(TABLES) == Counts(unchanged=5)
    renamed = replace(TABLES, occupations=(EscoOccupation("o/1", "carer", ("carer",), "5321"),))
    assert store.upsert_esco(renamed) == Counts(updated=1, unchanged=4)


def test_esco_can_come_in_parts(store: Store) -> None:
    store.upsert_esco(EscoTables(skills=TABLES.skills))
    store.upsert_esco(EscoTables(relations=TABLES.relations[:1]))
    assert store.upsert_esco(EscoTables(relations=TABLES.relations[1:])) == Counts(added=1)
    stored = store.esco()
    assert stored is not None
    assert stored.relations == TABLES.relations
