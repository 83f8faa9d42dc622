"""Pages that are meant to break a handout, and pages that are only very long."""

import io
import random

import pikepdf
import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.handout.tree import unprintable
from careleaf.model.body import Element
from careleaf.model.errors import RenderError
from careleaf.model.handout import Edition
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import CARD_LEVELS, Maker, body_of, failures, flat, tagged
from tests.channels.handout.sheets import letters_off_the_sheet

LONG_WORD = "Donaudampfschifffahrt" * 480


def page(*parts: Element) -> Element:
    return Element("body", {}, parts)


def paragraph(text: str) -> Element:
    return Element("p", {}, (text,))


def table(rows: int, columns: int, cell: str) -> Element:
    each = tuple(Element("td", {}, (cell,)) for _ in range(columns))
    return Element("table", {}, (Element("tbody", {}, tuple(Element("tr", {}, each) for _ in range(rows))),))


@pytest.mark.parametrize("tag", ["p", "li", "td", "h2", "pre", "blockquote", "dt"])
def test_a_word_of_ten_thousand_letters_stays_on_the_sheet(make: Maker, tag: str) -> None:
    inner = Element(tag, {}, (LONG_WORD,))
    around = {"li": "ul", "td": "tr", "dt": "dl"}
    part = Element(around[tag], {}, (inner,)) if tag in around else inner
    part = Element("table", {}, (part,)) if tag == "td" else part
    pdf = render_pdf(make.data(body_of(page(part))))

    assert letters_off_the_sheet(pdf) == []
    assert LONG_WORD in "".join(tagged_text(pdf).split())
    assert failures(pdf) == []


@pytest.mark.parametrize("level", CARD_LEVELS)
def test_a_card_longer_than_a_sheet_breaks_and_loses_nothing(make: Maker, level: str) -> None:
    points = Element("ul", {}, tuple(Element("li", {}, (f"point number {n} of very many",)) for n in range(300)))
    heading = Element("h2", {}, ("Call now if:",))
    card = Element("section", {"class": "care-card", "data-level": level}, (heading, points))
    pdf = render_pdf(make.data(body_of(page(card))))

    assert letters_off_the_sheet(pdf) == []
    assert "point number 299 of very many" in flat(tagged_text(pdf))


@pytest.mark.parametrize("edition", list(Edition))
def test_a_card_of_any_length_stays_on_its_sheets(make: Maker, edition: Edition) -> None:
    heading = Element("h2", {}, ("Call now if:",))
    for count in (4, 8, 11, 14, 18, 24, 30, 36):
        points = Element(
            "ul", {}, tuple(Element("li", {}, ("a point of some length, as most are",)) for _ in range(count))
        )
        card = Element("section", {"class": "care-card", "data-level": "urgent"}, (heading, points))
        pdf = render_pdf(make.data(body_of(page(card)), Makeup(edition)))
        assert letters_off_the_sheet(pdf) == []
        assert flat(tagged_text(pdf)).count("a point of some length") == count


def test_a_cell_longer_than_a_sheet_breaks_and_loses_nothing(make: Maker) -> None:
    pdf = render_pdf(make.data(body_of(page(table(2, 2, "many words in one cell " * 400)))))

    assert letters_off_the_sheet(pdf) == []
    assert flat(tagged_text(pdf)).count("many words in one cell") == 1600


def test_a_huge_table_keeps_all_its_cells_in_their_rows(make: Maker) -> None:
    pdf = make.pdf(body_of(page(table(400, 6, "cell"))))
    rows = tagged(pdf, "/TR")

    assert len(rows) == 400
    assert {len(list(row.K)) for row in rows} == {6}


def test_a_table_wider_than_any_sheet_stays_on_it(make: Maker) -> None:
    pdf = render_pdf(make.data(body_of(page(table(3, 40, "wide")))))

    assert letters_off_the_sheet(pdf) == []


def test_a_page_of_sixty_sheets_is_whole_and_numbered(make: Maker) -> None:
    words = ["sleep", "rest", "walk", "stretch", "doctor", "iron", "evening"]
    dice = random.Random(7)
    parts = []
    for number in range(150):
        parts.append(Element("h2", {"id": f"part-{number}"}, (f"Part {number}",)))
        parts += [paragraph(" ".join(dice.choices(words, k=120))) for _ in range(3)]
    pdf = render_pdf(make.data(body_of(page(*parts))))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) >= 60
    text = flat(tagged_text(pdf))

    assert failures(pdf) == []
    assert letters_off_the_sheet(pdf) == []
    assert all(f"Part {number}" in text for number in range(150))


@pytest.mark.parametrize("character", ["\x01", "\x1b", "\u202e", "\u2066", "\ufffe", "😀", "中", "\U0010fffd"])
def test_a_character_that_cannot_be_printed_is_named(make: Maker, character: str) -> None:
    with pytest.raises(RenderError, match=rf"U\+{ord(character):04X}"):
        render_pdf(make.data(body_of(page(paragraph(f"a{character}b")))))


def nested(tags: list[str], inner: str) -> Element:
    part: Element | str = inner
    for tag in tags:
        holder = {"ul": "li", "ol": "li", "table": "td"}.get(tag)
        held = Element(holder, {}, (part,)) if holder else part
        held = Element("tr", {}, (held,)) if tag == "table" else held
        part = Element(tag, {"class": "admonition"} if tag == "div" else {}, (held,))
    assert isinstance(part, Element)
    return part


@pytest.mark.parametrize("tag", ["ul", "ol", "blockquote", "div", "table", "details"])
def test_ten_levels_are_printed_and_more_are_named(make: Maker, tag: str) -> None:
    pdf = render_pdf(make.data(body_of(page(nested([tag] * 10, "the innermost point")))))

    assert "the innermost point" in flat(tagged_text(pdf))
    assert letters_off_the_sheet(pdf) == []
    assert len(list(unprintable(body_of(page(nested([tag] * 11, "x")))))) == 1


def test_ten_levels_of_anything_in_any_order_are_printed(make: Maker) -> None:
    dice = random.Random(11)
    for _ in range(12):
        tags = dice.choices(["ul", "ol", "blockquote", "div", "table", "details"], k=10)
        assert "the innermost point" in flat(tagged_text(make.pdf(body_of(page(nested(tags, "the innermost point"))))))


def test_a_picture_of_any_shape_stays_on_the_sheet(make: Maker) -> None:
    for shape in ("0 0 10000 1", "0 0 1 10000", "0 0 5000 5000"):
        width, height = shape.split()[2:]
        make.pictures["odd.svg"] = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{shape}">'
            f'<path d="M0 0h{width}v{height}z"/></svg>'
        ).encode()
        assert failures(render_pdf(make.data('<p><img src="odd.svg" alt="odd"></p>'))) == []
        assert failures(render_pdf(make.data('<p>in a <img src="odd.svg" alt="odd"> line</p>'))) == []
