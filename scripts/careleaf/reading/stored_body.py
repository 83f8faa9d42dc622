"""A body as bytes and back: so that what one process read another need not read again.

MessagePack by msgspec: decoding makes the named types and nothing else, so bytes from anywhere run no code.
"""

from dataclasses import dataclass

import msgspec

from careleaf.model.body import Block, Body, Element, Placed
from careleaf.model.finding import Location
from careleaf.model.gap import Gap


@dataclass(frozen=True, slots=True)
class _Stored:
    """A body without its HTML and images; each element is named by its number in the walk over the tree."""

    tree: Element
    blocks: tuple[Block, ...]
    elements: tuple[tuple[int, int, int], ...]
    """Number, line and column."""
    gaps: tuple[Gap, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Stored)


def stored(body: Body) -> bytes:
    """Return a body's tree, blocks, elements and gaps as bytes."""
    numbers = {id(element): number for number, element in enumerate(body.tree.walk())}
    elements = tuple((numbers[id(p.element)], p.location.line, p.location.column) for p in body.elements)
    return _ENCODER.encode(_Stored(body.tree, body.blocks, elements, body.gaps))


def restored(content: bytes, html: str, path: str) -> Body:
    """Return the body of a page's HTML from its bytes; `path` is the page's file.

    Raises:
        msgspec.MsgspecError: the bytes are no body.
    """
    kept = _DECODER.decode(content)
    walk = list(kept.tree.walk())
    elements = tuple([Placed(walk[number], Location(path, line, column)) for number, line, column in kept.elements])
    return Body(html, kept.tree, kept.blocks, elements, {}, kept.gaps)
