r"""The canonical text of a page, and its digest: what exactly a reviewer signs.

Scheme ``c1``: UTF-8 text, one line for each thing a reader meets, in reading order, each line ended by
a line feed. White space is folded to single spaces. The digest is ``c1-`` and the SHA-256 of that text in
hexadecimal. A line is made of a word that says what it is, and its content:

- ``standalone``: the ids of the sections that may stand alone, where there are any
- ``title``, ``description``, ``main-message``, and ``action`` where there is one: the parts of the front matter a
  reader sees
- ``h2`` to ``h6``, ``p``, ``item``, ``cell``, ``head-cell``, ``caption`` and so on: the text of a block
- ``list``, ``quotation``, ``table``, ``row``, ``box``, ``card`` with its level and region, ``block`` with its kind:
  what holds blocks; ``end`` and the same word close it. ``list-item`` carries the number a reader sees, or ``-``;
  ``rule`` is a line across
- ``evidence``: each cited evidence statement, by source key and id

Within a text, ``*…*`` is emphasis, ``**…**`` strong emphasis, ``[@key#evidence]`` a citation; ``<link …>`` follows the
words of a link with its target, ``<abbr …>`` those of an abbreviation with its meaning; ``<image …>`` is the SHA-256 of
what a picture shows and its alternative text; ``<del>``, ``<ins>``, ``<mark>``, ``<sup>`` and ``<sub>`` are as in HTML.
The characters ``\ * [ ] < >`` of the text itself have a backslash before them, so that no text can pass for markup.

So `**` for `__`, wrapped lines, a theme, or front matter nobody sees change nothing; a word, a figure, a
number of a list, a link's target, an image or the evidence behind a sentence changes the digest.
"""

import re
from collections.abc import Callable, Iterator

from careleaf.model.body import Body, Element
from careleaf.model.digest import digest_of
from careleaf.model.generated_part import GENERATED_CLASSES
from careleaf.model.library import Library
from careleaf.model.page import Page

_NAMES = {"li": "item", "td": "cell", "th": "head-cell", "dt": "term", "dd": "meaning", "figcaption": "caption"}
_EMPHASIS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_KEPT = frozenset({"del", "ins", "mark", "sup", "sub"})
_INLINE = _EMPHASIS.keys() | _KEPT | {"a", "abbr", "code", "kbd", "span", "br", "small", "q", "cite", "img"}
_HOLDERS = {"ul": "list", "ol": "list", "dl": "list", "blockquote": "quotation", "table": "table", "tr": "row"}
_SPECIAL = re.compile(r"[\\*\[\]<>]")

_DIGITS = 10
"""A list cannot start at a longer number than has so many digits."""


def page_digest(page: Page, library: Library) -> str:
    """Return the digest of what a reader gets from a page, scheme first."""
    known = library.known_digests.get(page.id)
    if known is None or known[0] is not page or known[1] is not library.sources:
        known = page, library.sources, digest_of(canonical_text(page, library))
        library.known_digests[page.id] = known
    return known[2]


def canonical_text(page: Page, library: Library) -> str:
    """Return the text a reviewer signs; see the head of this module for its form."""
    front = page.front.value
    head = (f"title {front.title}", f"description {front.description}", f"main-message {front.main_message}")
    action = (f"action {front.action}",) if front.action else ()
    alone = (f"standalone {' '.join(front.standalone)}",) if front.standalone else ()
    lines = (*head, *action, *alone, *_block_lines(page.body.tree, _signed(page.body)), *_evidence_lines(page, library))
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
            return f"<image {body.images.get(source, source)} {text}>"
        return f"{text}<link {node.attributes['href']}>" if "href" in node.attributes else text

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
        if child.classes & GENERATED_CLASSES:
            continue
        yield from _held(child, number, mark)
    yield from _text_line(name, inline)


def _held(element: Element, number: str, mark: Mark) -> Iterator[str]:
    """Yield a block with what a reader sees of the thing that holds it: a card's level, an item's number."""
    holder = _holder(element)
    if holder:
        yield f"{holder} {number}" if holder == "list-item" else holder
    yield from _block_lines(element, mark)
    if holder and element.tag not in {"li", "hr"}:
        yield f"end {holder.split()[0]}"


def _text_line(name: str, inline: list[str]) -> Iterator[str]:
    text = _fold("".join(inline))
    if text:
        yield f"{name} {text}"


def _holder(element: Element) -> str:
    if "care-card" in element.classes:
        level, region = element.attributes.get("data-level", ""), element.attributes.get("data-region", "")
        return f"card {level} {region}".rstrip()
    if "data-block" in element.attributes:
        return f"block {element.attributes['data-block']}"
    if element.tag in {"li", "hr"}:
        return "list-item" if element.tag == "li" else "rule"
    return "box" if "admonition" in element.classes else _HOLDERS.get(element.tag, "")


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
        return _escaped(node)
    if node.classes & GENERATED_CLASSES:
        return ""
    if "citation" in node.classes:
        return mark(node, "")
    if node.tag == "img":
        return mark(node, _escaped(node.attributes.get("alt", "")))
    text = "".join(_inline(child, mark) for child in node.children)
    if node.tag == "a":
        return mark(node, text)
    if node.tag == "abbr" and node.attributes.get("title"):
        return f"{text}<abbr {_escaped(node.attributes['title'])}>"
    around = _EMPHASIS.get(node.tag, "")
    return f"<{node.tag}>{text}</{node.tag}>" if node.tag in _KEPT else f"{around}{text}{around}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


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
