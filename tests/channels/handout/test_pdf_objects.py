"""The packed file: smaller, and the same to whoever reads it."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
import typst

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.pdf_objects import packed, pdf_objects
from careleaf.channels.handout.tag_tree import TagTree
from careleaf.model.errors import RenderError
from careleaf.reading.html_tree import parse_html
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import Maker, body_of, failures, flat, tagged

KIDS = " ".join(f"{number} 0 R" for number in range(15, 90))
SYNTAX = rf"a) /K[{KIDS}]/Pg 2 0 R>> endobj (b \( <</Type/StructElem/S/Table/P 9 0 R /Contents(c)>> /A[ trailer xref"
"""A heading that says what the file's own structure says."""


def printed_by_typst(paragraphs: int) -> bytes:
    text = '#set document(title: "Rest")\n= Rest\n' + "Rest *well* and see https://example.org/.\n\n" * paragraphs
    made = typst.compile(text.encode(), format="pdf", pdf_standards="ua-1", timestamp=datetime(2026, 3, 4, tzinfo=UTC))
    assert isinstance(made, bytes)
    return made


def everything(pdf: bytes) -> list[bytes]:
    """Return what each object of a file says, by its number."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [
            each.unparse(resolved=True) + (each.read_raw_bytes() if isinstance(each, pikepdf.Stream) else b"")
            for each in opened.objects
        ]


@pytest.mark.parametrize("paragraphs", [1, 60, 600])
def test_a_packed_file_says_what_it_said_and_is_smaller(paragraphs: int) -> None:
    whole = printed_by_typst(paragraphs)
    small = packed(pdf_objects(whole))

    said = everything(whole)
    assert everything(small)[: len(said)] == said
    assert len(small) < len(whole)
    assert failures(small) == []


def test_a_packed_file_is_sound_to_qpdf() -> None:
    with pikepdf.open(io.BytesIO(packed(pdf_objects(printed_by_typst(300))))) as opened:
        assert opened.check_pdf_syntax() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: b"",
        lambda pdf: pdf[:-200],
        lambda pdf: pdf.replace(b"00000 n\r\n", b"00001 n\r\n", 1),
        lambda pdf: pdf.replace(b"\nendobj", b"\nendobi", 1),
        lambda pdf: pdf.replace(b"2 0 obj", b"3 0 obj", 1),
        lambda pdf: b"%PDF-1.7\n" + pdf,
    ],
)
def test_a_file_of_another_form_is_refused(change: object) -> None:
    with pytest.raises(RenderError, match="cannot be read"):
        pdf_objects(change(printed_by_typst(1)))  # type: ignore[operator]


def test_a_file_from_another_maker_is_refused() -> None:
    out = io.BytesIO()
    with pikepdf.new() as other:
        other.add_blank_page()
        other.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    with pytest.raises(RenderError, match="cannot be read"):
        pdf_objects(out.getvalue())


def test_a_file_without_tags_is_refused() -> None:
    bare = typst.compile(b"Rest", format="pdf", pdf_tags=False)
    assert isinstance(bare, bytes)

    with pytest.raises(RenderError, match="without a tag tree"):
        TagTree(pdf_objects(bare).objects)


def test_words_that_look_like_the_files_own_structure_change_nothing(make: Maker) -> None:
    said = SYNTAX.replace("<", "&lt;").replace(">", "&gt;")
    body = parse_html(
        f'<h2 id="one">{said}</h2><p>Rest.'
        '<sup class="citation" data-cite="@smith#a"><a href="#source-1">1</a></sup></p>'
        f"<table><caption>{said}</caption><thead><tr><th>{said}</th><th>Hours</th></tr></thead>"
        f"<tbody><tr><th>{said}</th><td>8</td></tr></tbody></table>"
        f'<p><img src="../dot.png" alt="{said}"> and more.</p>'
    )
    pdf = render_pdf(make.data(body_of(body)))

    assert flat(tagged_text(pdf)).count(flat(SYNTAX)) >= 3
    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        headers = [str(scope) for tag in tagged(opened, "/TH") for a in tag.A if (scope := a.get("/Scope"))]
        assert headers == ["/Column", "/Column", "/Row"]
        assert [str(note.Contents) for note in opened.pages[0].Annots if "/Dest" in note] == ["Source 1"]
