"""Every construct the site supports has a form on paper."""

import pikepdf
import pytest

from careleaf.channels.handout.tree import unprintable
from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import MORE_CONSTRUCTS, Maker, body, failures, flat, links, tagged, tags


def said(pdf: pikepdf.Pdf) -> str:
    return flat(tagged_text(pdf))


def test_all_of_them_are_pdf_ua_and_none_is_refused(more_bytes: bytes) -> None:
    assert failures(more_bytes) == []
    assert list(unprintable(body(MORE_CONSTRUCTS))) == []


def test_footnotes_stand_below_the_text_and_their_marks_lead_there(more: pikepdf.Pdf) -> None:
    text = said(more)

    assert "Text[1] and Ctrl+A" in text
    assert "[1] First note." in text
    assert text.index("Text[1]") < text.index("[1] First note.")
    assert text.index("[1] First note.") < text.index("My questions")


def test_each_tab_stands_below_its_label(more: pikepdf.Pdf) -> None:
    text = said(more)

    assert "Tablets One a day. Drops Two a day." in text
    assert "First In one. Second In two." in text


def test_what_a_website_folds_away_is_open(more: pikepdf.Pdf) -> None:
    assert "More Inside. No title. Danger Careful." in said(more)


def test_cells_over_several_rows_and_columns_keep_their_places_and_scopes(more: pikepdf.Pdf) -> None:
    table = tagged(more, "/Table")[0]
    rows = [tag for tag in tags(table) if tag.S == "/TR"]
    cells = [[flat(tagged_text(more, cell)) for cell in tags(row) if cell.S in ("/TH", "/TD")] for row in rows]

    assert cells == [["Medicine", "Dose"], ["Day", "Night"], ["Iron", "1", "2"], ["none"]]
    assert spans(table, "/RowSpan") == {"Medicine": 2, "Iron": 2}
    assert spans(table, "/ColSpan") == {"Dose": 2, "none": 2}
    heads = [cell for cell in tags(table) if cell.S == "/TH"]
    scopes = [str(attribute(cell, "/Scope")) for cell in heads]
    assert scopes == ["/Column", "/Column", "/Column", "/Column", "/Row"]


def attribute(cell: pikepdf.Object, name: str) -> pikepdf.Object | None:
    found = cell.get("/A", pikepdf.Array())
    each = found if isinstance(found, pikepdf.Array) else [found]
    return next((a[name] for a in each if name in a), None)


def spans(table: pikepdf.Object, name: str) -> dict[str, int]:
    cells = [cell for cell in tags(table) if cell.S in ("/TH", "/TD")]
    texts = {"Medicine": 0, "Dose": 1, "Iron": 4, "none": 7}
    found = {text: attribute(cells[at], name) for text, at in texts.items()}
    return {text: int(span) for text, span in found.items() if span is not None and int(span) > 1}


def test_a_caption_is_read_where_it_stands(more: pikepdf.Pdf) -> None:
    text = said(more)

    assert text.index("Spans") < text.index("Medicine")
    assert "Caption below" in text


@pytest.mark.parametrize(
    "words", ["مرحبا بكم في العيادة", "שלום", "नमस्ते", "Ελληνικά Русский Tiếng Việt → ✓ ☐ ≠", "اليد"]
)
def test_other_scripts_are_read_in_their_order(more: pikepdf.Pdf, words: str) -> None:
    assert words in said(more)


def test_parts_in_another_language_say_so(more: pikepdf.Pdf) -> None:
    raw = b"".join(sheet.Contents.read_bytes() for sheet in more.pages if not isinstance(sheet.Contents, pikepdf.Array))
    languages = {str(tag.Lang) for tag in tags(more.Root.StructTreeRoot) if "/Lang" in tag}

    assert {"es", "ar", "he", "hi"} <= languages
    assert b"/Lang(fr)" in raw or "fr" in languages


def test_a_drawing_is_a_picture_with_its_label(more: pikepdf.Pdf) -> None:
    assert "A falling line" in [str(tag.Alt) for tag in tagged(more, "/Figure") if "/Alt" in tag]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://evil.example/x.png"></image>',
        '<rect fill="url(https://evil.example/x)"></rect>',
        "<foreignobject><p>x</p></foreignobject>",
        "<style>*{}</style>",
    ],
)
def test_a_drawing_that_could_load_or_run_something_is_refused(inside: str) -> None:
    refused = list(unprintable(body(f'<svg aria-label="x" viewBox="0 0 9 9">{inside}</svg>')))

    assert len(refused) == 1


def test_a_drawing_without_a_label_is_refused_and_decoration_is_silent(make: Maker) -> None:
    silent = make.pdf(
        '<p>x</p><svg aria-hidden="true" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    )

    assert len(list(unprintable(body('<svg viewBox="0 0 9 9"></svg>')))) == 1
    assert [str(tag.Alt) for tag in tagged(silent, "/Figure") if "QR" not in str(tag.Alt)] == []


def test_a_link_has_a_letter_and_its_address_stands_beside_the_letter(make: Maker) -> None:
    pdf = make.pdf(
        '<p><a href="https://a.example/x/">one</a>, <a href="https://b.example">two</a>, '
        '<a href="https://a.example/x/">again</a>, <a href="https://c.example/">c.example</a>, '
        '<a href="tel:+1-555-0100">call</a>.</p>'
    )
    text = said(pdf)

    assert "one a, two b, again a, c.example, call c." in text.replace("\u00a0", " ")
    assert "Web addresses a a.example/x b b.example c +1-555-0100" in text
    assert [str(link.A.URI) for link in links(pdf) if "/A" in link][:3] == [
        "https://a.example/x/",
        "https://b.example",
        "https://a.example/x/",
    ]


def test_a_long_table_repeats_its_head_on_every_sheet(make: Maker) -> None:
    rows = "".join(f"<tr><td>Row {n}</td><td>{n}</td></tr>" for n in range(150))
    pdf = make.pdf(f"<table><thead><tr><th>Name</th><th>Number</th></tr></thead><tbody>{rows}</tbody></table>")
    heads = [sheet.Contents.read_bytes().count(b"Artifact") for sheet in pdf.pages]
    table = tagged(pdf, "/Table")

    assert len(pdf.pages) > 2
    assert len(heads) == len(pdf.pages)
    assert len(table) == 1
    assert said(pdf).count("Row 149") == 1
