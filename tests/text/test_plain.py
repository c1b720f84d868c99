import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.text.plain import plain_text, without_contacts


@pytest.mark.parametrize(
    "html",
    [
        "<p>One &amp; two</p><p>Three</p>",
        "&lt;p&gt;One &amp;amp; two&lt;/p&gt;&lt;p&gt;Three&lt;/p&gt;",
        "&amp;lt;p&amp;gt;One &amp;amp;amp; two&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Three&amp;lt;/p&amp;gt;",
    ],
    ids=["plain", "escaped", "escaped twice"],
)
def test_paragraphs_survive_however_often_they_were_escaped(html: str) -> None:
    assert plain_text(html) == "One & two\n\nThree"


def test_lists_keep_their_items_and_empty_paragraphs_go() -> None:
    html = "<p>You will:</p><ul><li>cook</li><li>clean</li></ul><p>\u00a0</p><p>Apply</p>"
    assert plain_text(html) == "You will:\n\n- cook\n- clean\n\nApply"


def test_scripts_are_left_out() -> None:
    assert plain_text("<p>Hello</p><script>alert(1)</script><style>p{}</style>") == "Hello"


def test_text_without_html_stays_as_it_is() -> None:
    assert plain_text("Pay < £13 & rising; R&D") == "Pay < £13 & rising; R&D"


@pytest.mark.parametrize(
    "number", ["0113 496 0000", "07700 900123", "+44 7700 900123", "(0113) 496-0000", "01914960000"]
)
def test_telephone_numbers_are_left_out(number: str) -> None:
    assert without_contacts(f"Ring {number}.") == "Ring (number left out)."


def test_addresses_of_e_mail_are_left_out() -> None:
    assert without_contacts("Write to jane.doe@example.co.uk today") == "Write to (address left out) today"


@pytest.mark.parametrize("text", ["£18,005 to £19,337", "07:00-15:00", "2020-11-29", "37.5 hours", "Ref 36397", "0-25"])
def test_figures_that_are_no_telephone_numbers_stay(text: str) -> None:
    assert without_contacts(text) == text


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_html(text: str) -> None:
    assert "\n\n\n" not in plain_text(text)


def test_the_cells_of_a_row_stand_apart_on_one_line() -> None:
    table = "<table><tr><th>Hours</th><td>37.5</td></tr><tr><td>Pay</td><td></td><td>£12.71</td></tr></table>"
    assert plain_text(table) == "Hours | 37.5\n\nPay | £12.71"
