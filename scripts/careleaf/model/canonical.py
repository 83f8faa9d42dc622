"""The canonical text of a page, and its digest: what exactly a reviewer signs.

Scheme ``c1``: UTF-8 text, one line for each thing a reader meets, in reading order, each line ended by
a line feed. White space is folded to single spaces. The digest is ``c1-`` and the SHA-256 of that text in
hexadecimal. A line is made of a word that says what it is, and its content:

- ``title``, ``description``, ``main-message``: the parts of the front matter a reader sees
- ``h2`` to ``h6``, ``p``, ``item``, ``cell``, ``head-cell``, ``caption`` and so on: the text of a block; emphasis is
  written ``*…*``, a link ``text<target>``, a citation ``[@key#evidence]``, a list item with its number or ``-``
- ``card``, ``row``, ``list`` and so on: structure that has no text of its own
- ``image``: the SHA-256 of what it shows, and its alternative text
- ``evidence``: each cited evidence statement, by source key and id

So `**` for `__`, wrapped lines, a theme, or front matter nobody sees change nothing; a word, a figure, a
number of a list, a link's target, an image or the evidence behind a sentence changes the digest.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256

from careleaf.model.body import Body, Element
from careleaf.model.library import Library
from careleaf.model.page import Page

SCHEME = "c1"

_NAMES = {"li": "item", "td": "cell", "th": "head-cell", "dt": "term", "dd": "meaning", "figcaption": "caption"}
_EMPHASIS = frozenset({"strong", "em", "b", "i", "del", "ins", "mark", "sup", "sub"})
_INLINE = _EMPHASIS | {"a", "abbr", "code", "kbd", "span", "br", "small", "q", "cite", "img"}
_SILENT_CLASSES = frozenset({"headerlink", "care-card__level", "care-card__region"})

_DIGITS = 10
"""A list cannot start at a longer number than has so many digits."""


def page_digest(page: Page, library: Library) -> str:
    """Return the digest of what a reader gets from a page, scheme first."""
    return f"{SCHEME}-{sha256(canonical_text(page, library).encode()).hexdigest()}"


def canonical_text(page: Page, library: Library) -> str:
    """Return the text a reviewer signs; see the head of this module for its form."""
    front = page.front.value
    head = (f"title {front.title}", f"description {front.description}", f"main-message {front.main_message}")
    lines = (*head, *_block_lines(page.body.tree, _signed(page.body)), *_evidence_lines(page, library))
    return "".join(f"{_fold(line)}\n" for line in lines)


def shown_lines(body: Body) -> tuple[str, ...]:
    """Return what any channel must show of a body: its words, list numbers, cells and emphasis, a line a block.

    Targets of links, citations and what pictures show are left out: channels write those in their own way.
    """
    return tuple(map(_fold, _block_lines(body.tree, lambda node, text: text)))


Mark = Callable[[Element, str], str]
"""Writes a link, picture or citation; its second argument is the text a reader sees there."""


def _signed(body: Body) -> Mark:
    def mark(node: Element, text: str) -> str:
        if "citation" in node.classes:
            return f"[{node.attributes.get('data-cite', '')}]"
        if node.tag == "img":
            source = node.attributes.get("src", "")
            return f"\nimage {body.images.get(source, source)} {text}\n"
        return f"{text}<{node.attributes['href']}>" if "href" in node.attributes else text

    return mark


def _block_lines(element: Element, mark: Mark) -> Iterator[str]:
    """Yield one line a block; inline children of one block are joined."""
    inline: list[str] = []
    name = _NAMES.get(element.tag, element.tag)
    for number, child in _numbered(element):
        if isinstance(child, str) or child.tag in _INLINE:
            inline.append(_inline(child, mark))
            continue
        yield from _text_line(name, inline)
        inline.clear()
        if child.classes & _SILENT_CLASSES:
            continue
        yield from _structure_line(child, number)
        yield from _block_lines(child, mark)
    yield from _text_line(name, inline)


def _text_line(name: str, inline: list[str]) -> Iterator[str]:
    text = _fold("".join(inline))
    if text:
        yield f"{name} {text}"


def _structure_line(element: Element, number: str) -> Iterator[str]:
    """Yield what a reader sees of a container: a card's level, a list item's number, a table's row."""
    if element.tag == "li":
        yield f"list-item {number}"
    elif "care-card" in element.classes:
        level, region = element.attributes.get("data-level", ""), element.attributes.get("data-region", "")
        yield f"card {level} {region}"
    elif element.tag in {"table", "tr", "blockquote", "hr"}:
        yield element.tag


def _numbered(element: Element) -> Iterator[tuple[str, Element | str]]:
    """Pair each child with the number a reader sees before it: ``3.`` or ``-``."""
    start = element.attributes.get("start", "1")
    count = int(start) if start.isascii() and start.isdigit() and len(start) < _DIGITS else 1
    for child in element.children:
        is_item = isinstance(child, Element) and child.tag == "li"
        yield (f"{count}." if element.tag == "ol" else "-"), child
        count += is_item


def _inline(node: Element | str, mark: Mark) -> str:
    if isinstance(node, str):
        return node
    if node.classes & _SILENT_CLASSES:
        return ""
    if "citation" in node.classes:
        return mark(node, "")
    if node.tag == "img":
        return mark(node, node.attributes.get("alt", ""))
    text = "".join(_inline(child, mark) for child in node.children)
    if node.tag == "a":
        return mark(node, text)
    return f"*{text}*" if node.tag in _EMPHASIS else text


def _evidence_lines(page: Page, library: Library) -> Iterator[str]:
    cited = dict.fromkeys(c for mark in page.body.marks for c in mark.citations)
    statements = {
        f"{citation.source}#{evidence_id}": evidence.says
        for citation in cited
        for evidence_id, evidence in library.evidence_for(citation).items()
    }
    return (f"evidence {key}: {says}" for key, says in sorted(statements.items()))


def _fold(text: str) -> str:
    return " ".join(text.split())
