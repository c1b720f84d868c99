"""A latent space of topics."""

import numpy as np

from matcher.likeness.latent import LatentSpace

TEXTS = [
    "washing dressing resident care",
    "dressing resident meals care",
    "washing meals resident",
    "lorry motorway parcels depot",
    "parcels depot van",
    "lorry van motorway",
    *(f"filler{n} padding{n}" for n in range(6)),
]


def space() -> LatentSpace:
    return LatentSpace.fit(TEXTS, str.split, 2)


def test_texts_about_the_same_things_lie_near_though_they_share_no_word() -> None:
    care, also_care, driving = space().place(["washing", "meals", "lorry"])
    assert care @ also_care > care @ driving


def test_a_text_of_unknown_words_lies_nowhere() -> None:
    assert not space().place(["quasar"]).any()


def test_the_same_texts_give_the_same_space() -> None:
    np.testing.assert_array_equal(space().place(TEXTS), space().place(TEXTS))


def test_few_texts_give_few_axes_and_no_error() -> None:
    assert LatentSpace.fit(TEXTS, str.split, 400).axes.shape[1] <= len(TEXTS)
