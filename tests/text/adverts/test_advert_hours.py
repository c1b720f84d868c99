"""Hours a week."""

import pytest
from reading import read

from matcher.text.adverts.readings import Hours


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("This post is 37.5 hours per week.", 37.5, 37.5),
        ("We have 20 and 30 hours per week available.", 20, 30),
        ("Part time, 16-24 hrs p/w", 16, 24),
        ("Hours: 36 per week", 36, 36),
        ("Hours: 38.5hours", 38.5, 38.5),
        ("Contracted hours - 24", 24, 24),
        ("22hpw", 22, 22),
        ("Full time (41 hours per week), or share the job", 41, 41),
        ("from 12 hrs to 34.5hrs each week, as you like", 12, 34.5),
        ("You will work between 22.5 and 30 hours a week.", 22.5, 30),
        ("3 x 26 per week hour posts", 26, 26),
        ("Full time - 40 hours. Part time - 20 hours.", 20, 40),
        ("Rotas of 43 hours a week (11 hour shifts)", 43, 43),
        ("This is a 30-hour week.", 30, 30),
        ("30 Hours, Permanent", 30, 30),
        ("17 hours a week, term time", 17, 17),
        ("Weekly hours: 33.75", 33.75, 33.75),
        ("36hrs over 4 on 4 off", 36, 36),
        ("Contracts of 16, 24 or 30 hours", 16, 30),
        ("Full time (40) and part time (20) hours available", 20, 40),
        ("Two posts: 30 hours and 22 hours", 22, 30),
        ("2 x 30 hours, 1 x 15 hours", 15, 30),
        ("thirty-six hours per week", 36, 36),
        ("Night shifts of 10 hours, 40 hrs p.w.", 40, 40),
        ("Minimum of 16 hours per week, maximum of 40", 16, 40),
        ("Hours\n\n37.5", 37.5, 37.5),
        ("Hours | 25", 25, 25),
        (
            "A new senior carer post (26.5h) has come up on our top floor, and we would love to fill it soon.",
            26.5,
            26.5,
        ),
        ("This is a part time role of 20 hours over 4 days in our lovely home by the sea near Whitby.", 20, 20),
    ],
)
def test_hours_of_the_post_are_read(text: str, low: float, high: float) -> None:
    hours = read(text).hours
    assert hours is not None
    assert hours.value == Hours(low, high)


@pytest.mark.parametrize(
    "text",
    [
        "We provide 24 hour care.",
        "12 hour shifts",
        "You will work 7.5 hours per day.",
        "24 hours free GP helpline",
        "Full time",
        "Our door is open 24 hours a day",
        "Your training would be 37.5 hours per week for two weeks.",
        "Give us 48 hours notice",
        "You will get 30 hours of training.",
        "Rota over 24 hours",
        "£37.50 per week towards childcare",
        "An advert of 2020: 37 beds",
        "Hours: 8am - 8pm",
        "Hours: 9 - 5",
        "75 hours per fortnight",
    ],
)
def test_other_hours_are_not_those_of_the_post(text: str) -> None:
    assert read(text).hours is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Up to 30 hours per week", None, 30),
        ("At least 16 hours a week", 16, None),
        ("Minimum of 20 hrs p/w", 20, None),
        ("15+ hours per week", 15, None),
        ("0-40 hours per week", None, 40),
    ],
)
def test_a_range_that_is_open_keeps_its_one_bound(text: str, low: float | None, high: float | None) -> None:
    hours = read(text).hours
    assert hours is not None
    assert hours.value == Hours(low, high)


def test_hours_in_the_title_count() -> None:
    hours = read("Join us.", title="Care Assistant - 30 hours").hours
    assert hours is not None
    assert hours.value == Hours(30, 30)


def test_several_posts_give_the_fewest_and_the_most_hours() -> None:
    hours = read("Post A is 37.5 hours a week.\n\nPost B is 20 hours a week.").hours
    assert hours is not None
    assert hours.value == Hours(20, 37.5)


@pytest.mark.parametrize(
    "text", ["We guarantee 16 hours a week.", "16 guaranteed hours", "A 16 hours guaranteed contract"]
)
def test_guaranteed_hours_are_read(text: str) -> None:
    guaranteed = read(text).guaranteed_hours
    assert guaranteed is not None
    assert guaranteed.value == 16


def test_hours_that_a_yearly_figure_is_reckoned_over_are_not_those_of_the_post() -> None:
    draft = read("£24,465 per annum pro rata (37.5 hours full time).\n\nPart time, 22.5 hours per week.")
    assert draft.hours is not None
    assert (draft.hours.value.low, draft.hours.value.high) == (22.5, 22.5)
