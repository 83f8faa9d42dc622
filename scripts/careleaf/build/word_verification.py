"""The verifier of words: every word and number of each page was written, in order, and no other.

List numbers, cells and emphasis count as well. The body was held against its source before (rule `changed-text`).
Here the output is read back: the website's page, the embed, the API, and the handouts (`handout_verification`).
"""

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from careleaf.build.handout_verification import verify_handouts
from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.model.body import WORD
from careleaf.model.canonical import shown_lines
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.reading.written_page import WrittenPage

_SHOWN = 80
"""How many characters of a line that differs are told."""


def verify_words(site_dir: Path, run: Run, documents: Mapping[str, WrittenPage]) -> Iterator[str]:
    """Yield, in sentences, where a channel shows other words than the page."""
    for page in run.library.pages:
        view = run.views.get(page.id)
        on_site = shown(view, Channel.SITE, run).page.body if view else page.body
        wanted = shown_lines(on_site)
        yield from html_faults(page.url or "the home page", documents.get(page.url), wanted)
        if view is not None:
            embed = shown(view, Channel.EMBED, run).page
            lines = wanted if embed.body is on_site else shown_lines(embed.body)
            yield from html_faults(embed.embed_url, documents.get(embed.embed_url), lines)
            yield from _api_faults(site_dir, embed)
    yield from verify_handouts(site_dir, run)


def html_faults(address: str, document: WrittenPage | None, wanted: tuple[str, ...]) -> Iterator[str]:
    """Yield the first line in which a document's body differs from what it should be."""
    if document is None or document.lines is None:
        yield f"{address} does not show the page's text."
        return
    for line, other in zip_longest(wanted, document.lines, fillvalue=""):
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
