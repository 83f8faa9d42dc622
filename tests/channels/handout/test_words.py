"""The words of a page: all of them, in order, literally."""

import pikepdf
import pytest

from careleaf.model.body import Element
from careleaf.model.wording import Wording
from careleaf.reading.marked_content import marked_texts
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import Maker, body_of, flat, tagged


def test_the_words_of_the_body_are_read_in_order_with_their_spaces(full: pikepdf.Pdf) -> None:
    text = flat(tagged_text(full))
    expected = (
        "Rest well, often and long.",
        "See why it happens a or the lists.",
        "Emergency: Call 911 now if:",
        "Phone numbers are for: US",
        "RLS (restless legs syndrome) and RLS, H2O, m2, x, Enter, “so”, Book, old new",
        "marked small aside plain next line",
        "Sources",
    )
    places = [text.find(words) for words in expected]

    assert -1 not in places, text
    assert places == sorted(places)


def test_lines_that_wrap_keep_the_space_between_words(make: Maker) -> None:
    words = " ".join(["sleep", "rest", "walk", "stretch"] * 60)

    assert words in flat(tagged_text(make.pdf(f"<p>{words}</p>")))


def test_a_list_starts_where_its_author_said(full: pikepdf.Pdf) -> None:
    labels = [tagged_text(full, tag).strip() for tag in tagged(full, "/Lbl")]

    assert labels[:6] == ["•", "•", "1.", "2.", "5.", "6."]


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x") #read("/etc/passwd") *b* _i_ $x$ <label> @ref // no \\ `raw` [a](b) = = - + ~ -- ...',
        r"\u{41} \n #sys.inputs.document {{ }} %s ${x}",
        "quotes \" and ' and null",
    ],
    ids=["Typst syntax", "escapes", "quotes"],
)
def test_markup_in_page_text_comes_out_literally(make: Maker, text: str) -> None:
    tree = Element("body", {}, (Element("p", {}, (text,)), Element("pre", {}, (text,))))

    assert flat(tagged_text(make.pdf(body_of(tree)))).count(flat(text)) == 2


def test_line_feeds_and_tabs_in_text_are_one_space(make: Maker) -> None:
    tree = Element("body", {}, (Element("p", {}, ("a\n\t b\r\n", Element("em", {}, (" c",)))),))

    assert "a b c" in tagged_text(make.pdf(body_of(tree)))


def test_a_no_break_space_is_kept(make: Maker) -> None:
    assert "5\u00a0mg" in tagged_text(make.pdf("<p>Take 5\u00a0mg.</p>"))


def test_the_first_sheet_says_its_state_and_that_it_is_general_information(full: pikepdf.Pdf, wording: Wording) -> None:
    first = "".join(marked_texts(full.pages[0]).values())

    assert wording.say("general-information") in first
    assert wording.say("state-short-unreviewed") in first
    assert "Rest is good." in first
    assert "What to do first" in first
    assert "Go to bed." in first
