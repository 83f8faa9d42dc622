"""What an edition looks like: sizes, inks, the code, and what a leaflet has to say."""

import io

import pikepdf
import pytest
import zxingcpp

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.document import Contents, handout_data
from careleaf.channels.handout.help import help_for
from careleaf.channels.handout.makeup import Makeup
from careleaf.model.clinic import Clinic
from careleaf.model.handout import Edition, HandoutPolicy, Paper
from careleaf.model.wording import Wording
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import (
    EVERY_CONSTRUCT,
    SVG,
    Maker,
    failures,
    flat,
    make_library,
    make_page,
    views_of,
)
from tests.channels.handout.sheets import contrasts, letters_off_the_sheet, pictures_of, text_heights

LARGE = Makeup(Edition.LARGE_PRINT)
CARDS = """
<section class="care-card" data-level="emergency"><h3>Call 911 now if:</h3>
<ul><li>you cannot breathe</li></ul></section>
<section class="care-card" data-level="routine"><h3>Make an appointment if:</h3><p>you sleep badly</p></section>
"""


def test_large_print_is_large_and_dark(make: Maker) -> None:
    pdf = render_pdf(make.data(EVERY_CONSTRUCT, LARGE))
    heights = text_heights(pdf)

    assert max(heights, key=lambda height: heights[height]) == 18
    assert min(heights) >= 11.5  # the raised numbers of sources
    assert min(contrasts(pdf)) >= 7


def test_all_text_is_dark_enough(make: Maker) -> None:
    assert min(contrasts(render_pdf(make.data(EVERY_CONSTRUCT)))) >= 4.5


def test_large_print_has_one_column_and_a_wide_table_gets_the_width_of_the_sheet(make: Maker) -> None:
    wide = "<table><tr>" + "<th>Head</th>" * 5 + "</tr></table>"

    assert make.data("<p>x</p>")["columns"] == 2
    assert make.data("<p>x</p>", LARGE)["columns"] == 1
    assert make.data(wide)["columns"] == 1


@pytest.mark.parametrize("edition", list(Edition))
def test_no_letter_hangs_over_the_edge(make: Maker, edition: Edition) -> None:
    assert letters_off_the_sheet(render_pdf(make.data(EVERY_CONSTRUCT, Makeup(edition)))) == []


@pytest.mark.parametrize("edition", list(Edition))
def test_the_code_on_the_sheet_leads_to_what_became_of_the_version(make: Maker, edition: Edition) -> None:
    data = make.data(EVERY_CONSTRUCT, Makeup(edition))
    found = [code.text for sheet in pictures_of(render_pdf(data)) for code in zxingcpp.read_barcodes(sheet)]

    assert found == [f"https://health.example.org/en/v/{data['chapters'][0]['version']}/"]  # type: ignore[index]


def test_a_topic_has_a_code_for_each_page(make: Maker) -> None:
    data = make.topic(make_page("<p>a</p>"), make_page("<p>b</p>", "causes", "Causes"))
    found = [code.text for sheet in pictures_of(render_pdf(data), 3) for code in zxingcpp.read_barcodes(sheet)]

    assert sorted(found) == sorted(chapter["address"] for chapter in data["chapters"])  # type: ignore[attr-defined]
    assert len(set(found)) == 2


def test_a_site_without_an_address_prints_the_version_and_no_code(make: Maker) -> None:
    data = make.data("<p>x</p>", url="")
    pdf = render_pdf(data)

    assert [code.text for sheet in pictures_of(pdf) for code in zxingcpp.read_barcodes(sheet)] == []
    assert f"Version {data['chapters'][0]['version']}" in tagged_text(pdf)  # type: ignore[index]
    assert failures(pdf) == []


def test_a_leaflet_says_until_when_it_may_be_used(make: Maker) -> None:
    assert "Do not use after 4 March 2028" in tagged_text(make.pdf("<p>x</p>"))


def test_a_leaflet_has_questions_unless_the_page_has_its_own(make: Maker) -> None:
    own = '<section class="health-block" data-block="questions"><ul><li>Why?</li></ul></section>'

    assert "My questions • What does this mean for me?" in flat(tagged_text(make.pdf("<p>x</p>")))
    assert "What does this mean for me?" not in tagged_text(make.pdf(own))
    assert "My notes" in tagged_text(make.pdf(own))


def test_the_clinic_stands_first_and_the_name_is_left_to_the_pen(make: Maker) -> None:
    clinic = Clinic("Northside Clinic", "01632 960 001", logo="logo.svg")
    pdf = render_pdf(make.data("<p>x</p>", Makeup(clinic=clinic, logo=SVG, name_line=True)))
    text = flat(tagged_text(pdf))

    assert failures(pdf) == []
    assert text.startswith("Northside Clinic 01632 960 001 Name: When to rest")


def test_the_urgent_cards_of_the_topic_go_with_a_page_that_has_none(wording: Wording) -> None:
    library = make_library(make_page("<p>a</p>"), make_page(CARDS, "help", "Help"))
    page, helper = views_of(library, wording)
    contents = Contents(page.title, (page,), {}, help=help_for(page, (page, helper)))
    text = flat(tagged_text(render_pdf(handout_data(contents, library, wording, Makeup()))))

    assert "When help cannot wait From the page “Help”, version" in text
    assert "Call 911 now if: • you cannot breathe" in text
    assert "Make an appointment" not in text
    assert help_for(helper, (page, helper)) is None


def test_large_print_comes_on_the_sheet_of_the_other_edition() -> None:
    letter_first = HandoutPolicy((Edition.LARGE_PRINT, Edition.LETTER))

    assert letter_first.paper(Edition.LARGE_PRINT) is Paper.LETTER
    assert HandoutPolicy((Edition.LARGE_PRINT,)).paper(Edition.LARGE_PRINT) is Paper.A4
    assert HandoutPolicy().paths("sleep/rest") == {Edition.A4: "handouts/sleep/rest.pdf"}
    assert letter_first.path("sleep") == "handouts/sleep-large-print.pdf"


@pytest.mark.parametrize("editions", [(), (Edition.A4, Edition.A4)])
def test_a_policy_without_editions_or_with_one_twice_is_refused(editions: tuple[Edition, ...]) -> None:
    with pytest.raises(ValueError, match="at least one edition"):
        HandoutPolicy(editions)


def test_each_sheet_says_its_number_its_version_and_its_date(make: Maker) -> None:
    pdf = render_pdf(make.data(EVERY_CONSTRUCT))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        sheets = len(opened.pages)
    texts = sheet_texts(pdf)

    assert sheets > 1
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {sheets}" in text
        assert "Do not use after 4 March 2028" in text
        assert "health.example.org/en/v/" in text
    assert all("When to rest" in text for text in texts)


def sheet_texts(pdf: bytes) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [flat(sheet.get_textpage().get_text_bounded()) for sheet in document]
