"""The embed: one page, self-contained, with nothing in it that could act."""

import gzip
import os
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.templates import template_environment
from careleaf.channels.embed import embed_page
from careleaf.channels.embed_assets import csp_hash
from careleaf.channels.page_view import page_view
from careleaf.model.finding import Location
from careleaf.model.front_matter import AdaptedFrom, FrontMatter
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Channel, Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.source import Evidence, Seen, Source, SourceKind, SourceStatus
from careleaf.model.state_name import StateName
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource
from careleaf.reading.words import read_wording

HERE = Location("docs/sleep/rest.md")
GOLDEN = Path(__file__).parents[1] / "golden" / "embed" / "sample.html"
SITE = "https://health.example.org/en/"
SAMPLE = """
<h2 id="why">Why rest helps<a class="headerlink" href="#why">¶</a></h2>
<p>Rest helps.<sup class="citation" data-cite="@study#half"><a aria-label="Source 1" data-evidence="study-half"
href="#source-1">1</a></sup> Read <a href="../help/#now">when to get help</a> or
<a href="https://example.net/?a=1&amp;b=2">the leaflet</a>.</p>
<ol start="3"><li>Lie down</li></ol>
<section class="care-card care-card--emergency" data-level="emergency" data-region="US">
<h3 id="call"><span class="care-card__level">Emergency: </span>Call 911 now if:</h3>
<ul><li>you cannot breathe</li></ul>
<p class="care-card__region">Phone numbers are for: US</p>
</section>
<p><img alt="A bed" src="../bed.png"></p>
"""
HOSTILE = """
<p onclick="steal()" style="position:fixed">Text &lt;/style&gt;&lt;script&gt;x()&lt;/script&gt;</p>
<script>steal()</script><style>body{display:none}</style>
<p><a href="javascript:steal()">one</a> <a href="data:text/html,x">two</a> <a href="//evil.example/">three</a></p>
<p><img src="https://evil.example/pixel.png" alt="pixel" onerror="steal()"></p>
<iframe src="https://evil.example/"></iframe><form action="/steal"><p>Kept words</p></form>
<p title="&quot;><script>x()</script>">Title</p>
"""


def make_library(
    fragment: str, *, url: str = SITE, policy: Policy | None = None, title: str = "Rest & sleep"
) -> Library:
    front = FrontMatter(
        title=title,
        description="About rest.",
        type=PageType.CONDITION,
        main_message="Rest is good.",
        written_on=date(2026, 3, 4),
        adapted_from=AdaptedFrom("Rest <well>", "A Publisher", "not known", "not known", "not known", "not known"),
    )
    body = read_body(fragment, VisibleSource("", HERE.path, 1), {})
    page = Page("sleep/rest", "sleep/rest/", Record("rest", front, HERE, {}), body)
    return Library(
        site=Site("Sleep well", url, "en"),
        today=date(2026, 4, 1),
        policy=Record("policy", policy or Policy(publisher="Test clinic", report_error_page="about/#error"), HERE, {}),
        published=Record("published", Published(), HERE, {}),
        pages=(page,),
        sources={"study": Record("study", _SMITH, HERE, {})},
    )


_SMITH = Source(
    kind=SourceKind.PRIMARY_STUDY,
    type="webpage",
    title="A study of <rest>",
    accessed=date(2026, 1, 2),
    status=SourceStatus.CURRENT,
    url="https://example.org/study",
    evidence={"half": Evidence("Half of 20 people slept better.", "abstract", Seen.PUBLISHERS_PAGE)},
)


def embed(library: Library) -> str:
    wording, _ = read_wording("en", Path("none.yml"), Path())
    config = MkDocsConfig()
    config.load_dict({"site_name": "Sleep well"})
    config.validate()
    templates = template_environment(config)
    return embed_page(page_view(library.pages[0], library, wording), library, templates, wording)


def test_a_sample_page_is_the_recorded_one() -> None:
    document = re.sub(
        r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|sha256-[^&]+", "…", embed(make_library(SAMPLE))
    )
    if os.environ.get("CARELEAF_UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(document, encoding="utf-8")
    assert document == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["style", "script"])
def test_the_policy_pins_the_one_style_sheet_and_the_one_script(kind: str) -> None:
    document = embed(make_library(SAMPLE))
    found = re.findall(f"<{kind}>(.*?)</{kind}>", document, re.DOTALL)
    policy = html.document_fromstring(document).xpath("string(//meta[@http-equiv]/@content)")
    assert len(found) == 1
    assert f"{kind}-src {csp_hash(found[0])};" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_it_tells_its_script_the_state_and_the_dates_of_its_wording() -> None:
    main = html.document_fromstring(embed(make_library(SAMPLE))).find(".//main")
    facts = {name: value for name, value in main.attrib.items() if name.startswith("data-")}
    assert facts.pop("data-digest").startswith("c1-")
    assert facts == {
        "data-id": "sleep/rest",
        "data-state": "adapted",
        "data-shown": "text",
        "data-due-on": "2028-03-04",
    }


def test_what_the_browser_will_say_once_it_is_overdue_is_there_and_hidden() -> None:
    notice = html.document_fromstring(embed(make_library(SAMPLE))).find_class("overdue-notice")[0]
    assert "by 4 March 2028" in notice.text_content()
    assert "hidden" in notice.attrib


def test_a_page_of_1500_words_fits_into_14_kilobytes() -> None:
    words = (f"word{number % 700}" for number in range(1500))
    document = embed(make_library(f"<h2 id='a'>Long</h2><p>{' '.join(words)}</p>"))
    assert len(gzip.compress(document.encode())) <= 14_000


def test_style_and_script_leave_most_of_the_budget_to_words() -> None:
    document = embed(make_library("<p>Short.</p>"))
    assert len(gzip.compress(document.encode())) <= 6_200


def test_a_hostile_body_can_do_nothing() -> None:
    root = html.document_fromstring(embed(make_library(HOSTILE)))
    assert root.xpath("//main//script | //body//style | //@style") == []
    assert len(root.xpath("//script")) == 1
    assert [name for e in root.iter("*") for name in e.attrib if name.startswith("on")] == []
    assert root.xpath("//a[starts-with(@href, 'javascript:') or starts-with(@href, 'data:')]") == []
    assert root.xpath("//img/@src | //iframe | //form") == []
    assert "Kept words" in root.xpath("string(//main)")
    assert "</style><script>x()</script>" in root.xpath("string(//main)")


def test_hostile_front_matter_is_text() -> None:
    document = embed(make_library(SAMPLE, title="</title></style><script>x()</script>"))
    assert document.count("<script") == 1
    assert html.document_fromstring(document).xpath("string(//h1)") == "</title></style><script>x()</script>"


def test_there_is_one_main_part_and_one_title() -> None:
    root = html.document_fromstring(embed(make_library(SAMPLE)))
    assert len(root.xpath("//main")) == len(root.xpath("//h1")) == 1
    assert root.xpath("string(//h1)") == root.xpath("string(//title)") == "Rest & sleep"
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert root.xpath("//link[@rel='canonical']/@href") == [f"{SITE}sleep/rest/"]


def test_links_out_open_a_window_of_their_own_and_links_within_stay() -> None:
    links = html.document_fromstring(embed(make_library(SAMPLE))).xpath("//a")
    outward = [a for a in links if not a.get("href").startswith("#")]
    assert {(a.get("target"), a.get("rel")) for a in outward} == {("_blank", "noopener noreferrer")}
    assert {a.get("href") for a in outward} >= {
        f"{SITE}sleep/help/#now",
        f"{SITE}handouts/sleep/rest.pdf",
        f"{SITE}about/#error",
        "https://example.org/study",
    }
    assert all(a.get("target") is None for a in links if a not in outward)


def test_without_an_address_of_the_site_links_are_relative() -> None:
    hrefs = html.document_fromstring(embed(make_library(SAMPLE, url=""))).xpath("//a/@href")
    assert "../../../sleep/help/#now" in hrefs
    assert "../../../handouts/sleep/rest.pdf" in hrefs


def test_a_handout_that_policy_holds_back_is_not_offered() -> None:
    policy = Policy(publish={Channel.HANDOUT: (StateName.REVIEWED,)})
    assert "handouts/" not in embed(make_library(SAMPLE, policy=policy))


def test_each_source_leads_back_to_its_citation() -> None:
    root = html.document_fromstring(embed(make_library(SAMPLE)))
    assert root.xpath("//*[@id='source-1']//p[@class='source__places']/a/@href") == ["#cited-1"]
    assert root.xpath("string(//*[@id='cited-1']/@href)") == "#source-1"


@pytest.mark.parametrize("growing", ["vh", "min-height"])
def test_no_height_hangs_on_the_frame(growing: str) -> None:
    style = re.sub(r"/\*.*?\*/", "", embed(make_library(SAMPLE)), flags=re.DOTALL)
    assert growing not in style


def test_state_and_publisher_stand_in_words() -> None:
    text = " ".join(html.document_fromstring(embed(make_library(SAMPLE))).text_content().split())
    assert "Adapted text, not yet reviewed by a clinician" in text
    assert "Published by Test clinic" in text
    assert "This is general information." in text
    assert "Phone numbers are for: US" in text
