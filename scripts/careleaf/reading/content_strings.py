"""The strings of a PDF's content stream: one form for all of them, and their bytes (ISO 32000-1, 7.3.4).

A string may hold pairs of parentheses, eleven kinds of escapes, and ends of lines in three ways. In one form a short
regular expression tells where each ends, and Python's own codec reads it.
"""

import re

_LITERAL = re.compile(rb"\(([^()]*+)\)")
_PIECE = re.compile(rb"\([^()]*+\)|<[^<>]*+>")
_PLAIN = ((b"\r\n", b"\n"), (b"\r", b"\n"), (rb"\\", rb"\134"), (rb"\(", rb"\050"), (rb"\)", rb"\051"))
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[\s\S])")
_UNLIKE_PYTHON = re.compile(rb"\\(?![0-3][0-7][0-7]|[nrtbf])")
"""An escape that Python reads otherwise than PDF does, or that could run on into the next piece of an array."""
_STRING_IN_STRING = re.compile(rb"\([^()]*+\(")
_OUTSIDE, _INSIDE = re.compile(rb"(?>(?:[^(%]++|%[^\n]*+)*)"), re.compile(rb"[^()]*+")


def with_plain_strings(content: bytes) -> bytes:
    """Return the same content with lines that end in a line feed, and strings without parentheses in them."""
    for one, other in _PLAIN:
        content = content.replace(one, other)
    if _UNLIKE_PYTHON.search(content):
        content = _ESCAPE.sub(_as_number, content)
    return _with_flat_strings(content) if _STRING_IN_STRING.search(content) else content


def string_bytes(operand: bytes) -> bytes:
    """Return the bytes of a plain string, or of all in an array."""
    if b"<" in operand:
        return b"".join(_piece_bytes(piece) for piece in _PIECE.findall(operand))
    return _read_by_python(b"".join(_LITERAL.findall(operand)))


def _read_by_python(text: bytes) -> bytes:
    return text.decode("unicode_escape").encode("latin-1")


def _piece_bytes(piece: bytes) -> bytes:
    if piece.startswith(b"("):
        return _read_by_python(piece[1:-1])
    figures = b"".join(piece[1:-1].split()).decode("ascii")
    return bytes.fromhex(figures + "0" * (len(figures) % 2))


def _as_number(escape: re.Match[bytes]) -> bytes:
    """Return an escape as Python has it; the end of a line that is escaped is none."""
    what = escape[1]
    if what in b"nrtbf":
        return escape[0]
    if what == b"\n":
        return b""
    return _number(int(what, 8) & 0xFF if what[:1] in b"01234567" else ord(what))


def _number(byte: int) -> bytes:
    return b"\\%03o" % byte


def _with_flat_strings(content: bytes) -> bytes:
    """Return the same with the pairs of parentheses within strings as numbers."""
    parts: list[bytes] = []
    at = depth = 0
    while at < len(content) and (before := (_INSIDE if depth else _OUTSIDE).match(content, at)):
        at = before.end() + 1
        paren = content[at - 1 : at]
        is_inner = depth > (paren == b")")
        depth += (paren == b"(") - (paren == b")")
        parts += [before[0], _number(ord(paren)) if paren and is_inner else paren]
    return b"".join(parts)
