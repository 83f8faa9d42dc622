"""What has no form on paper, and what no typeface has."""

import pytest

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.glyphs import FONTS, missing_glyphs, printable_characters
from careleaf.channels.handout.tree import unprintable
from careleaf.model.errors import RenderError
from tests.channels.handout.samples import EVERY_CONSTRUCT, Maker, body


@pytest.mark.parametrize(
    ("fragment", "tag"),
    [
        ("<script>x</script>", "script"),
        ("<p>a <svg></svg></p>", "svg"),
        ("<video></video>", "video"),
        ("<details><summary>a</summary><summary>b</summary></details>", "summary"),
        ('<div class="tabbed-set"><video></video></div>', "video"),
        ('<div class="unheard-of">x</div>', "div"),
        ('<section class="care-card"><p>x</p></section>', "section"),
        ('<section class="health-block" data-block="pills"><p>x</p></section>', "section"),
        ("<ul>x<li>y</li></ul>", "ul"),
        ('<p><input type="text"></p>', "input"),
        ("<section><p>x</p></section>", "section"),
        ("<h1>x</h1>", "h1"),
        ("<ol reversed><li>x</li></ol>", "ol"),
        ('<p><img src="a.png"></p>', "img"),
        ("<table><tr><td colspan='0'>x</td></tr></table>", "td"),
        ("<table><tr><td colspan='100'>x</td></tr></table>", "td"),
        ("<table><tr><td colspan='2'>x</td></tr><tr><td>y</td></tr></table>", "table"),
        ("<table><tr><td rowspan='2'>x</td><td>y</td></tr></table>", "table"),
        ("<table><tr><td rowspan='2'>x</td></tr><tr></tr></table>", "table"),
        ("<table><tr><td>a</td><td rowspan='2'>b</td></tr><tr><td colspan='2'>c</td></tr></table>", "table"),
        ("<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>", "table"),
        ("<ul><p>x</p></ul>", "p"),
        ("<ul><li><iframe></iframe></li></ul>", "iframe"),
    ],
)
def test_what_has_no_form_on_paper_is_named(make: Maker, fragment: str, tag: str) -> None:
    assert [placed.element.tag for placed in unprintable(body(fragment))] == [tag]
    with pytest.raises(RenderError, match=rf"docs/sleep/timing\.md`: <{tag}>"):
        make.data(fragment)


def test_a_body_with_every_construct_is_printable() -> None:
    assert list(unprintable(body(EVERY_CONSTRUCT))) == []


def test_a_missing_glyph_is_named_with_its_page(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"docs/sleep/timing\.md.*“中” \(U\+4E2D\)"):
        render_pdf(make.data("<p>a 中 b</p>"))


def test_missing_glyphs_finds_what_no_typeface_has() -> None:
    printed = "½ – “q” é e\u0301 5\u00a0mg ≥ → ☐ ✓ Ελλ Жя עב عر नम"

    assert missing_glyphs(printed) == set()
    assert missing_glyphs(f"{printed} \x01 😀 中 \u202e") == {"\x01", "😀", "中", "\u202e"}


def test_every_typeface_that_is_named_is_there_with_its_licence() -> None:
    folders = [folder for folder in FONTS.iterdir() if folder.is_dir()]

    assert {folder.name for folder in folders} == {"atkinson-hyperlegible", "noto-sans"}
    for folder in folders:
        assert "SIL Open Font License, Version 1.1" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert len(printable_characters()) > 3000


def test_a_skipped_heading_is_refused_with_the_page(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"docs/sleep/timing\.md.*skipped"):
        render_pdf(make.data("<h2>a</h2><h4>b</h4>"))
