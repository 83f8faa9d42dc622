"""Content streams of PDFs: our one regular expression reads what qpdf's parser reads, or refuses."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.content_streams import INSTRUCTIONS, SPACES, read_by_qpdf, read_by_us, said


@given(st.lists(said(INSTRUCTIONS, SPACES), max_size=12))
def test_every_instruction_is_read_as_qpdf_reads_it(parts: list[bytes]) -> None:
    content = b"".join(parts)
    assert read_by_us(content) == read_by_qpdf(content)


@pytest.mark.parametrize(
    "content",
    [
        b"BI /W 1 /H 1 ID \x00 EI",
        b"(a string without an end Tj",
        b"Tj",
        b"[(a)(b) Tj",
        b"/Span <</MCID 1 BDC",
        b"(a))Tj",
    ],
)
def test_what_could_hide_words_is_refused(content: bytes) -> None:
    with pytest.raises(pikepdf.PdfError, match="cannot be read on from"):
        read_by_us(b"q " + content + b" EMC")
