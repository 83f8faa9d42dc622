"""Content streams of PDFs to draw from, and the two ways to read them: ours and qpdf's."""

import pikepdf
from hypothesis import strategies as st

from careleaf.reading.content_stream import instructions
from careleaf.reading.content_strings import string_bytes

OPERATORS = {"Tf": "font", "Tj": "text", "TJ": "text", "'": "text", '"': "text", "BDC": "begin", "BMC": "begin"}
SPACES = st.sampled_from([b" ", b"\n", b"\r\n", b"\r", b"\t", b" % (a <comment> [\n"])


def read_by_qpdf(content: bytes) -> list[tuple[str, object]]:
    """Return each instruction of interest: what it does and its own operand, as plain values."""
    found: list[tuple[str, object]] = []
    file = pikepdf.new()
    for each in pikepdf.parse_content_stream(file.make_stream(content)):
        name, operands = str(each.operator), list(each.operands)
        kind = "end" if name == "EMC" else OPERATORS.get(name)
        if kind == "text":
            pieces = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
            found.append((kind, b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))))
        elif kind == "begin":
            found.append((kind, (str(operands[0]), operands[1].unparse() if len(operands) > 1 else b"")))
        elif kind is not None:
            found.append((kind, str(operands[0]) if operands else ""))
    return found


def read_by_us(content: bytes) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for font, text, tag, properties, end, _ in instructions(content):
        if font:
            found.append(("font", font.decode()))
        elif text:
            found.append(("text", string_bytes(text)))
        elif tag:
            found.append(("begin", (tag.decode(), pikepdf.Object.parse(properties).unparse() if properties else b"")))
        elif end:
            found.append(("end", ""))
    return found


def _escaped(byte: int, how: int) -> bytes:
    """Write a byte of a string in one of the ways there are."""
    letters = {10: b"\\n", 13: b"\\r", 9: b"\\t", 8: b"\\b", 12: b"\\f"}
    ways = [b"\\%03o" % byte, letters.get(byte, b"\\%03o" % byte), b"\\%03o\\\n" % byte]
    plain = b"\\" + bytes([byte]) if byte in b"()\\" else bytes([byte])
    unknown = b"\\" + bytes([byte]) if byte in b"acdeghijklmopqsuvwxyz89%/" else plain
    return [*ways, plain, unknown][how]


LITERALS = st.lists(st.tuples(st.integers(0, 255), st.integers(0, 4)), max_size=12).map(
    lambda pairs: b"(" + b"".join(_escaped(byte, how) for byte, how in pairs) + b")"
)
NESTED = st.recursive(
    LITERALS, lambda inner: st.lists(inner, max_size=3).map(lambda all_: b"(" + b"\\1".join(all_) + b")")
)
HEXADECIMALS = st.lists(st.sampled_from(b"0123456789abcdefABCDEF \n".decode()), max_size=9).map(
    lambda figures: b"<" + "".join(figures).encode() + b">"
)
STRINGS = NESTED | HEXADECIMALS
NUMBERS = st.sampled_from([b"0", b"-12.5", b"+3", b".5", b"4."])
ARRAYS = st.lists(STRINGS | NUMBERS, max_size=5).map(lambda items: b"[" + b" ".join(items) + b"]")
NAMES = st.sampled_from([b"/Span", b"/P", b"/Artifact", b"/ReversedChars", b"/f0", b"/a.b-c_d"])
VALUES = st.one_of(NUMBERS, STRINGS, NAMES, ARRAYS, st.just(b"true"))
DICTIONARIES = st.lists(st.tuples(NAMES, VALUES), max_size=4, unique_by=lambda pair: pair[0]).map(
    lambda pairs: b"<<" + b"".join(name + b" " + value for name, value in pairs) + b">>"
)
"""What pikepdf calls the same key twice is left out: it warns."""
PROPERTIES = DICTIONARIES | DICTIONARIES.map(lambda inner: b"<</A " + inner + b"/MCID 4>>")


def said(*parts: st.SearchStrategy[bytes] | bytes) -> st.SearchStrategy[bytes]:
    strategies = [part if isinstance(part, st.SearchStrategy) else st.just(part) for part in parts]
    return st.tuples(*strategies).map(b"".join)


INSTRUCTIONS = st.one_of(
    said(STRINGS, SPACES, b"Tj"),
    said(ARRAYS, b"TJ"),
    said(STRINGS, b"'"),
    said(NUMBERS, b" ", NUMBERS, SPACES, STRINGS, b'"'),
    said(NAMES, SPACES, NUMBERS, b" Tf"),
    said(NAMES, PROPERTIES, b"BDC"),
    said(NAMES, SPACES, NAMES, SPACES, b"BDC"),
    said(NAMES, SPACES, b"BMC"),
    st.sampled_from([b"EMC", b"q", b"Q", b"BT", b"ET", b"1 0 0 -1 5 7.5 cm", b"/c0 cs", b"T*", b"f*", b"0 Tr"]),
    said(ARRAYS.filter(lambda array: b"(" not in array and b"<" not in array), NUMBERS, b" d"),
    said(NAMES, b" ", PROPERTIES, b"DP"),
)
