"""The words an author wrote for readers, in order, each with its place in the file.

Everything that is markup is blanked out with spaces, so that the rest keeps its offsets: link targets, citations,
comments, tags, block fences and their options.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from careleaf.model.citation import CITATION
from careleaf.model.finding import Location

WORD = re.compile(r"[^\W_]+")

_MARKUP = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"<!--(?:.|\n)*?-->",
        r"^\[\^?[^\]\n]+\]:[ \t].*$",  # link and footnote targets
        r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",  # (target) of a link
        r"(?<=\])\[[^\]\n]*\]",  # [label] of a link
        r"</?[A-Za-z][^<>\n]*>",
        r"^/{3,}[ \t]*[\w-]*[ \t]*\|?",  # /// name |
        r"(?<=\n)[ ]{4}[\w-]+:[ \t][^\n]*$",  # an option of a block
        r"\{[ \t]*[:#.][^{}\n]*\}",  # attribute lists
        r"^[ \t]*\d+[.)](?=[ \t])",  # list numbers
        r"^[ \t]*(?:```|~~~).*$",
    )
)


@dataclass(frozen=True, slots=True)
class SourceWord:
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
        self.words = tuple(SourceWord(m[0], m.start()) for m in WORD.finditer(_blank_markup(text)))

    def location(self, offset: int) -> Location:
        """Return the line and column of an offset, counted in the whole file."""
        line = bisect_right(self._line_starts, offset) - 1
        return Location(self._path, self._first_line + line, offset - self._line_starts[line] + 1)


def _blank_markup(text: str) -> str:
    for pattern in (CITATION, *_MARKUP):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text
