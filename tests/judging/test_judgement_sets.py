"""What each judgement set is loaded as, and what our methods are asked."""

from pathlib import Path

import numpy as np
import pytest

from matcher.errors import FileError
from matcher.evaluation import average_precision
from matcher.judging import careers_service, job_titles, related_occupations, sentence_skills, transitions
from matcher.judging.readers import Reader
from matcher.judging.transition_baselines import needs_of

LOADERS = (job_titles.load, sentence_skills.load, related_occupations.load, careers_service.load, transitions.load)


@pytest.mark.parametrize("load", LOADERS)
def test_a_set_that_is_not_there_is_empty(load: object, tmp_path: Path) -> None:
    assert not load(tmp_path)  # type: ignore[operator]


def test_job_titles_without_a_judgement_are_left_out(invented_data: Path) -> None:
    (task,) = job_titles.load(invented_data)
    assert task.queries == {"Cook": "Cook", "Horse_Groom": "Horse Groom"}
    assert len(task.documents) == 4


def test_a_title_that_stands_in_the_corpus_itself_is_a_miss_as_published_and_else_left_out(invented_data: Path) -> None:
    (task,) = job_titles.load(invented_data)
    scores = np.array([[3, 2, 1, 0], [0, 1, 2, 0]], dtype=np.float32)
    published, own_left_out = (judged for _, judged in task.judged(scores))
    assert [average_precision(each) for each in published] == [0.5, 1]
    assert [average_precision(each) for each in own_left_out] == [1, 1]


def test_leaving_the_own_title_out_leaves_the_scores_alone(invented_data: Path) -> None:
    (task,) = job_titles.load(invented_data)
    scores = np.ones((2, 4), dtype=np.float32)
    list(task.judged(scores))
    assert scores.min() == 1


def test_titles_are_compared_in_the_order_of_the_task(invented_data: Path, reader: Reader) -> None:
    (task,) = job_titles.load(invented_data)
    assert job_titles.ours(reader)["carematch"](task).tolist() == [[1, 1, 0, 1], [0, 0, 0, 0]]


def test_a_sentence_has_the_skills_of_all_its_spans_together(invented_data: Path) -> None:
    (task,) = sentence_skills.load(invented_data)
    assert {sentence: len(task.qrels.relevant(sentence)) for sentence in task.queries} == {
        "Make beds and be cheerful": 1,
        "Tidy rooms, then make beds": 2,
    }


def test_a_partition_and_its_part_are_named_by_the_file(invented_data: Path) -> None:
    (task,) = sentence_skills.load(invented_data)
    assert (task.name, task.slices[0].name, task.note) == ("sentence skills (HOUSE)", "validation", "")


def test_labels_that_esco_does_not_list_are_said(invented_data: Path) -> None:
    path = invented_data / "judgements" / "skills" / "house_validation_annotations.csv"
    path.write_text(path.read_text(encoding="utf-8") + "Juggle,Juggle,,juggling\n", encoding="utf-8")
    assert sentence_skills.load(invented_data)[0].note == "Labels that ESCO 1.1.1 does not list, left out: juggling."


def test_skills_that_esco_does_not_list_are_passed_over(invented_data: Path, reader: Reader) -> None:
    (task,) = sentence_skills.load(invented_data)
    scores = sentence_skills.ours(reader)["carematch"](task)
    assert scores.tolist() == [[-np.inf, 1.0, -np.inf]] * 2


def test_an_occupation_is_title_description_and_tasks_as_plain_text(invented_data: Path) -> None:
    (task,) = related_occupations.load(invented_data)
    assert task.queries["29-1141.00"] == "Ward Nurses. Nurse people on wards. Give medicine. Take notes."


def test_only_occupations_with_tasks_are_candidates_and_none_its_own(invented_data: Path) -> None:
    (task,) = related_occupations.load(invented_data)
    assert "51-0002.00" not in task.documents
    scores = np.ones((2, 3), dtype=np.float32)
    assert [len(each.gains) for each in dict(task.judged(scores))[task.slices[0]]] == [2, 2]


def test_a_tier_is_a_grade(invented_data: Path) -> None:
    (task,) = related_occupations.load(invented_data)
    assert task.qrels.grades == {"29-1141.00": {"29-2061.00": 3.0}, "51-0001.00": {"29-1141.00": 1.0}}


def test_the_slice_of_care_holds_occupations_of_care(invented_data: Path) -> None:
    (task,) = related_occupations.load(invented_data)
    assert [part.name for part in task.slices] == ["dev", "dev, care", "dev, care and health"]
    assert task.slices[1].queries == {"29-1141.00"}


def test_related_occupations_are_compared_by_text_and_by_bare_title(
    invented_data: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, list[str]] = {}
    for name in ("compare_texts", "compare_titles"):
        monkeypatch.setattr(reader, name, lambda queries, corpus, name=name: asked.update({name: [*queries, *corpus]}))
    (task,) = related_occupations.load(invented_data)
    for method in related_occupations.ours(reader).values():
        method(task)
    assert asked["compare_titles"] == ["Ward Nurses", "Bakers", "Ward Nurses", "Visiting Nurses", "Bakers"]
    assert asked["compare_texts"][1] == "Bakers. Bake bread. Knead dough."


def test_profiles_are_sliced_by_what_their_name_says(invented_data: Path) -> None:
    (task,) = careers_service.load(invented_data)
    assert {part.name: part.queries for part in task.slices} == {
        "all": None,
        "exact name": {"profile0"},
        "name of another": {"profile1", "profile2"},
        "no such name": {"profile3"},
    }


def test_a_profile_linked_to_what_esco_does_not_list_is_said(invented_data: Path) -> None:
    (task,) = careers_service.load(invented_data)
    assert "profile4" not in task.queries
    assert task.note.startswith("1 of 5 profiles")


def test_a_mark_behind_a_title_is_no_part_of_it(invented_data: Path) -> None:
    (task,) = careers_service.load(invented_data)
    assert task.queries["profile3"] == "Chambermaid"


def test_linked_occupations_are_scored_and_the_others_not_retrieved(invented_data: Path, reader: Reader) -> None:
    (task,) = careers_service.load(invented_data)
    assert careers_service.ours(reader)["carematch"](task)[0].tolist() == [pytest.approx(0.9), -np.inf]


def test_a_file_that_is_no_recipe_is_named(invented_data: Path) -> None:
    (invented_data / "ncs_job_profiles" / "2. JobProfiles1.recipe.json").write_text("{}", encoding="utf-8")
    with pytest.raises(FileError, match=r"2\. JobProfiles1\.recipe\.json is no recipe"):
        careers_service.load(invented_data)


def test_transitions_are_pairs_with_what_people_judged(invented_data: Path) -> None:
    found = transitions.load(invented_data)
    assert list(found) == ["dev"]
    assert found["dev"][0] == transitions.Transition("o/a", "o/b", 4.5)


def test_the_correlation_of_transitions_is_spearmans(invented_data: Path, reader: transitions.TransitionReader) -> None:
    pairs = transitions.load(invented_data)["dev"]
    scores = transitions.scored_transitions(pairs, reader, needs_of([]))
    ours, *simple = transitions.rows_of_transitions("dev", pairs, scores, np.random.default_rng(1))
    assert (ours.n, ours.metric, ours.value) == (3, "Spearman", pytest.approx(1.0))
    assert {row.method for row in simple} == {"IDF coverage", "share of essential skills", "Jaccard"}


def test_without_needs_to_read_our_fit_stands_alone(invented_data: Path, reader: transitions.TransitionReader) -> None:
    pairs = transitions.load(invented_data)["dev"]
    scores = transitions.scored_transitions(pairs, reader)
    assert list(scores) == ["carematch"]
    assert transitions.compared_transitions("dev", pairs, scores, np.random.default_rng(1)) == []


@pytest.mark.parametrize(
    ("load", "file", "row", "message"),
    [
        (job_titles.load, "job_titles/qrels.tsv", "Cook\t0\tClerk\thigh\n", "'high' in column grade is not a number"),
        (
            related_occupations.load,
            "onet/related_occupations_dev.csv",
            "51-0001.00,B,29-2061.00,V,Distant,2\n",
            "'Distant'",
        ),
        (transitions.load, "transitions/crowd_pairs_named_dev.csv", "a,o/a,d,o/d,often\n", "'often'"),
    ],
)
def test_a_judgement_that_cannot_be_read_is_named_with_its_file(
    invented_data: Path, load: object, file: str, row: str, message: str
) -> None:
    path = invented_data / "judgements" / file
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    with pytest.raises(FileError, match=f"{path.name}: .*{message}"):
        load(invented_data)  # type: ignore[operator]


@pytest.mark.real_data
def test_the_real_sets_are_as_large_as_they_are_published(real_data: Path) -> None:
    (titles,) = job_titles.load(real_data)
    assert (len(titles.documents), titles.qrels.n_relevant) == (2_619, 1_300)
    sizes = {task.name: len(task.queries) for task in sentence_skills.load(real_data)}
    assert sizes == {"sentence skills (HOUSE)": 61, "sentence skills (TECH)": 75}
    (related,) = related_occupations.load(real_data)
    assert (len(related.queries), len(related.documents)) == (468, 923)
    (profiles,) = careers_service.load(real_data)
    assert (len(profiles.queries), len(profiles.documents)) == (819, 3_007)
