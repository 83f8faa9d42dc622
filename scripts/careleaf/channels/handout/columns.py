"""How many columns a handout has.

Two, because lines of 45 to 75 characters are read most easily and waste least paper (R. Bringhurst, The Elements of
Typographic Style, 2.1.2); one in large print, and where a table or lines of code need the width of the sheet.
"""

from collections.abc import Iterator
from typing import Any

from careleaf.model.handout import Edition

_MOST_TABLE_COLUMNS = 3
_LONGEST_LINE = 42


def columns(chapters: object, edition: Edition) -> int:
    """Return the number of columns for the nodes of all chapters: 1 or 2."""
    if edition is Edition.LARGE_PRINT or any(_is_wide(node) for node in _nodes(chapters)):
        return 1
    return 2


def _is_wide(node: dict[str, Any]) -> bool:
    if node.get("kind") == "table":
        return bool(node["columns"] > _MOST_TABLE_COLUMNS)
    if node.get("kind") == "preformatted":
        return any(len(line) > _LONGEST_LINE for line in node["text"].splitlines())
    return False


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(list(value.values()))
