"""What a font file says about itself (OpenType 1.9, https://learn.microsoft.com/typography/opentype/spec/).

Read here are its name, its table of characters and whether it may be embedded; Typst does the rest. Every number of a
file may lie: what leads outside of the file is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import error, unpack_from

_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platforms and encodings of Unicode maps: those beyond the first 65,536 characters come first."""
_NAMES = (16, 1)
"""The typographic family, else the family (`name`)."""
_BASIC, _FULL = 4, 12
_MOST_SPANS = 70_000
_LAST_BASIC, _LAST = 0xFFFE, 0x10FFFF
_RESTRICTED, _BITMAPS_ONLY = 0x0002, 0x0200
_USAGE = 0x000F
"""`OS/2`, fsType: licence bits, of which restricted may stand beside no other."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What one font file says."""

    family: str
    spans: tuple[tuple[int, int], ...]
    """Code points it has, as first and last numbers, in order and apart."""
    may_be_embedded: bool


def read_font(content: bytes) -> FontFile:
    """Return what a font file says. Raises ValueError, with the end of a sentence, for what cannot be used."""
    if content[:4] == _COLLECTION:
        raise ValueError("is a collection of typefaces; take out the one you need")
    if content[:4] not in _KINDS:
        raise ValueError("is no TTF or OTF file")
    try:
        tables = _tables(content)
        usage = unpack_from(">H", content, tables[b"OS/2"] + 8)[0]
        spans = tuple(_joined(sorted(_spans(content, _unicode_map(content, tables[b"cmap"])))))
        family = _family(content, tables[b"name"])
    except (error, KeyError, UnicodeError) as fault:
        raise ValueError("is damaged, or lacks a table it needs") from fault
    return FontFile(family, spans, usage & _USAGE != _RESTRICTED and not usage & _BITMAPS_ONLY)


def _tables(content: bytes) -> dict[bytes, int]:
    count = unpack_from(">H", content, 4)[0]
    return dict(unpack_from(">4s4xL", content, 12 + 16 * index) for index in range(count))


def _unicode_map(content: bytes, start: int) -> int:
    count = unpack_from(">H", content, start + 2)[0]
    maps = {(p, e): offset for p, e, offset in (unpack_from(">HHL", content, start + 4 + 8 * i) for i in range(count))}
    return start + next((maps[kind] for kind in _UNICODE if kind in maps), len(content))


def _spans(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a map of format 4 or 12 (`cmap`)."""
    kind = unpack_from(">H", content, at)[0]
    if kind == _BASIC:
        yield from ((code, code) for code in _basic_codes(content, at))
    elif kind == _FULL:
        count = unpack_from(">L", content, at + 12)[0]
        groups = (unpack_from(">LLL", content, at + 16 + 12 * index) for index in range(min(count, _MOST_SPANS)))
        yield from ((start, end) for start, end, glyph in groups if start <= end <= _LAST and glyph)
    else:
        raise error


def _basic_codes(content: bytes, at: int) -> Iterator[int]:
    """Yield the code points that lead to a glyph; glyph 0 is the box that stands for a missing one."""
    count = unpack_from(">H", content, at + 6)[0] // 2
    places = (at + 14, at + 16 + 2 * count, at + 16 + 4 * count)
    ends, starts, deltas = (unpack_from(f">{count}H", content, place) for place in places)
    last = -1
    for index, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        if start <= last:  # out of order: a file that repeats itself would be read for hours
            raise error
        last = end
        place = at + 16 + 6 * count + 2 * index
        offset = unpack_from(">H", content, place)[0]
        for code in range(start, min(end, _LAST_BASIC) + 1):
            glyph = unpack_from(">H", content, place + offset + 2 * (code - start))[0] if offset else code
            if glyph and (glyph + delta) & 0xFFFF:
                yield code


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans, in order, that neither meet nor overlap."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last is not None and start <= last[1] + 1:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def common(one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the code points that two lists of spans both have."""
    found: list[tuple[int, int]] = []
    left, right = list(one), list(other)
    while left and right:
        start, end = max(left[-1][0], right[-1][0]), min(left[-1][1], right[-1][1])
        if start <= end:
            found.append((start, end))
        (left if left[-1][0] > right[-1][0] else right).pop()
    return tuple(reversed(found))


def _family(content: bytes, start: int) -> str:
    count, texts = unpack_from(">HH", content, start + 2)
    records = [unpack_from(">6H", content, start + 6 + 12 * index) for index in range(count)]
    for wanted in _NAMES:
        for platform, _, language, name, length, offset in records:
            if name == wanted and (platform == 0 or (platform == 3 and language == 0x409)):
                at = start + texts + offset
                family = content[at : at + length].decode("utf-16-be").strip()
                if family and family.isprintable():
                    return family
    raise ValueError("does not say its name")
