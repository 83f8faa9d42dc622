"""The file as a whole: its standard, its papers, its bytes."""

import io
import json

import pikepdf
import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.makeup import Makeup
from careleaf.model.handout import Edition, Paper
from tests.channels.handout.samples import EVERY_CONSTRUCT, Maker, failures, make_page


def test_a_page_with_every_construct_is_pdf_ua(full_bytes: bytes) -> None:
    assert failures(full_bytes) == []


def test_a_topic_is_pdf_ua(make: Maker) -> None:
    data = make.topic(make_page(EVERY_CONSTRUCT), make_page(EVERY_CONSTRUCT, "causes", "Causes"))

    assert failures(render_pdf(data)) == []


def test_the_check_can_fail(full: pikepdf.Pdf) -> None:
    del full.Root.Lang
    out = io.BytesIO()
    full.save(out)

    assert "PDFUA1-TEXT-LANGUAGE-001" in failures(out.getvalue())


@pytest.mark.parametrize(
    ("edition", "paper", "size"),
    [
        (Edition.A4, Paper.A4, [595, 842]),
        (Edition.LETTER, Paper.LETTER, [612, 792]),
        (Edition.LARGE_PRINT, Paper.A4, [595, 842]),
        (Edition.LARGE_PRINT, Paper.LETTER, [612, 792]),
    ],
)
def test_every_edition_is_pdf_ua_and_of_its_size(make: Maker, edition: Edition, paper: Paper, size: list[int]) -> None:
    pdf = render_pdf(make.data(EVERY_CONSTRUCT, Makeup(edition, paper)))

    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert [round(float(side)) for side in opened.pages[0].MediaBox][2:] == size


def test_two_renders_give_equal_bytes(make: Maker, full_bytes: bytes) -> None:
    assert render_pdf(make.data(EVERY_CONSTRUCT)) == full_bytes


def test_the_date_is_the_day_the_words_changed_last(full: pikepdf.Pdf) -> None:
    assert str(full.docinfo.CreationDate).startswith("D:20260304")


def test_the_file_says_its_title_and_language(full: pikepdf.Pdf) -> None:
    assert str(full.docinfo.Title) == "When to rest"
    assert str(full.Root.Lang) == "en-US"
    assert full.Root.ViewerPreferences.DisplayDocTitle


def test_the_data_are_json(make: Maker) -> None:
    data = make.data(EVERY_CONSTRUCT)

    assert json.loads(json.dumps(data)) == data


def test_only_our_font_is_used(full: pikepdf.Pdf) -> None:
    fonts = {str(font.BaseFont) for sheet in full.pages for font in sheet.Resources.Font.values()}

    assert fonts
    assert all("AtkinsonHyperlegible" in font for font in fonts)
