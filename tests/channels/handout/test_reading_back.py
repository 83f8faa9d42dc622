"""Reading a handout back: every way to hide, move or change its words is seen, whatever made it."""

import io
from collections.abc import Callable

import pikepdf
import pytest

from careleaf.reading.tagged_pdf import tagged_text, written_text
from tests.property.content_streams import read_by_qpdf, read_by_us


def changed(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes]) -> bytes:
    """Return the file with the content of its first sheet changed."""
    sheet = pdf.pages[0]
    content = change(sheet.Contents.read_bytes())
    assert content != sheet.Contents.read_bytes()
    sheet.Contents = pdf.make_stream(content)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_the_sheets_of_a_handout_are_read_as_qpdf_reads_them(full: pikepdf.Pdf, more: pikepdf.Pdf) -> None:
    for sheet in (*full.pages, *more.pages):
        content = sheet.Contents.read_bytes()
        assert read_by_us(content) == read_by_qpdf(content) != []


def test_a_sheet_whose_content_is_in_several_parts_is_read_whole(full: pikepdf.Pdf) -> None:
    sheet, whole = full.pages[0], tagged_text(full)
    content = sheet.Contents.read_bytes()
    middle = content.index(b"\nET")
    sheet.Contents = pikepdf.Array([full.make_stream(content[:middle]), full.make_stream(content[middle:])])

    assert tagged_text(full) == whole


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        (b"EMC", b""),
        (b"EMC", b"EMC EMC"),
        (b"/f1 ", b"/f9 "),
        (b"]TJ", b" TJ"),
        (b"]TJ", b"(\\000)]TJ"),
        (b"ET", b"BI ID x EI ET"),
    ],
    ids=[
        "a mark without an end",
        "an end too many",
        "no such font",
        "an open array",
        "half a glyph",
        "an inline image",
    ],
)
def test_a_sheet_that_is_not_understood_whole_counts_as_not_written(
    full: pikepdf.Pdf, what: bytes, instead: bytes
) -> None:
    assert written_text(changed(full, lambda content: content.replace(what, instead, 1))) == ""


def test_words_shown_by_the_rarer_operators_are_read(full: pikepdf.Pdf) -> None:
    whole = tagged_text(full)
    by_quote = changed(full, lambda content: content.replace(b")Tj", b")'"))

    assert tagged_text(by_quote) == whole


def test_the_marks_of_a_page_may_be_described_among_its_resources(full: pikepdf.Pdf) -> None:
    whole, sheet = tagged_text(full), full.pages[0]
    sheet.Resources.Properties = pikepdf.Dictionary(First=pikepdf.Dictionary(MCID=0))
    by_name = changed(full, lambda content: content.replace(b"/Span<</MCID 0>>BDC", b"/Span/First BDC"))

    assert tagged_text(by_name) == whole
