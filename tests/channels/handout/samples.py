"""Small pages and libraries to make handouts of, and ways to look into a PDF."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page as page_validation
import pikepdf

from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.document import Contents, handout_data
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.page_view import PageView, page_view
from careleaf.model.body import Block, Body, Element, Placed
from careleaf.model.citation import CitationMark, parse_citations
from careleaf.model.finding import Location
from careleaf.model.front_matter import FrontMatter
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.source import Source, SourceKind, SourceStatus
from careleaf.model.wording import Wording
from careleaf.reading.html_tree import parse_html

HERE = Location("docs/sleep/timing.md")
GOLDEN = Path(__file__).parents[2] / "golden" / "handout" / "sample.txt"
WORDS = Path(__file__).parents[3] / "scripts" / "careleaf" / "templates" / "words" / "en.yml"
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


MORE_CONSTRUCTS = """

<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> and
<span class="keys"><kbd>Ctrl</kbd><span>+</span><kbd>A</kbd></span>
and <s>no</s> <u>yes</u> <dfn>def</dfn> <var>n</var>
<samp>out</samp> <time datetime="2026-01-01">new year</time>.</p>
<div class="tabbed-set tabbed-alternate" data-tabs="1:2">
<input checked="checked" id="__tabbed_1_1" name="__tabbed_1" type="radio">
<input id="__tabbed_1_2" name="__tabbed_1" type="radio"><div class="tabbed-labels">
<label for="__tabbed_1_1">Tablets</label><label for="__tabbed_1_2">Drops</label></div>
<div class="tabbed-content"><div class="tabbed-block"><p>One a day.</p></div><div class="tabbed-block">
<p>Two a day.</p></div></div></div><div class="tabbed-set" data-tabs="2:2"><input id="a1" type="radio">
<label for="a1">First</label><div class="tabbed-content"><p>In one.</p></div><input id="a2" type="radio">
<label>Second</label><div class="tabbed-content"><p>In two.</p></div></div>
<details class="note" open><summary>More</summary><p>Inside.</p></details><details><p>No title.</p></details>
<div class="admonition danger"><p class="admonition-title">Danger</p><p>Careful.</p></div>
<ul class="task-list"><li class="task-list-item">
<input type="checkbox" disabled> todo</li><li class="task-list-item">
<input type="checkbox" disabled checked> done</li></ul><table><caption>Spans</caption><thead>
<tr><th rowspan="2">Medicine</th><th colspan="2">Dose</th></tr><tr><th>Day</th><th>Night</th></tr></thead>
<tbody><tr><th scope="rowgroup" rowspan="2">Iron</th><td>1</td><td>2</td></tr>
<tr><td colspan="2">none</td></tr></tbody></table><figure><table><thead><tr><th>a</th><th>b</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table><figcaption><p>Caption below</p></figcaption></figure>
<p lang="es">Buenas noches</p><p>He said <span lang="fr">bonsoir</span>.</p>
<p lang="ar" dir="rtl">مرحبا بكم في العيادة 5 mg</p><p lang="he" dir="rtl">שלום</p><p lang="hi">नमस्ते</p>
<p>Ελληνικά Русский Tiếng Việt → ✓ ☐ ≠</p><ul lang="ar" dir="rtl"><li>اليد</li></ul>
<div lang="es"><h2 id="x">Título</h2><p>Más</p></div>
<svg viewBox="0 0 20 10" role="img" aria-label="A falling line" width="200" height="100"><title>t</title>
<defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>
<path d="M0 0L20 10" stroke="black"></path><text x="1" y="5" font-size="3">Label</text></svg>
<div class="footnote"><hr><ol><li id="fn:1">
<p>First note.&#160;<a class="footnote-backref" href="#fnref:1">&#8617;</a></p></li></ol></div>
"""
"""What extensions of Markdown write: footnotes, tabs, details, tasks, spanning cells, languages, inline SVG."""

_LONG = " ".join(["خذ باراسيتامول (paracetamol 500 mg) ثلاث مرات، ثم انتظر من 8 إلى 10 ساعات."] * 6)
ARABIC = [
    "قال 40% إنهم ينامون بشكل سيئ.",
    "خذ باراسيتامول (paracetamol 500 mg) ثلاث مرات [مهم].",
    "خذ ٥٠٠ ملغ، أي ١٫٥ غرام، و٤٠٪ من الجرعة من 8 إلى 10.",
    "لا تأخذه إلا بعد الأكل؛ هذا لأن الألم شائع.",
    "شُكرًا جزيلًا، مُحَمَّدٌ يعمل يوميًا وهذا كتابٌ.",
    "الجرعة 4.5 g في 12/10/2026 أو 3:30 ½ قرص ≥ 2.",
    "قال «نعم» و“yes” ثم سأل: لماذا؟ كثيراً جداً!",
    _LONG,
]
HEBREW = [
    "שלום (אזהרה) קח אקמול 500 mg ל־5 ימים, 40% מהמנה.",
    "בְּרֵאשִׁית שָׁלוֹם צה״ל מ״ג.",
    "\u05e7\u05d7 paracetamol 500 mg [\u05d7\u05e9\u05d5\u05d1]. " * 8,
]
"""Lines from right to left, with what stands in them from left to right."""


def paragraphs(*texts: str, **attributes: str) -> Element:
    return Element("body", {}, tuple(Element("p", attributes, (text,)) for text in texts))


def body(fragment: str) -> Body:
    return body_of(parse_html(fragment))


def body_of(tree: Element) -> Body:
    cited = [e.attributes["data-cite"] for e in tree.walk() if "citation" in e.classes]
    marks = tuple(CitationMark(0, parse_citations(inside), HERE) for inside in cited)
    placed = tuple(Placed(e, HERE) for e in tree.walk())
    return Body("", tree, (Block("p", "", HERE, (), (), (), marks),), placed)


def make_page(content: str | Body, name: str = "timing", title: str = "When to rest") -> Page:
    front = FrontMatter(
        title=title,
        description="About rest.",
        type=PageType.CONDITION,
        main_message="Rest is good.",
        action="Go to bed.",
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
        policy=Record("policy", Policy(), HERE, {}),
        published=Record("published", Published(), HERE, {}),
        pages=pages,
        sources={key: source(key) for key in ("smith", "jones", "kim")},
    )


def views_of(library: Library, wording: Wording) -> list[PageView]:
    return [page_view(page, library, wording) for page in library.pages]


CARD_LEVELS = ("routine", "urgent", "emergency")
PLAIN = Makeup()


class Maker:
    """Makes handouts of small pages."""

    def __init__(self, wording: Wording, pictures: dict[str, bytes]) -> None:
        self.wording, self.pictures = wording, pictures

    def data(self, content: str | Body, makeup: Makeup = PLAIN, **site: str) -> dict[str, object]:
        library = make_library(make_page(content), **site)
        view = views_of(library, self.wording)[0]
        return handout_data(Contents(view.title, (view,), self.pictures), library, self.wording, makeup)

    def pdf(self, content: str | Body, makeup: Makeup = PLAIN, **site: str) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(render_pdf(self.data(content, makeup, **site))))

    def topic(self, *pages: Page, makeup: Makeup = PLAIN, **site: str) -> dict[str, object]:
        library = make_library(*pages, **site)
        views = tuple(views_of(library, self.wording))
        return handout_data(Contents("Sleep", views, self.pictures, is_topic=True), library, self.wording, makeup)


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
