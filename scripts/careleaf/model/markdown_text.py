"""A page's Markdown without its code: what rules on the source may look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")
_TICKS = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!`).|`(?!(?P=ticks)))*?(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--(?:.|\n)*?-->")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text and the offset at which it starts."""

    text: str
    offset: int


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text without their line feeds."""
    offset = 0
    for line in text.split("\n"):
        yield Line(line, offset)
        offset += len(line) + 1


@lru_cache(maxsize=4)
def prose(text: str) -> str:
    """Return the text with code and comments blanked out; every offset stays what it was."""
    without_fences = "\n".join(_blank_fences(text.split("\n")))
    return _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), without_fences)


def _blank_fences(text_lines: list[str]) -> Iterator[str]:
    fence = ""
    for line in text_lines:
        opened = _FENCE.match(line)
        if fence:
            closes = opened is not None and opened["fence"].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            yield " " * len(line)
        elif opened:
            fence = opened["fence"]
            yield " " * len(line)
        else:
            yield _TICKS.sub(lambda match: " " * len(match[0]), line) if "`" in line else line
