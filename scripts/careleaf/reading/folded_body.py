"""Bodies folded small: a library of thousands of pages has the few in memory that are being looked at."""

import zlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Protocol

import msgspec

from careleaf.model.body import Block, Body, Element, Placed
from careleaf.model.citation import CitationMark
from careleaf.model.cited_sentence import CitedSentence
from careleaf.model.gap import Gap
from careleaf.model.outline import Outline
from careleaf.reading.stored_body import restored, stored

_FAST = 1
"""The level of zlib: a quarter of the size, in a seventh of a millisecond."""
_NUMBERS = count()


class SmallBody(Protocol):
    """A body as it is kept, in memory or elsewhere."""

    @property
    def outline(self) -> Outline:
        """What is asked of it most often."""

    def unfolded(self) -> tuple[str, bytes]:
        """Return its HTML, and the rest of it as `stored` gives it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A body as bytes."""

    content: bytes
    outlined: bytes
    """Its outline."""

    @property
    def outline(self) -> Outline:
        """What is asked of it most often."""
        return _OUTLINE.decode(self.outlined)

    def unfolded(self) -> tuple[str, bytes]:
        """Return its HTML, and the rest of it as `stored` gives it."""
        return _PARTS.decode(zlib.decompress(self.content))


def folded(body: Body) -> Folded:
    """Return a body as it is kept."""
    content = zlib.compress(msgspec.msgpack.encode(parts(body)), _FAST)
    return Folded(content, msgspec.msgpack.encode(body.outline))


def parts(body: Body) -> tuple[str, bytes]:
    """Return a body's HTML, and the rest of it as `stored` gives it; a folded one need not be read for that."""
    return body.kept.unfolded() if isinstance(body, FoldedBody) else (body.html, stored(body))


def fingerprint(body: Body) -> bytes:
    """Return a hash over a body, its images left out; a folded one need not be read for that."""
    html, rest = parts(body)
    return sha256(rest + html.encode()).digest()


class Shelf:
    """The bodies looked at last, unfolded."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._bodies: OrderedDict[int, Body] = OrderedDict()

    def body(self, number: int, kept: SmallBody, path: str) -> Body:
        """Return the body kept under a number."""
        body = self._bodies.get(number)
        if body is None:
            html, rest = kept.unfolded()
            body = self._bodies[number] = restored(rest, html, path)
            if len(self._bodies) > self._most:
                self._bodies.popitem(last=False)
        else:
            self._bodies.move_to_end(number)
        return body


class FoldedBody(Body):
    """A body that unfolds when somebody looks at it."""

    def __init__(self, kept: SmallBody, path: str, images: Mapping[str, str], shelf: Shelf) -> None:
        self.__dict__.update(kept=kept, images=images, _path=path, _shelf=shelf, _number=next(_NUMBERS))

    kept: SmallBody
    _path: str
    _shelf: Shelf
    _number: int

    @property
    def _body(self) -> Body:
        return self._shelf.body(self._number, self.kept, self._path)

    @property
    def html(self) -> str:
        """Its HTML."""
        return self._body.html

    @property
    def tree(self) -> Element:
        """Its elements, from the outermost on."""
        return self._body.tree

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its texts."""
        return self._body.blocks

    @property
    def elements(self) -> tuple[Placed, ...]:
        """Every element, in document order."""
        return self._body.elements

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Where words were lost, added or changed."""
        return self._body.gaps

    @property
    def marks(self) -> tuple[CitationMark, ...]:
        """All citation marks, in reading order."""
        return self._body.marks

    @property
    def cited_sentences(self) -> tuple[CitedSentence, ...]:
        """Every sentence that could claim something, with what it cites."""
        return self._body.cited_sentences

    @property
    def cards(self) -> tuple[Element, ...]:
        """Every care card."""
        return self._body.cards

    @property
    def outline(self) -> Outline:
        """What is asked of it most often: it is at hand."""
        return self.kept.outline

    def placed(self, *tags: str) -> Iterator[Placed]:
        """Yield the elements with one of these tags, in document order."""
        return self._body.placed(*tags)


_OUTLINE = msgspec.msgpack.Decoder(Outline)
_PARTS = msgspec.msgpack.Decoder(tuple[str, bytes])
