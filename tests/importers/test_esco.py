"""ESCO's CSV files read and stored."""

import csv
from pathlib import Path

import pytest

from matcher.errors import FileError
from matcher.geography import SectorGazetteer
from matcher.importers.esco import import_esco, read_esco
from matcher.importers.summary import ImportContext
from matcher.store import Store
from matcher.taxonomy import EscoOccupation, EscoSkill, load_taxonomy, overlay_esco

SKILL = "http://data.europa.eu/esco/skill/"
OCCUPATION = "http://data.europa.eu/esco/occupation/"
FILES = {
    "skills_en.csv": (
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status\r\n"
        f'KSC,{SKILL}aa,skill/competence,cross-sector,clean rooms,"room cleaning\n tidy rooms\nroom cleaning",\r\n'
        f"KSC,{SKILL}bb,,,make beds,,\r\n"
    ),
    "occupations_en.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\r\n"
        f'Occupation,{OCCUPATION}cc,5151,housekeeper,"room maid\nhouse keeper"\r\n'
    ),
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillType,skillUri\r\n"
        f"{OCCUPATION}cc,essential,skill/competence,{SKILL}aa\r\n"
        f"{OCCUPATION}cc,optional,,{SKILL}bb\r\n"
        f"{OCCUPATION}cc,optional,,{SKILL}gone\r\n"
    ),
    "broaderRelationsSkillPillar.csv": (
        f"conceptType,conceptUri,broaderType,broaderUri\r\nKSC,{SKILL}bb,KSC,{SKILL}aa\r\n"
    ),
}


LINKS = (
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\r\n"
    f"{SKILL}aa,skill/competence,{{kind}},knowledge,{SKILL}bb\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    esco = tmp_path / "esco"
    esco.mkdir()
    for name, text in FILES.items():
        (esco / name).write_text(text, encoding="utf-8", newline="")
    return esco


@pytest.fixture
def context(tmp_path: Path) -> ImportContext:
    store = Store(f"sqlite:///{tmp_path / 'carematch.db'}")
    store.migrate()
    return ImportContext(store, load_taxonomy(), SectorGazetteer.load(), tmp_path / "rejects.csv")


def test_alternative_labels_are_read_a_line_each_without_repeats(folder: Path) -> None:
    assert read_esco(folder).skills == (
        EscoSkill(f"{SKILL}aa", "clean rooms", ("room cleaning", "tidy rooms"), "skill/competence", "cross-sector"),
        EscoSkill(f"{SKILL}bb", "make beds"),
    )


def test_occupations_keep_their_isco_group(folder: Path) -> None:
    titles = ("room maid", "house keeper")
    assert read_esco(folder).occupations == (EscoOccupation(f"{OCCUPATION}cc", "housekeeper", titles, "5151"),)


def test_what_is_broader_than_what_is_read(folder: Path) -> None:
    assert read_esco(folder).broader == ((f"{SKILL}bb", f"{SKILL}aa"),)


def test_missing_files_are_all_named(folder: Path) -> None:
    (folder / "skills_en.csv").unlink()
    (folder / "broaderRelationsSkillPillar.csv").unlink()
    with pytest.raises(FileError, match=r"lacks skills_en\.csv and broaderRelationsSkillPillar\.csv"):
        read_esco(folder)


def test_a_file_in_place_of_the_folder_is_refused(folder: Path) -> None:
    with pytest.raises(FileError, match="is not a folder"):
        read_esco(folder / "skills_en.csv")


def test_a_file_in_another_language_is_read(folder: Path) -> None:
    (folder / "skills_en.csv").rename(folder / "skills_fr.csv")
    assert len(read_esco(folder).skills) == 2


def test_a_blank_label_is_refused_with_file_and_row(folder: Path) -> None:
    path = folder / "skills_en.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("make beds", ""), encoding="utf-8")
    with pytest.raises(FileError, match=r"skills_en\.csv, row 3: preferredLabel is blank"):
        read_esco(folder)


def test_a_relation_of_an_unknown_kind_is_refused(folder: Path) -> None:
    path = folder / "occupationSkillRelations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("essential", "handy"), encoding="utf-8")
    with pytest.raises(FileError, match=r"row 2: relationType 'handy' is neither essential nor optional"):
        read_esco(folder)


def test_an_import_stores_what_was_read(folder: Path, context: ImportContext) -> None:
    import_esco(folder, context)
    stored, read = context.store.esco(), read_esco(folder)
    assert stored is not None
    assert (stored.skills, stored.occupations, stored.broader) == (read.skills, read.occupations, read.broader)
    assert set(stored.relations) == set(read.relations[:2])


def test_a_dangling_relation_is_given_back_with_the_reason(folder: Path, context: ImportContext) -> None:
    summary = import_esco(folder, context)
    assert (summary.read, summary.added, summary.rejected) == (6, 5, 1)
    with context.rejects.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["row_number"] == "4"
    assert row["reason"].startswith(f"occupationSkillRelations.csv: ESCO lists no skill {SKILL}gone")


def test_importing_again_changes_nothing(folder: Path, context: ImportContext) -> None:
    import_esco(folder, context)
    again = import_esco(folder, context)
    assert (again.read, again.added, again.updated, again.unchanged) == (6, 0, 0, 5)


def test_links_between_skills_are_read_and_stored_where_they_are_there(folder: Path, context: ImportContext) -> None:
    assert read_esco(folder).links == ()
    (folder / "skillSkillRelations.csv").write_text(LINKS.format(kind="essential"), encoding="utf-8", newline="")
    assert read_esco(folder).links == ((f"{SKILL}aa", f"{SKILL}bb", "essential"),)
    assert import_esco(folder, context).added == 5
    stored = context.store.esco()
    assert stored is not None
    assert stored.links == read_esco(folder).links


def test_a_link_of_an_unknown_kind_is_refused_with_its_row(folder: Path) -> None:
    (folder / "skillSkillRelations.csv").write_text(LINKS.format(kind="perhaps"), encoding="utf-8", newline="")
    with pytest.raises(FileError, match=r"skillSkillRelations\.csv, row 2: relationType 'perhaps'"):
        read_esco(folder)


@pytest.mark.real_data
def test_the_whole_of_esco_lies_under_our_tables(real_data: Path) -> None:
    base = load_taxonomy()
    esco = read_esco(real_data / "esco_v1.1.1")
    laid = overlay_esco(base, esco)
    n_ours = sum(not skill.uri for skill in base.skills)
    assert laid.n_skills == 13_896 + n_ours
    assert laid.n_dangling_relations == 67
    found = {skill.uri: laid.skill(skill.label) for skill in esco.skills if skill.label not in base.skill_index}
    assert [uri for uri, skill in found.items() if skill is None or skill.uri != uri] == []
    assert all(skill.uri in {term.uri for term in esco.skills} for skill in base.skills if skill.uri)
