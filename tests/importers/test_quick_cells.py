"""Postcodes put together from what is known of their sectors, while the gazetteer lets sectors stand in."""

from dataclasses import replace

from matcher.domain import Place
from matcher.geography import SectorGazetteer
from matcher.importers.quick_cells import PostcodeCells

FIRST, SECOND, THIRD = "LS9 7TF", "LS9 7TG", "LS9 7TH"


class Directory(SectorGazetteer):
    """Sectors stand in until a directory is imported, which places every postcode to the metre."""

    is_imported = False

    def stand_in(self, text: str) -> str | None:
        return None if self.is_imported else super().stand_in(text)

    def locate(self, text: str) -> Place:
        return replace(super().locate(text), radius_km=0.0) if self.is_imported else super().locate(text)


def test_postcodes_of_a_known_sector_differ_in_their_names_alone() -> None:
    cells, alone = PostcodeCells(Directory()), PostcodeCells(Directory())
    cells.columns(FIRST)
    cells.columns("LS8 2TG")
    assert cells.columns(SECOND) == alone.columns(SECOND)


def test_an_ending_that_no_postcode_has_is_not_placed_by_its_sector() -> None:
    cells = PostcodeCells(Directory())
    cells.columns(FIRST)
    assert cells.columns("LS9 7")["postcode"] == "LS9 7"


def test_sectors_are_forgotten_when_they_no_longer_stand_in() -> None:
    directory = Directory()
    cells = PostcodeCells(directory)
    cells.columns(FIRST)
    directory.is_imported = True
    cells.foresee([FIRST, THIRD])
    assert cells.columns(FIRST)["place_radius_km"] == 0.0
