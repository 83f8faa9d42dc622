"""Where code stands in Markdown: fenced blocks and spans between backticks; linear in the text's length."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

_FENCE = re.compile(r"^[ \t]*+(?P<fence>`{3,}+|~{3,}+).*$", re.MULTILINE)
_CLOSING = re.compile(r"^[ \t]*+(?P<fence>`{3,}+|~{3,}+)[ \t]*+$", re.MULTILINE)
_SPAN = re.compile(r"(?<!`)(?P<ticks>`++)(?:[^`\n]|\n(?!\n))++(?P=ticks)")


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """One piece of code, its fences or backticks included."""

    start: int
    end: int


def code_spans(text: str) -> Iterator[CodeSpan]:
    """Yield code in the order in which it stands."""
    closing: dict[str, list[tuple[int, int]]] = {}
    for match in _CLOSING.finditer(text):
        closing.setdefault(match["fence"], []).append(match.span())
    at = 0
    for match in _FENCE.finditer(text):
        if match.start() < at:
            continue
        ends = closing.get(match["fence"], [])
        index = bisect_left(ends, (match.end(), 0))
        if index < len(ends):
            yield from _spans(text, at, match.start())
            at = ends[index][1]
            yield CodeSpan(match.start(), at)
    yield from _spans(text, at, len(text))


def without_code(text: str) -> str:
    """Return a text of the same length with spaces in the place of code."""
    pieces, at = [], 0
    for code in code_spans(text):
        pieces += [text[at : code.start], " " * (code.end - code.start)]
        at = code.end
    return "".join([*pieces, text[at:]])


def _spans(text: str, start: int, end: int) -> Iterator[CodeSpan]:
    return (CodeSpan(*match.span()) for match in _SPAN.finditer(text, start, end))
