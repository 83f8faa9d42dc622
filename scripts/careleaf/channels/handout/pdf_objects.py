"""The objects of a PDF as Typst writes it, and the same objects packed (ISO 32000-1, 7.5.7 and 7.5.8).

Typst compresses pictures, fonts and text alone; the tag tree is a third of the file. A general library takes every
object apart before it writes them anew, at a third of the cost of the handout. Typst's own files are simpler than PDF
may be: one plain table of offsets at the end, every object once and of generation 0. Anything else is refused.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import compress

from careleaf.model.errors import RenderError

_END = re.compile(rb"trailer\n<</Size \d+(.*)>>\nstartxref\n(\d+)\n%%EOF\s*", re.DOTALL)
_TABLE = re.compile(rb"xref\n0 (\d+)\n0000000000 65535 f\r\n((?:\d{10} 00000 n\r\n)*)")
_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*)\nendobj\s*", re.DOTALL)
_LINE = 20
"""Bytes of one line of the table of offsets."""
_MOST_IN_STREAM = 500
_WIDTHS = (1, 4, 2)
"""Bytes of the columns of the packed table: the kind of entry, where it is, and which it is there."""
_LEVEL = 6
"""Of compression: 9 is twice as slow and a hundredth smaller."""

Row = tuple[int, int, int]
"""An entry of the packed table."""
_FREE: Row = (0, 0, 65535)


@dataclass(frozen=True, slots=True)
class PdfObjects:
    """What a PDF holds."""

    header: bytes
    """Which version of PDF it is."""
    objects: dict[int, bytes]
    """What stands between `obj` and `endobj`, by number: 1 and on, none left out."""
    trailer: bytes
    """The keys that say where reading begins, the number of objects left out."""


def pdf_objects(pdf: bytes) -> PdfObjects:
    """Return the objects of a PDF from Typst. Raises RenderError when it is written in another way."""
    tail = pdf.rfind(b"trailer\n")
    end = _END.fullmatch(pdf, tail) if tail >= 0 else None
    table = _TABLE.fullmatch(pdf, int(end[2]), tail) if end else None
    if not end or not table or int(table[1]) != len(table[2]) // _LINE + 1:
        raise _unreadable()
    offsets = (int(table[2][at : at + 10]) for at in range(0, len(table[2]), _LINE))
    places = sorted((offset, number) for number, offset in enumerate(offsets, start=1))
    bounds = pairwise([*places, (int(end[2]), 0)])
    objects = {number: _object(pdf[start:stop], number) for (start, number), (stop, _) in bounds}
    return PdfObjects(pdf[: places[0][0]].rstrip() + b"\n", objects, end[1])


def packed(file: PdfObjects) -> bytes:
    """Return a PDF in which all that may be is compressed; the same objects give the same bytes."""
    numbers = sorted(file.objects)
    loose = [number for number in numbers if _is_stream(file.objects[number])]
    plain = [number for number in numbers if not _is_stream(file.objects[number])]
    groups = [plain[at : at + _MOST_IN_STREAM] for at in range(0, len(plain), _MOST_IN_STREAM)]
    streams = dict(enumerate((_object_stream(file.objects, group) for group in groups), start=len(numbers) + 1))
    rows = {0: _FREE}
    for stream, group in zip(streams, groups, strict=True):
        rows.update({number: (2, stream, index) for index, number in enumerate(group)})
    out = bytearray(file.header)
    for number, content in [*((number, file.objects[number]) for number in loose), *streams.items()]:
        rows[number] = (1, len(out), 0)
        out += _numbered(number, content)
    start, last = len(out), len(rows)
    rows[last] = (1, start, 0)
    out += _numbered(last, _table([rows[number] for number in range(len(rows))], file.trailer))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _object(content: bytes, number: int) -> bytes:
    found = _OBJECT.fullmatch(content)
    if not found or int(found[1]) != number:
        raise _unreadable()
    return found[2]


def _is_stream(content: bytes) -> bool:
    return content.endswith(b"endstream")


def _numbered(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, content)


def _object_stream(objects: dict[int, bytes], numbers: Sequence[int]) -> bytes:
    """Return some objects as one compressed stream: first where each begins, then the objects."""
    at, index = 0, []
    for number in numbers:
        index.append(b"%d %d " % (number, at))
        at += len(objects[number]) + 1
    head = b"".join(index)
    keys = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(head))
    return _stream(keys, head + b"\n".join(objects[number] for number in numbers))


def _table(rows: Sequence[Row], trailer: bytes) -> bytes:
    """Return the table of offsets as a stream, each line as its difference to the one above (PNG's filter Up)."""
    lines = [b"".join(value.to_bytes(width) for value, width in zip(row, _WIDTHS, strict=True)) for row in rows]
    length = sum(_WIDTHS)
    above = [bytes(length), *lines]
    changes = (bytes((a - b) & 255 for a, b in zip(*pair, strict=True)) for pair in zip(lines, above, strict=False))
    keys = b"/Type/XRef/Size %d/W[%d %d %d]/DecodeParms<</Predictor 12/Columns %d>>" % (len(rows), *_WIDTHS, length)
    return _stream(keys + trailer, b"".join(b"\2" + change for change in changes))


def _stream(keys: bytes, content: bytes) -> bytes:
    small = compress(content, _LEVEL)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (keys, len(small), small)


def _unreadable() -> RenderError:
    return RenderError("Typst wrote a PDF whose objects cannot be read")
