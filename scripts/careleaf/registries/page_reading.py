"""What a page says: its text without menus and scripts, and the day of its last change.

A page is parsed by lxml and never run. Deep nesting ends the parsing early, and what was read until then counts.
"""

import json
import re
from codecs import lookup
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from lxml import html
from lxml.etree import LxmlError

from careleaf.registries.plain import LONGEST_TEXT, day_of
from careleaf.registries.reply import Reply

_NO_TEXT = "script style noscript template svg nav header footer aside form iframe select button".split()
_BLOCKS = "p li td th dd dt h1 h2 h3 h4 h5 h6 figcaption blockquote caption pre".split()
_ENOUGH_WORDS = 8
"""A block of fewer words may be a button, a date or a counter: it does not make a page another page."""
_LEAST = 200
"""Letters below which a page shows its words by script only, or not at all."""
_CHANGE_NAMES = frozenset(
    "article:modified_time og:updated_time last-modified dcterms.modified dc.date.modified datemodified lastreviewed"
    " citation_online_date".split()
)
_CHANGE_KEYS = ("dateModified", "lastReviewed")
_MOST_DATA = 50


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read on a page."""

    text: str = ""
    """Its visible words; empty when they are too few to look into."""
    fingerprint: str = ""
    modified: date | None = None


def read_page(page: Reply) -> PageReading:
    """Read a page's words and dates; empty for what is no readable HTML."""
    tree = parse_html(page)
    if tree is None:
        return PageReading()
    days = [day for day in _change_days(tree) if day <= page.received_on]
    main = _main(tree)
    for tag in _NO_TEXT:
        for unwanted in list(main.iter(tag)):
            unwanted.drop_tree()
    text = " ".join(" ".join(main.itertext()).split())[:LONGEST_TEXT]
    known = sum(map(str.isalpha, text)) >= _LEAST
    return PageReading(text if known else "", _fingerprint(main) if known else "", max(days, default=None))


def parse_html(page: Reply) -> html.HtmlElement | None:
    """Return the tree of a page; None when there is none."""
    charset = re.search(r"charset=\"?([\w-]{1,40})", page.headers.get("content-type", ""))
    parser = html.HTMLParser(encoding=_known(charset[1]) if charset else None, no_network=True, remove_comments=True)
    try:
        return html.document_fromstring(page.body, parser)
    except (LxmlError, ValueError, AssertionError):
        return None


def json_data(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's JSON-LD; what is broken is left out."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:_MOST_DATA]:
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph") if isinstance(data, dict) else None
        for one in (data if isinstance(data, list) else graph if isinstance(graph, list) else [data])[:_MOST_DATA]:
            if isinstance(one, dict):
                yield one


def named_data(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield names and contents of a page's ``meta`` elements and of its microdata, names in small letters."""
    for element in tree.xpath("//meta[@content] | //*[@itemprop]")[:1_000]:
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        yield name.strip().lower(), element.get("content") or element.get("datetime") or ""


def _main(tree: html.HtmlElement) -> html.HtmlElement:
    """Return the part that holds what the page is about; of several articles, none is it."""
    named, articles = tree.xpath("//main | //*[@role='main']"), tree.xpath("//article")
    return named[0] if named else articles[0] if len(articles) == 1 else tree


def _change_days(tree: html.HtmlElement) -> Iterator[date]:
    said: list[object] = [content for name, content in named_data(tree) if name in _CHANGE_NAMES]
    said += [one.get(key) for one in json_data(tree) for key in _CHANGE_KEYS]
    return (day for value in said if (day := day_of(value)))


def _fingerprint(main: html.HtmlElement) -> str:
    blocks = (" ".join(" ".join(block.itertext()).split()) for block in main.iter(*_BLOCKS))
    kept = (text for text in blocks if len(text.split()) >= _ENOUGH_WORDS)
    return sha256("\n".join(kept).encode("utf-8", "replace")).hexdigest()[:16]


def _known(charset: str) -> str | None:
    try:
        return lookup(charset).name
    except LookupError:
        return None
