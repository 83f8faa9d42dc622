"""The verifier of words: every word and number of each page was written, in order, and no other.

List numbers, cells and emphasis count as well. The body was held against its source before (rule `changed-text`).
Here the output is read back: the website's page, the embed, the API, and the handouts (`handout_verification`).
"""

import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from lxml import html

from careleaf.build.handout_verification import verify_handouts
from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.model.body import WORD, Body
from careleaf.model.canonical import shown_lines
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.visible_source import VisibleSource

Documents = dict[str, html.HtmlElement]
_BODY = "//*[@id='page-body']"
_SHOWN = 80
"""How many characters of a line that differs are told."""


def verify_words(site_dir: Path, run: Run, documents: Documents) -> Iterator[str]:
    """Yield, in sentences, where a channel shows other words than the page."""
    for page in run.library.pages:
        view = run.views.get(page.id)
        on_site = shown(view, Channel.SITE, run).page.body if view else page.body
        yield from _html_faults(page.url or "the home page", documents.get(page.url), page, on_site)
        if view is not None:
            embed = shown(view, Channel.EMBED, run).page
            yield from _html_faults(embed.embed_url, documents.get(embed.embed_url), page, embed.body)
            yield from _api_faults(site_dir, embed)
    yield from verify_handouts(site_dir, run)


def _html_faults(address: str, document: html.HtmlElement | None, page: Page, body: Body) -> Iterator[str]:
    found = document.xpath(_BODY) if document is not None else []
    if not found:
        yield f"{address} does not show the page's text."
        return
    inner = html.tostring(found[0], encoding="unicode", with_tail=False)
    given = shown_lines(read_body(inner, VisibleSource("", page.path, 1), {}))
    wanted = shown_lines(body)
    for line, other in zip_longest(wanted, given, fillvalue=""):
        if line != other:
            yield f"{address} shows `{other[:_SHOWN]}` where the page says `{line[:_SHOWN]}`."
            return


def _api_faults(site_dir: Path, page: Page) -> Iterator[str]:
    try:
        text = json.loads((site_dir / page.api_path).read_text(encoding="utf-8"))["text"]
    except (OSError, ValueError, KeyError):
        yield f"{page.api_path} was not written."
        return
    if tuple(WORD.findall(text)) != page.body.words:
        yield f"{page.api_path} shows other words than the page."
