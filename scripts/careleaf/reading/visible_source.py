"""The words an author wrote for readers, in order, each with its place in the file.

Everything that is markup is blanked out with spaces, so that the rest keeps its offsets: link targets, citations,
comments, tags, block fences and their options.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from careleaf.model.body import WORD
from careleaf.model.citation import CITATION
from careleaf.model.code_spans import code_spans
from careleaf.model.finding import Location

_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:(?P<text>.*(?:\n(?:[ ]{4}.*|[ \t]*(?=\n[ ]{4})))*)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_ALTERNATIVE = re.compile(r"<img\b[^<>]*?\balt=([\"'])(?P<words>.*?)\1", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_LETTER = re.compile(r"[^\n]")
_MARKUP = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^[ ]{0,3}\[[^\]\n]+\]:[ \t].*$",  # the target of a link, set apart
        r"^[ ]{0,3}\*\[[^\]\n]+\]:.*$",  # the meaning of an abbreviation
        r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # (target) of a link
        r"(?<=\])[ ]?\[[^\]\n]*\]",  # [label] of a link
        r"\[\^[^\]\n]+\]",  # a footnote's mark
        r"</?[A-Za-z][\w-]*(?=[\s/>])[^<>]*>",
        r"^[ \t]*/{3,}[ \t]*[\w-]*[ \t]*\|?",  # /// name |
        r"(?<=\n)[ ]{4,}(?:level|region|heading|by|type|open|attrs|title):[ \t]*[^\n]*$",  # an option of a block
        r"^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]*[\w -]*",  # an admonition's or tab's type
        r"\{[ \t]*(?:[:#.]|[\w-]+=)[^{}\n]*\}",  # attribute lists
        r"^[ \t>]*\d+[.)](?=[ \t])",  # list numbers
        r"^\[TOC\][ \t]*$",
    )
)


class SourceWord(NamedTuple):
    """A word and where it starts in the text."""

    text: str
    offset: int


class VisibleSource:
    """A page's Markdown, its visible words, and the way from an offset to a line and column."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self._path = path
        self._first_line = first_line
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.words = (*_words(_blank_markup(_without_footnotes(text))), *_footnote_words(text))

    def location(self, offset: int) -> Location:
        """Return the place of an offset, counted in the whole file."""
        return Location(self._path, *self.line_and_column(offset))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, counted in the whole file."""
        line = bisect_right(self._line_starts, offset) - 1
        return self._first_line + line, offset - self._line_starts[line] + 1


def _words(text: str) -> Iterator[SourceWord]:
    return (SourceWord(match[0], match.start()) for match in WORD.finditer(text))


def _without_footnotes(text: str) -> str:
    return _FOOTNOTE.sub(lambda match: _blank(match[0]), text)


def _footnote_words(text: str) -> Iterator[SourceWord]:
    """Yield the words of footnotes, which Python-Markdown prints at the end in the order of their definitions."""
    for match in _FOOTNOTE.finditer(text):
        yield from _words(" " * match.start("text") + _blank_markup(match["text"]))


def _blank_markup(text: str) -> str:
    """Blank out markup, but not what only looks like it inside code."""
    pieces, end = [], 0
    for code in code_spans(text):
        inside = _FENCE.sub(lambda m: _blank(m[0]), text[code.start : code.end])
        pieces += [_blank_outside_code(text[end : code.start]), inside]
        end = code.end
    return "".join([*pieces, _blank_outside_code(text[end:])])


def _blank_outside_code(text: str) -> str:
    text = _blank_comments(text)
    for pattern in (CITATION, *_MARKUP):
        text = pattern.sub(lambda match: _blank_but_alternative_text(match[0]), text)
    return _ENTITY.sub(lambda match: unescape(match[0])[:1].ljust(len(match[0])), text)


def _blank_comments(text: str) -> str:
    """Blank out what stands between ``<!--`` and ``-->``; where the end is missing, nothing further on has one."""
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[at:start], _blank(text[start : end + 3])]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _blank_but_alternative_text(markup: str) -> str:
    """Blank out markup; the alternative text of a picture is for readers."""
    spoken = _ALTERNATIVE.match(markup)
    if spoken is None:
        return _blank(markup)
    start, end = spoken.span("words")
    return _blank(markup[:start]) + markup[start:end] + _blank(markup[end:])


def _blank(text: str) -> str:
    return _LETTER.sub(" ", text) if "\n" in text else " " * len(text)
