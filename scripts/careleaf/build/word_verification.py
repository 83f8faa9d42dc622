"""The verifier of words: every word and number of each page was written, in order, and no other.

List numbers, cells and emphasis count as well. The body was held against its source before (rule `changed-text`).
Here the output is read back: the website's page, the embed, and the tagged text of the handout, whose extra words
(state, sources, running lines) may stand around and between, but none of the page's own may be missing or misplaced.
"""

import json
from collections.abc import Generator, Iterator
from itertools import zip_longest
from pathlib import Path

import pikepdf
from lxml import html

from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.channels.page_view import PageView
from careleaf.model.body import WORD, Body
from careleaf.model.canonical import shown_lines
from careleaf.model.generated_part import LABELS
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.reading.body import read_body
from careleaf.reading.tagged_pdf import tagged_text
from careleaf.reading.visible_source import VisibleSource

Documents = dict[str, html.HtmlElement]
_BODY = "//*[@id='page-body']"
_SHOWN = 80
"""How many characters of a line that differs are told."""
_NEAR = 6
"""How many words are told of those a handout lacks."""
_NUMBER_DIGITS = 4
_HANDOUT_WORDS = ("main-message", "sources", "review-heading", "version", "last-changed", "page-of", "archived-copy")
"""Keys of the interface words a handout prints."""


def verify_words(site_dir: Path, run: Run, documents: Documents) -> Iterator[str]:
    """Yield, in sentences, where a channel shows other words than the page."""
    for page in run.library.pages:
        view = run.views.get(page.id)
        on_site = shown(view, Channel.SITE, run).page.body if view else page.body
        yield from _html_faults(page.url or "the home page", documents.get(page.url), page, on_site)
        if view is not None:
            embed = shown(view, Channel.EMBED, run).page
            yield from _html_faults(embed.embed_url, documents.get(embed.embed_url), page, embed.body)
            yield from _handout_faults(site_dir, shown(view, Channel.HANDOUT, run), run)
            yield from _api_faults(site_dir, embed)
    for topic, pages in run.library.topics.items():
        if topic:
            chapters = [shown(run.views[page.id], Channel.HANDOUT, run).page.body.words for page in pages]
            yield from _lacking(site_dir, f"handouts/{topic}.pdf", tuple(word for words in chapters for word in words))


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


def _handout_faults(site_dir: Path, view: PageView, run: Run) -> Iterator[str]:
    """Yield what a handout lacks of its page, and any word in it that neither the page nor its records hold."""
    words = view.page.body.words
    given = yield from _lacking(site_dir, view.page.handout_path, words)
    known = {*words, *(word for line in _printed_around(view, run) for word in WORD.findall(line))}
    strange = [word for word in dict.fromkeys(given) if word not in known and not _is_small_number(word)]
    if strange:
        yield f"{view.page.handout_path} shows `{' '.join(strange[:_NEAR])}`, which stands in no part of the page."


def _lacking(site_dir: Path, path: str, words: tuple[str, ...]) -> Generator[str, None, list[str]]:
    """Yield what a PDF lacks of these words in their order; return the words it has."""
    try:
        text = tagged_text((site_dir / path).read_bytes(), link_edge=" ")
    except (OSError, pikepdf.PdfError):
        yield f"{path} was not written."
        return []
    given = WORD.findall(text)
    missing = _first_missing(words, given)
    if missing is not None:
        yield f"{path} lacks `{' '.join(words[missing : missing + _NEAR])}`, or shows it out of order."
    return given


def _first_missing(words: tuple[str, ...], given: list[str]) -> int | None:
    rest = iter(given)
    return next((index for index, word in enumerate(words) if word not in rest), None)


def _is_small_number(word: str) -> bool:
    """Tell whether a word can be the number of a source, a list item or a sheet."""
    return word.isdigit() and len(word) < _NUMBER_DIGITS


def _printed_around(view: PageView, run: Run) -> Iterator[str]:
    """Yield everything a handout may say beside the words of its page: the named list of its extra words."""
    review = view.review
    yield from (view.title, view.main_message, run.site.name, run.library.policy.value.publisher, view.public_url)
    yield from (review.heading, review.meaning, review.short, review.general_information, view.state.digest[3:15])
    yield from (part for fact in review.facts for part in (fact.label, fact.text))
    yield from (part for s in view.sources for part in (s.line, s.address, s.archived, s.checked))
    yield from (placed.element.attributes.get("alt", "") for placed in view.page.body.placed("img"))
    yield from (placed.element.attributes.get("title", "") for placed in view.page.body.placed("abbr"))
    yield from (_labels(view.page))
    yield from (run.wording.texts[key] for key in _HANDOUT_WORDS)


def _labels(page: Page) -> Iterator[str]:
    """Yield the words a card or block adds to what its author wrote: its level, region or kind."""
    yield from (element.text for element in page.body.tree.walk() if element.classes & LABELS)


def _api_faults(site_dir: Path, page: Page) -> Iterator[str]:
    try:
        text = json.loads((site_dir / page.api_path).read_text(encoding="utf-8"))["text"]
    except (OSError, ValueError, KeyError):
        yield f"{page.api_path} was not written."
        return
    if tuple(WORD.findall(text)) != page.body.words:
        yield f"{page.api_path} shows other words than the page."
