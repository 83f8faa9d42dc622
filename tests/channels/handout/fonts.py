"""Small font files: one of ours, with another name and other characters."""

from collections.abc import Mapping
from struct import pack, unpack_from

from careleaf.channels.handout.glyphs import FONTS

_OURS = FONTS / "atkinson-hyperlegible" / "AtkinsonHyperlegible-Regular.ttf"


def font(family: str, characters: str, *, usage: int = 0, without: bytes = b"") -> bytes:
    """Return a typeface in which each character looks like some Latin letter.

    `usage` says whether it may be embedded (`OS/2`, fsType); `without` leaves a table out.
    """
    tables = dict(_tables(_OURS.read_bytes()))
    tables[b"cmap"] = _map(characters)
    tables[b"name"] = _names(family)
    tables[b"OS/2"] = tables[b"OS/2"][:8] + pack(">H", usage) + tables[b"OS/2"][10:]
    tables.pop(without, None)
    return _file(tables)


def _tables(content: bytes) -> list[tuple[bytes, bytes]]:
    entries = [unpack_from(">4s4xLL", content, 12 + 16 * index) for index in range(unpack_from(">H", content, 4)[0])]
    return [(name, content[start : start + length]) for name, start, length in entries]


def _map(characters: str) -> bytes:
    """Return a table of characters, format 12."""
    codes = sorted(map(ord, characters))
    groups = b"".join(pack(">LLL", code, code, 36 + index) for index, code in enumerate(codes))
    return pack(">HHHHL", 0, 1, 3, 10, 12) + pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(codes)) + groups


def _names(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    stored = b"".join(text.encode("utf-16-be") for text in texts.values())
    records, start = b"", 0
    for name, text in texts.items():
        length = 2 * len(text)
        records += pack(">6H", 3, 1, 0x409, name, length, start)
        start += length
    return pack(">HHH", 0, len(texts), 6 + len(records)) + records + stored


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    start = 12 + 16 * len(tables)
    head, body = pack(">4sHHHH", b"\0\1\0\0", len(tables), 0, 0, 0), b""
    for name, table in sorted(tables.items()):
        head += pack(">4sLLL", name, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return head + body
