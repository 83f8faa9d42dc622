"""Headings, tables and their headers, as a screen reader meets them."""

import io

import pikepdf
import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.model.errors import RenderError
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import Maker, make_page, tagged, tags


def test_headings_keep_their_order_and_are_bookmarks(full: pikepdf.Pdf) -> None:
    levels = [str(tag.S) for tag in tagged(full, *(f"/H{n}" for n in range(1, 8)))]
    with full.open_outline() as outline:
        top = [item.title for item in outline.root]
        second = [item.title for item in outline.root[0].children]

    expected = "H1 H2 H3 H2 H3 H3 H3 H2 H3 H4 H2 H3 H4 H5 H6 H2 H2 H3 H2 H2"
    assert levels == [f"/{level}" for level in expected.split()]
    assert top == ["When to rest"]
    assert second[0] == "Lists"
    assert second[-1] == "Sources"


def test_a_topic_has_one_first_heading_and_its_pages_below(make: Maker) -> None:
    pages = make_page("<p>a</p><h2>One</h2>"), make_page("<p>b</p>", "causes", "Causes")
    pdf = pikepdf.open(io.BytesIO(render_pdf(make.topic(*pages))))
    headings = [(str(tag.S), tagged_text(pdf, tag).strip()) for tag in tagged(pdf, "/H1", "/H2", "/H3")]

    assert [text for level, text in headings if level == "/H1"] == ["Sleep"]
    assert ("/H2", "When to rest") in headings
    assert ("/H3", "One") in headings
    assert ("/H2", "Causes") in headings


def test_every_header_cell_has_a_scope(full: pikepdf.Pdf) -> None:
    scopes = [
        [str(a.Scope) for a in (cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]) if "/Scope" in a]
        for cell in tagged(full, "/TH")
    ]

    assert scopes == [["/Column"]] * 3 + [["/Row"]] * 2 + [["/Column"]] * 2


def test_tables_keep_their_shape(full: pikepdf.Pdf) -> None:
    first = tagged(full, "/Table")[0]
    rows = [tag for tag in tags(first) if tag.S == "/TR"]
    cells = [[tagged_text(full, cell).strip() for cell in tags(row) if cell.S in ("/TH", "/TD")] for row in rows]

    assert cells == [["Medicine", "Morning", "Night"], ["Aspirin", "1", "0"], ["Ibuprofen", "2", "3"]]


def test_ragged_rows_are_refused(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"docs/sleep/timing\.md.*<table>.*different lengths"):
        make.data("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>")
