"""One random page and random registers, through everything from reading to the reports.

Run by `make fuzz` (10,000 cases) and, for a short while, by the tests.
"""

import json
import os
import re
import sys
import time
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import markdown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from careleaf.build.assembly import channel_faults
from careleaf.channels.embed_body import embed_body
from careleaf.channels.handout.document import Contents, handout_data
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.page_view import page_view
from careleaf.mkdocs_plugin.page_source import engine_source
from careleaf.model.canonical import page_digest, shown_lines
from careleaf.model.errors import RenderError
from careleaf.model.finding import Severity
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.person import Person
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.report import Report
from careleaf.model.review import ReviewRegister
from careleaf.model.source import Source
from careleaf.reading.body import read_body
from careleaf.reading.page_file import parse_page
from careleaf.reading.records import parse_record
from careleaf.reading.visible_source import VisibleSource
from careleaf.reading.words import read_wording
from careleaf.reporters.github import render_github
from careleaf.reporters.json_report import render_json
from careleaf.reporters.sarif import render_sarif
from careleaf.reporters.text import render_text
from careleaf.rules.judgement import judge_library
from careleaf.rules.table import RULES, rule_weights
from tests.conftest import MINIMAL_SITE, TODAY
from tests.fuzz.strategies import markdown as markdown_text
from tests.fuzz.strategies import words, yaml_like

EXTENSIONS = "abbr attr_list sane_lists tables toc footnotes pymdownx.highlight pymdownx.superfences careleaf".split()
SECONDS = 10.0
"""For one case; an ordinary one takes ten milliseconds."""
_WORDING, _ = read_wording("en", Path("no-words.yml"), Path())
_RAW = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_KINDS: dict[str, type[object]] = {"sources/test-survey.yml": Source, "people/test-author.yml": Person}


class _Alive(HTMLParser):
    """Collects what could act or load in a piece of HTML, as a browser would take it apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "template",
            "link",
            "meta",
            "base",
            "form",
        }:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value or "")).scheme.lower() if name in {"href", "src"} else ""
            if name.startswith("on") or name in {"style", "srcdoc", "srcset", "ping", "formaction"}:
                self.found.append(f"{name}=")
            if (name == "href" and scheme not in {"", "http", "https", "mailto", "tel"}) or (name == "src" and scheme):
                self.found.append(f"{name}={value}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")


def page_of(text: str, title: str, site: Site) -> Page:
    """Read and render a page as a build does."""
    front = "type: condition\nauthors: [test-author]\nwritten_on: 2026-10-01\n"
    head = f"title: {json.dumps(title)}\ndescription: {json.dumps(title)}\nmain_message: {json.dumps(title)}\n{front}"
    file = parse_page(f"---\n{head}---\n{text}", "docs/sleep/index.md", "sleep/index")
    engine_source(file)
    html = markdown.Markdown(extensions=EXTENSIONS).convert(file.engine_text)
    source = VisibleSource(file.text, "docs/sleep/index.md", file.first_line)
    page = Page(
        "sleep/index", "sleep/", file.front, text=file.text, first_line=file.first_line, suppressions=file.suppressions
    )
    return replace(page, body=read_body(html, source, {}))


def library_of(page: Page, site: Site, registers: dict[str, str]) -> Library:
    """Return a library of one page and what could be read of the registers."""
    read: dict[str, dict[str, Record[object]]] = {"sources": {}, "people": {}}
    faults = []
    for path, kind in _KINDS.items():
        text = registers.get(path, MINIMAL_SITE[f"docs/_data/{path}"])
        folder, _, name = path.partition("/")
        record, found = parse_record(text, f"docs/_data/{path}", name.removesuffix(".yml"), kind)
        faults += found
        if record is not None:
            read[folder][record.id] = record
    policy, published = (
        Record("policy", Policy(), page.location, {}),
        Record("published", Published(), page.location, {}),
    )
    reviews, found = parse_record(
        registers.get("review", ""), "docs/_data/reviews/sleep/index.yml", "sleep/index", ReviewRegister
    )
    library = Library(
        site,
        TODAY,
        policy,
        published,
        (page,),
        sources=read["sources"],  # type: ignore[arg-type]
        people=read["people"],  # type: ignore[arg-type]
        reviews={"sleep/index": reviews} if reviews else {},
        faults=(*faults, *found),
        rule_weights=rule_weights(policy.value),
    )
    unshown = (fault for page in library.topic_pages for fault in channel_faults(page))
    return replace(library, faults=(*library.faults, *unshown))


def try_site(text: str, title: str, registers: dict[str, str], address: str) -> None:
    """Take one case through everything. Raises AssertionError, or whatever a part of careleaf raises."""
    began = time.monotonic()
    site = Site("Test clinic", address)
    page = page_of(text, title, site)
    library = library_of(page, site, registers)
    findings = judge_library(library).findings
    report = Report(findings, 1, len(library.sources))
    for rendered in (render_text(report), render_github(report), render_json(report), render_sarif(report, RULES)):
        assert not _RAW.search(rendered), "a raw character reaches the terminal"
        rendered.encode()
    json.loads(render_json(report))
    lines = text.count("\n") + text.count("\r") + 12
    for found in findings:
        place = found.finding.location
        assert 1 <= place.line <= lines or not place.path.endswith("index.md"), "a place outside of the file"
    page_digest(page, library)
    shown_lines(page.body)
    Environment(autoescape=True).from_string("{{ title }}").render(title=page.front.value.title)
    try_handout(page, library, refused=any(found.rule.severity is Severity.ERROR for found in findings))
    embedded = alive(embed_body(page, site))
    assert not embedded, f"the embed holds {embedded}"
    if not any(found.rule.name in {"unsafe-html", "hidden-character"} for found in findings):
        on_site = [what for what in alive(page.body.html) if not what.startswith(("<!--", "style="))]
        assert not on_site, f"a page without `unsafe-html` holds {on_site}"
    assert time.monotonic() - began < SECONDS, "too slow"


def try_handout(page: Page, library: Library, *, refused: bool) -> None:
    """Make the data a handout is set from; only a page that is refused anyway may have no form on paper."""
    try:
        view = page_view(page, library, _WORDING)
        json.dumps(handout_data(Contents(view.title, (view,), {}), library, _WORDING, Makeup()))
    except RenderError:
        assert refused, "a page without errors cannot be printed"


def alive(html: str) -> list[str]:
    """Return what could act or load."""
    parser = _Alive()
    parser.feed(html)
    parser.close()
    return parser.found


REVIEW = """\
records:
  - reviewer: test-author
    role: doctor
    reviewed_on: 2026-11-01
    next_review_on: 2027-11-01
    scope: clinical
    digest: c1-0
    page: sleep/index
    site: test-clinic
    statement: Read.
"""
registers = st.fixed_dictionaries(
    {},
    optional={**{path: yaml_like(MINIMAL_SITE[f"docs/_data/{path}"]) for path in _KINDS}, "review": yaml_like(REVIEW)},
)
addresses = st.sampled_from(["", "https://clinic.test/", "https://clinic.test/health/"])
CASES = int(os.environ.get("CARELEAF_FUZZ", "200"))


def fuzz(cases: int, *, derandomize: bool, progress: bool = False) -> None:
    """Try that many cases."""
    done = 0

    @settings(max_examples=cases, deadline=None, derandomize=derandomize, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(markdown_text, words, registers, addresses)
    def one(text: str, title: str, given_registers: dict[str, str], address: str) -> None:
        nonlocal done
        done += 1
        if progress and done % 100 == 0:
            print(f"\r{done} of {cases}", end="", file=sys.stderr, flush=True)
        try_site(text, title, given_registers, address)

    one()


if __name__ == "__main__":
    fuzz(CASES, derandomize=False, progress=sys.stderr.isatty())
    print(f"{CASES} cases tried, no fault found.")
