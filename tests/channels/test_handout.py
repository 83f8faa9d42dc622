"""The PDF handouts: what a reader, a screen reader and a printer get."""

import io
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
import yaml
from lxml import html as lxml_html
from PIL import Image

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.document import page_handout, topic_handout
from careleaf.channels.handout.glyphs import FONT_FOLDER, missing_glyphs, printable_characters
from careleaf.channels.handout.tree import unprintable
from careleaf.channels.page_view import PageView, page_view
from careleaf.model.body import Block, Body, Element, Placed
from careleaf.model.citation import CitationMark, parse_citations
from careleaf.model.errors import RenderError
from careleaf.model.finding import Location
from careleaf.model.front_matter import FrontMatter
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Paper, Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.source import Source, SourceKind, SourceStatus
from careleaf.model.wording import Wording
from careleaf.reading.tagged_pdf import marked_texts, tagged_text

HERE = Location("docs/sleep/timing.md")
GOLDEN = Path(__file__).parents[1] / "golden" / "handout" / "sample.txt"
WORDS = Path(__file__).parents[2] / "scripts" / "careleaf" / "templates" / "words" / "en.yml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30"/></svg>'

EVERY_CONSTRUCT = """
<p>Rest <strong>well</strong>, <em>often</em> and <b>long</b>.<sup class="citation" data-cite="@smith#a; @jones">
<a href="#source-1">1</a>, <a href="#source-2">2</a></sup> See <a href="../causes/#why">why it happens</a>
or <a href="#lists">the lists</a>.</p>
<h2 id="lists">Lists<a class="headerlink" href="#lists">¶</a></h2>
<ul><li>tea</li><li>milk<ol><li>warm</li><li>cold</li></ol></li></ul>
<ol start="5"><li><p>fifth</p></li><li><p>sixth</p></li></ol>
<dl><dt>Ferritin</dt><dd>stored iron</dd><dt>Serum</dt><dt>Plasma</dt><dd>parts of blood</dd></dl>
<h3 id="tables">Tables</h3>
<table><caption>Doses a day</caption>
<thead><tr><th>Medicine</th><th class="align-right">Morning</th><th>Night</th></tr></thead>
<tbody>
<tr><th>Aspirin</th><td>1</td><td>0</td></tr><tr><th>Ibuprofen</th><td>2</td><td>3</td></tr></tbody></table>
<table><thead><tr><th>Day</th><th>Hours</th></tr></thead><tbody>
<tr><td>Monday</td><td>8</td></tr></tbody></table>
<h2 id="cards">When to get help</h2>
<section class="care-card care-card--emergency" data-level="emergency" data-region="US">
<h3 id="now"><span class="care-card__level">Emergency: </span>Call 911 now if:</h3>
<ul><li>you cannot breathe</li></ul>
<p class="care-card__region">Phone numbers are for: US</p></section>
<section class="care-card care-card--urgent" data-level="urgent">
<h3 id="today"><span class="care-card__level">Urgent: </span>Ask today if:</h3>
<p>your leg swells</p></section>
<section class="care-card care-card--routine" data-level="routine">
<h3 id="soon"><span class="care-card__level">Routine: </span>Make an appointment if:</h3>
<p>you sleep badly</p></section>
<h2 id="rest">The rest</h2>
<blockquote><p>A quoted line</p></blockquote>
<div class="admonition note"><p class="admonition-title">Note</p><p>Mind the step</p></div>
<hr>
<pre><code>raw  text</code></pre>
<div class="highlight"><pre><span></span><code><span class="n">more</span> code</code></pre></div>
<p><abbr title="restless legs syndrome">RLS</abbr> and
<abbr title="restless legs syndrome">RLS</abbr>, H<sub>2</sub>O,
m<sup>2</sup>, <code>x</code>, <kbd>Enter</kbd>, <q>so</q>, <cite>Book</cite>, <del>old</del> <ins>new</ins>
<mark>marked</mark> <small>small</small> <i>aside</i> <span>plain</span><br>next line</p>
<p><img src="../leg.svg" alt="A leg at rest"></p>
<p>An <img src="../dot.png" alt="dot"> in a line, and nothing <img src="../leg.svg" alt=""> here.</p>
<figure><img src="../leg.svg" alt="The same leg"><figcaption>A leg, drawn</figcaption></figure>
<h3>Less deep</h3><h4>Deeper</h4><h2>On <a href="https://example.org/a?b=c">the web</a></h2>
<h3>x</h3><h4>y</h4><h5>z</h5><h6>end</h6>
"""


def element(node: lxml_html.HtmlElement) -> Element:
    children: list[Element | str] = [node.text] if node.text else []
    for child in node:
        children += [element(child), *([child.tail] if child.tail else [])]
    return Element(str(node.tag), dict(node.attrib), tuple(children))


def body(fragment: str) -> Body:
    root = lxml_html.document_fromstring(f"<html><body>{fragment}</body></html>").find("body")
    return body_of(element(root))


def body_of(tree: Element) -> Body:
    cited = [e.attributes["data-cite"] for e in tree.walk() if "citation" in e.classes]
    marks = tuple(CitationMark(0, parse_citations(inside), HERE) for inside in cited)
    placed = tuple(Placed(e, e.text, HERE) for e in tree.walk())
    return Body("", tree, (Block("p", "", HERE, (), (), marks),), placed)


def make_page(content: str | Body, name: str = "timing", title: str = "When to rest") -> Page:
    front = FrontMatter(
        title=title,
        description="About rest.",
        type=PageType.CONDITION,
        main_message="Rest is good.",
        written_on=date(2026, 3, 4),
    )
    location = Location(f"docs/sleep/{name}.md")
    the_body = body(content) if isinstance(content, str) else content
    return Page(f"sleep/{name}", f"sleep/{name}/", Record(name, front, location, {}), the_body)


def source(key: str) -> Record[Source]:
    value = Source(
        kind=SourceKind.PRIMARY_STUDY,
        type="article-journal",
        title=f"Work of {key}",
        accessed=date(2026, 1, 2),
        status=SourceStatus.CURRENT,
        url=f"https://example.org/{key}",
    )
    return Record(key, value, HERE, {})


def make_library(*pages: Page, url: str = "https://health.example.org/en/", language: str = "en-US") -> Library:
    return Library(
        site=Site("Sleep well", url, language),
        today=date(2026, 4, 1),
        policy=Record("policy", Policy(paper=Paper.A4), HERE, {}),
        published=Record("published", Published(), HERE, {}),
        pages=pages,
        sources={key: source(key) for key in ("smith", "jones", "kim")},
    )


@pytest.fixture(scope="session")
def wording() -> Wording:
    texts = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return Wording("en", texts, tuple(texts["months"].split()))


@pytest.fixture(scope="session")
def pictures() -> dict[str, bytes]:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "black").save(out, "PNG")
    return {"../leg.svg": SVG, "../dot.png": out.getvalue()}


def views_of(library: Library, wording: Wording) -> list[PageView]:
    return [page_view(page, library, wording) for page in library.pages]


class Maker:
    """Makes handouts of small pages."""

    def __init__(self, wording: Wording, pictures: dict[str, bytes]) -> None:
        self.wording, self.pictures = wording, pictures

    def data(self, content: str | Body, **site: str) -> dict[str, object]:
        library = make_library(make_page(content), **site)
        return page_handout(views_of(library, self.wording)[0], library, self.wording, self.pictures)

    def pdf(self, content: str | Body, **site: str) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(render_pdf(self.data(content, **site))))

    def topic(self, *pages: Page, **site: str) -> dict[str, object]:
        library = make_library(*pages, **site)
        return topic_handout("Sleep", views_of(library, self.wording), library, self.wording, self.pictures)


@pytest.fixture(scope="session")
def make(wording: Wording, pictures: dict[str, bytes]) -> Maker:
    return Maker(wording, pictures)


@pytest.fixture(scope="session")
def full_bytes(make: Maker) -> bytes:
    return render_pdf(make.data(EVERY_CONSTRUCT))


@pytest.fixture
def full(full_bytes: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(full_bytes))


def failures(pdf: bytes) -> list[str]:
    return [failure.rule_id for failure in page_validation.validate_pdf_bytes(pdf, profile="ua1").failures]


def tags(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tags(kid)


def tagged(pdf: pikepdf.Pdf, *names: str) -> list[pikepdf.Object]:
    return [tag for tag in tags(pdf.Root.StructTreeRoot) if str(tag.S) in names]


def flat(text: str) -> str:
    return " ".join(text.split())


def links(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [a for sheet in pdf.pages for a in sheet.get("/Annots", []) if a.Subtype == "/Link"]


# The whole file


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


def test_letter_paper_is_pdf_ua_and_of_that_size(wording: Wording) -> None:
    library = make_library(make_page("<p>x</p>"))
    policy = replace(library.policy, value=Policy(paper=Paper.US_LETTER))
    library = replace(library, policy=policy)
    pdf = render_pdf(page_handout(views_of(library, wording)[0], library, wording, {}))

    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert [round(float(side)) for side in opened.pages[0].MediaBox][2:] == [612, 792]


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


# Structure


def test_headings_keep_their_order_and_are_bookmarks(full: pikepdf.Pdf) -> None:
    levels = [str(tag.S) for tag in tagged(full, *(f"/H{n}" for n in range(1, 8)))]
    with full.open_outline() as outline:
        top = [item.title for item in outline.root]
        second = [item.title for item in outline.root[0].children]

    expected = "H1 H2 H3 H2 H3 H3 H3 H2 H3 H4 H2 H3 H4 H5 H6 H2 H2"
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


# Words


def test_the_words_of_the_body_are_read_in_order_with_their_spaces(full: pikepdf.Pdf) -> None:
    text = flat(tagged_text(full))
    expected = (
        "Rest well, often and long.",
        "See why it happens or the lists.",
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


# Pictures


def drawn(pdf: pikepdf.Pdf) -> int:
    """Count what is drawn through an object: pictures."""
    return sum(str(op) == "Do" for sheet in pdf.pages for _, op in pikepdf.parse_content_stream(sheet))


def test_an_image_alone_in_a_paragraph_is_drawn(make: Maker) -> None:
    with_picture = make.pdf('<p><img src="../dot.png" alt="dot"></p>')

    assert drawn(with_picture) == drawn(make.pdf("<p>x</p>")) + 1
    assert [str(tag.Alt) for tag in tagged(with_picture, "/Figure")] == ["dot"]


def test_pictures_speak_by_their_alternative_text_and_decoration_is_silent(full: pikepdf.Pdf) -> None:
    spoken_pictures = [str(tag.Alt) for tag in tagged(full, "/Figure") if "/Alt" in tag]

    assert spoken_pictures == ["A leg at rest", "dot", "The same leg"]


def test_a_picture_that_was_not_given_is_named(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"no picture at `lost\.png`"):
        make.data('<p><img src="lost.png" alt="x"></p>')


# Links


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "file:///etc",
    ],
)
def test_dangerous_addresses_never_go_out(make: Maker, href: str) -> None:
    pdf = make.pdf(body_of(Element("body", {}, (Element("p", {}, (Element("a", {"href": href}, ("words",)),)),))))
    addresses = [str(link.A.URI) for link in links(pdf) if "/A" in link]

    assert [a for a in addresses if not a.startswith("https://health.example.org/")] == []
    assert "words" in tagged_text(pdf)


def test_relative_links_become_absolute(full: pikepdf.Pdf) -> None:
    addresses = [str(link.A.URI) for link in links(full) if "/A" in link]

    assert "https://health.example.org/en/sleep/causes/#why" in addresses
    assert "https://example.org/a?b=c" in addresses


def test_a_site_without_address_prints_page_links_as_text(make: Maker) -> None:
    pdf = make.pdf('<p>See <a href="../causes/">causes</a>, <a href="tel:911">911</a>.</p>', url="")

    assert [str(link.A.URI) for link in links(pdf)] == ["tel:911"]
    assert "See causes, 911." in tagged_text(pdf)


def test_links_between_pages_of_a_topic_stay_inside_it(make: Maker) -> None:
    pages = (
        make_page('<p><a href="../causes/#why">there</a></p><h2 id="why">Why</h2>'),
        make_page('<p>b</p><h2 id="why">Why</h2>', "causes", "Causes"),
    )
    pdf = pikepdf.open(io.BytesIO(render_pdf(make.topic(*pages))))

    assert [str(link.A.URI) for link in links(pdf) if "/A" in link] == []
    assert "sleep/causes#why" in [str(link.Dest) for link in links(pdf) if isinstance(link.Dest, pikepdf.String)]


def test_a_citation_says_which_source_it_leads_to(full: pikepdf.Pdf) -> None:
    said = [str(link.Contents) for link in links(full)]

    assert said[:2] == ["Source 1", "Source 2"]


def test_sources_are_numbered_through_a_topic(make: Maker) -> None:
    def cite(keys: str) -> str:
        return f'<p>x<sup class="citation" data-cite="{keys}"><a href="#source-1">1</a></sup></p>'

    pages = make_page(cite("@smith; @jones")), make_page(cite("@kim; @jones#a"), "causes", "Causes")
    data = make.topic(*pages)
    pdf = pikepdf.open(io.BytesIO(render_pdf(data)))

    assert [(s["number"], s["line"]) for s in data["sources"]] == [  # type: ignore[attr-defined]
        (1, "Work of smith."),
        (2, "Work of jones."),
        (3, "Work of kim."),
    ]
    assert [str(a.Contents) for a in links(pdf) if str(a.Contents).startswith("Source")] == [
        "Source 1",
        "Source 2",
        "Source 3",
        "Source 2",
    ]


# Refusals


@pytest.mark.parametrize(
    ("fragment", "tag"),
    [
        ("<script>x</script>", "script"),
        ("<p>a <svg></svg></p>", "svg"),
        ("<video></video>", "video"),
        ("<details><p>x</p></details>", "details"),
        ('<div class="tabbed-set">x</div>', "div"),
        ("<section><p>x</p></section>", "section"),
        ("<h1>x</h1>", "h1"),
        ("<ol reversed><li>x</li></ol>", "ol"),
        ('<p><img src="a.png"></p>', "img"),
        ("<table><tr><td colspan='2'>x</td></tr></table>", "td"),
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
    with pytest.raises(RenderError, match=r"docs/sleep/timing\.md.*“→” \(U\+2192\)"):
        render_pdf(make.data("<p>a → b</p>"))


def test_missing_glyphs_finds_what_the_font_lacks() -> None:
    assert missing_glyphs("½ – “q” é e\u0301 5\u00a0mg ≥ →☐✓\x01") == {"→", "☐", "✓", "\x01"}


def test_the_fonts_have_the_characters_that_are_promised_and_their_licence() -> None:
    assert len(printable_characters()) > 300
    assert len(list(FONT_FOLDER.glob("*.ttf"))) == 4
    assert "SIL Open Font License, Version 1.1" in (FONT_FOLDER / "OFL.txt").read_text(encoding="utf-8")


def test_a_skipped_heading_is_refused_with_the_page(make: Maker) -> None:
    with pytest.raises(RenderError, match=r"docs/sleep/timing\.md.*skipped"):
        render_pdf(make.data("<h2>a</h2><h4>b</h4>"))


# The whole text


def test_the_sample_reads_as_it_was_approved(full: pikepdf.Pdf) -> None:
    text = "\n".join(line.strip() for line in tagged_text(full).strip().splitlines()) + "\n"
    if os.environ.get("CARELEAF_UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8"), "Read the difference; CARELEAF_UPDATE_GOLDEN=1 accepts it"
