"""A small folder of judgements, invented, in the shape of the real one; and a reader that knows the answers."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from matcher.domain import Occupation, Skill
from matcher.judging.transition_study import LIKENESSES

SKILL = "http://data.europa.eu/esco/skill/"
OCCUPATION = "http://data.europa.eu/esco/occupation/"
FILES = {
    "judgements/job_titles/queries.tsv": "Cook\tCook\nHorse_Groom\tHorse Groom\nKept_Back\tKept Back\n",
    "judgements/job_titles/corpus_documents.tsv": "Cook\tCook\nChef\tChef\nStable_Hand\tStable Hand\nClerk\tClerk\n",
    "judgements/job_titles/qrels.tsv": "Cook\t0\tChef\t1\nHorse_Groom\t0\tStable_Hand\t1\n",
    "judgements/skills/house_validation_annotations.csv": (
        "sentence,span,sub_span,label\n"
        "Make beds and be cheerful,Make beds,,make beds\n"
        "Make beds and be cheerful,cheerful,,LABEL NOT PRESENT\n"
        '"Tidy rooms, then make beds",Tidy rooms,,clean rooms\n'
        '"Tidy rooms, then make beds",make beds,,make beds\n'
        "Be nice,nice,,UNDERSPECIFIED\n"
    ),
    "judgements/onet/occupation_data.csv": (
        "O*NET-SOC Code,Title,Description\n29-1141.00,Ward Nurses,Nurse people on wards.\n"
        "29-2061.00,Visiting Nurses,Nurse people at home.\n51-0001.00,Bakers,Bake bread.\n51-0002.00,Painters,Paint.\n"
    ),
    "judgements/onet/alternate_titles.csv": ("O*NET-SOC Code,Title,Alternate Title\n51-0001.00,Bakers,Bread Maker\n"),
    "judgements/onet/task_statements.csv": (
        "O*NET-SOC Code,Title,Task\n29-1141.00,Ward Nurses,Give medicine.\n29-1141.00,Ward Nurses,Take notes.\n"
        "29-2061.00,Visiting Nurses,Give medicine.\n51-0001.00,Bakers,Knead dough.\n"
    ),
    "judgements/onet/related_occupations_dev.csv": (
        "O*NET-SOC Code,Title,Related O*NET-SOC Code,Related Title,Relatedness Tier,Index\n"
        "29-1141.00,Ward Nurses,29-2061.00,Visiting Nurses,Primary-Short,1\n"
        "51-0001.00,Bakers,29-1141.00,Ward Nurses,Supplemental,1\n"
    ),
    "judgements/transitions/crowd_pairs_named_dev.csv": (
        "origin,origin_uri,destination,destination_uri,feasibility_1_to_5\n"
        "a,o/a,b,o/b,4.5\na,o/a,c,o/c,1.5\nb,o/b,c,o/c,2.5\n"
    ),
    "labour_flows/moves_into_social_care_2009_2013.csv": (
        "origin_sic2007,origin_activity,origin_main_activity,moves_into_social_care,moves_to_any_other_industry,"
        "share_of_leavers\n8610,Wards,Health,60,200,0.3\n5510,Hotels,Hotels,20,200,0.1\n8010,Guards,Guards,1,300,0.003\n"
    ),
    "judgements/transitions/crowd_9113_unnamed.csv": "\n".join(
        (
            "feasibility," + ",".join(f"similarity_{name}" for name in LIKENESSES),
            *(f"{1 + n / 20},{n / 80},{n % 7 / 7},{n / 80},{n % 5 / 5},{n % 3 / 3}" for n in range(60)),
        )
    )
    + "\n",
    "esco_v1.1.1/skills_en.csv": (
        "conceptUri,preferredLabel,altLabels,skillType,reuseLevel\n"
        f'{SKILL}rooms,clean rooms,"room cleaning\ntidy rooms",,\n{SKILL}beds,make beds,,,\n{SKILL}sing,sing,,,\n'
    ),
    "esco_v1.1.1/occupations_en.csv": (
        "conceptUri,preferredLabel,altLabels,iscoGroup\n"
        f'{OCCUPATION}keeper,housekeeper,"room maid\nlead cleaner",5151\n'
        f"{OCCUPATION}lead,head cleaner,lead cleaner,5151\n"
    ),
    "esco_v1.1.1/occupationSkillRelations.csv": "occupationUri,relationType,skillUri\n",
    "esco_v1.1.1/broaderRelationsSkillPillar.csv": "conceptUri,broaderUri\n",
}
PROFILES = (
    ("Housekeeper", "housekeeper"),
    ("Lead cleaner", "head cleaner"),
    ("Room maid", "head cleaner"),
    ("Chambermaid*", "Housekeeper"),
    ("Astronaut", "astronaut"),
)


def _profile(number: int, title: str, occupation: str) -> dict[str, object]:
    link = f'«c#: await Content.GetContentItemIdByDisplayText("Occupation", "{occupation}")»'
    return {
        "ContentItemId": f"profile{number}",
        "TitlePart": {"Title": title},
        "JobProfile": {"Occupation": {"ContentItemIds": [link]}},
    }


@pytest.fixture
def invented_data(tmp_path: Path) -> Path:
    """The folder."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "ncs_job_profiles").mkdir()
    recipe = {"steps": [{"name": "Content", "data": [_profile(n, *each) for n, each in enumerate(PROFILES)]}]}
    (tmp_path / "ncs_job_profiles" / "1. JobProfiles0.recipe.json").write_text(json.dumps(recipe), encoding="utf-8-sig")
    return tmp_path


@dataclass(frozen=True)
class Linked:
    occupation: Occupation
    score: float


def _same_first_letter(queries: Sequence[str], corpus: Sequence[str]) -> NDArray[np.float32]:
    return np.array([[query[0] == text[0] for text in corpus] for query in queries], dtype=np.float32)


class StubReader:
    """Compares by the first letter, finds every skill that is named, and links everything to the housekeeper."""

    compare_titles: Callable[..., NDArray[np.float32]] = staticmethod(_same_first_letter)
    compare_texts: Callable[..., NDArray[np.float32]] = staticmethod(_same_first_letter)

    def rank_skills(self, text: str, k: int = 10) -> list[tuple[Skill, float]]:
        ours = [(Skill("own", "a skill of ours"), 2.0)]
        beds = [(Skill("beds", "make beds", uri=f"{SKILL}beds"), 1.0)] if "make beds" in text.lower() else []
        return [*ours, *beds][:k]

    def link_occupation(self, title: str, k: int = 5) -> list[Linked]:
        del title
        return [Linked(Occupation("keeper", "housekeeper", uri=f"{OCCUPATION}keeper"), 0.9)][:k]

    def sector_affinity(self, sic_code: str | int) -> float:
        return {"8610": 0.8, "5510": 0.4}.get(str(sic_code), 0.5)

    def transition_fit(self, origin: str, destination: str) -> float:
        return {("o/a", "o/b"): 0.9, ("o/a", "o/c"): 0.1}.get((origin, destination), 0.5)


@pytest.fixture
def reader() -> StubReader:
    return StubReader()
