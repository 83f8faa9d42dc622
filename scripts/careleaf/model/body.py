"""The rendered body of a page: one tree for all channels, and its texts with their places.

Python-Markdown keeps no line numbers. Reading aligns the words of the source with those of the
rendered body; so every word here knows the line and column it was written at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from careleaf.model.citation import Citation, CitationMark
from careleaf.model.cited_sentence import CitedSentence, cited_sentences
from careleaf.model.finding import Location
from careleaf.model.gap import Gap
from careleaf.model.outline import Link, Outline


@dataclass(frozen=True, slots=True)
class Element:
    """One HTML element: what every channel is made from."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Element | str", ...]

    @property
    def classes(self) -> frozenset[str]:
        """The element's class names."""
        return _names(self.attributes.get("class", ""))

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if not isinstance(child, str)]

    @property
    def text(self) -> str:
        """All text below this element, as it stands."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


@lru_cache(maxsize=4096)
def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


EMPTY_ELEMENT = Element("body", {}, ())


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text a reader takes in at once: a paragraph, heading, list item, cell or caption."""

    tag: str
    text: str
    """Visible words, white space folded, without citation numbers."""
    location: Location
    word_offsets: tuple[int, ...]
    """Where each word starts in the text."""
    word_lines: tuple[int, ...]
    """The line of the source on which each word was written."""
    word_columns: tuple[int, ...]
    marks: tuple[CitationMark, ...] = ()
    id: str = ""
    """The anchor of a heading."""
    lead_in: int | None = None
    """The index of the block that introduces it: a list's lead-in, a table's caption."""
    companions: tuple[int, ...] = ()
    """Indexes of blocks whose citations are its own too: a cell's row and the head of its column, a meaning's term."""

    def locate(self, offset: int) -> Location:
        """Return where the word at or before this offset of the text was written."""
        index = bisect_right(self.word_offsets, offset) - 1
        return self.location_of(index) if index >= 0 else self.location

    def location_of(self, index: int) -> Location:
        """Return where one of its words was written."""
        return Location(self.location.path, self.word_lines[index], self.word_columns[index])

    @property
    def is_heading(self) -> bool:
        """Whether this is a heading."""
        return self.tag in HEADINGS

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Everything cited in this block."""
        return tuple(c for mark in self.marks for c in mark.citations)


WORD = re.compile(r"[^\W_]+")
"""A word or number: letters and digits without anything between them."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


_GENERATED = ("#source-", "#__")
"""How addresses begin that templates and the engine make."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element whose place in the source is known: a link, an image, a heading, a card."""

    element: Element
    location: Location

    @property
    def text(self) -> str:
        """Its visible words."""
        return " ".join(self.element.text.split())

    @property
    def is_authored_link(self) -> bool:
        """Whether this is a link somebody wrote: no permalink of a heading, no citation's number."""
        href = self.element.attributes.get("href")
        return href is not None and "headerlink" not in self.element.classes and not href.startswith(_GENERATED)

    @property
    def link(self) -> Link:
        """Where it leads, for an element that leads anywhere."""
        return Link(self.element.attributes["href"], self.location.line, self.location.column)


@dataclass(frozen=True)
class Body:
    """A page's body as every channel shows it."""

    html: str = ""
    tree: Element = EMPTY_ELEMENT
    blocks: tuple[Block, ...] = ()
    elements: tuple[Placed, ...] = ()
    """Every element, in document order."""
    images: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of what each local image shows, by its address in the page."""
    gaps: tuple[Gap, ...] = ()
    """Where words were lost, added or changed on the way from the source."""

    @cached_property
    def marks(self) -> tuple[CitationMark, ...]:
        """All citation marks, in reading order."""
        return tuple(mark for block in self.blocks for mark in block.marks)

    @cached_property
    def outline(self) -> Outline:
        """What is asked of it most often."""
        cited = (c.source for mark in self.marks for c in mark.citations)
        kinds = (placed.element.attributes.get("data-block") for placed in self.placed("section"))
        return Outline(
            cited_sources=tuple(dict.fromkeys(cited)),
            pictures=tuple(dict.fromkeys(p.element.attributes.get("src", "") for p in self.placed("img"))),
            anchors=tuple(sorted({p.element.attributes["id"] for p in self.elements if "id" in p.element.attributes})),
            links=tuple(p.link for p in self.placed("a") if p.is_authored_link),
            block_kinds=tuple(dict.fromkeys(kind for kind in kinds if kind)),
            has_cards=any("care-card" in placed.element.classes for placed in self.elements),
        )

    @property
    def cited_sources(self) -> tuple[str, ...]:
        """Keys of cited sources in order of first citation: the first is number 1."""
        return self.outline.cited_sources

    @cached_property
    def cited_sentences(self) -> tuple[CitedSentence, ...]:
        """Every sentence that could claim something, with what it cites: many rules go through them."""
        return tuple(cited_sentences(self))

    @property
    def words(self) -> tuple[str, ...]:
        """Every visible word and number, in reading order; citation marks and generated labels left out."""
        return tuple(word for block in self.blocks for word in WORD.findall(block.text))

    @cached_property
    def cards(self) -> tuple[Element, ...]:
        """Every care card, in document order."""
        return tuple(element for element in self.tree.walk() if "care-card" in element.classes)

    @property
    def anchors(self) -> frozenset[str]:
        """Every id a link can point at."""
        return frozenset(self.outline.anchors)

    def with_tree(self, tree: Element) -> "Body":
        """Return the body with another tree."""
        return Body(self.html, tree, self.blocks, self.elements, self.images, self.gaps)

    def placed(self, *tags: str) -> Iterator[Placed]:
        """Yield the elements with one of these tags, in document order."""
        found = [pair for tag in tags for pair in self._by_tag.get(tag, ())]
        return (placed for _, placed in (sorted(found, key=lambda pair: pair[0]) if len(tags) > 1 else found))

    @cached_property
    def _by_tag(self) -> Mapping[str, list[tuple[int, Placed]]]:
        """The elements of each tag with their positions: many rules ask for a few."""
        by_tag: dict[str, list[tuple[int, Placed]]] = {}
        for pair in enumerate(self.elements):
            by_tag.setdefault(pair[1].element.tag, []).append(pair)
        return by_tag
