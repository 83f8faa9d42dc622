"""What stands in a handout, in the order in which it is read: tables' row headers, and links.

The finished PDF holds the same things in the same order; so the two can be matched.
"""

from collections.abc import Iterator, Mapping
from typing import Any

RowHeaders = list[list[bool]]
"""For each body row of a table, which of its cells are row headers."""


def row_headers(data: Mapping[str, object]) -> Iterator[RowHeaders]:
    """Yield the row headers of each table."""
    for node in _nodes(data["chapters"]):
        if node.get("kind") == "table":
            yield [[cell["is_row_header"] for cell in row] for row in node["rows"]]


def link_sources(data: Mapping[str, object]) -> Iterator[int | None]:
    """Yield for each link the number of the source it leads to, or None when it leads elsewhere."""
    chapters, sources = data["chapters"], data["sources"]
    if data["is_topic"]:
        yield from (None for _ in _contents(chapters, sources))
    for node in _nodes(chapters):
        if node.get("kind") == "link":
            yield None
        elif node.get("kind") == "citation":
            yield from node["numbers"]
    yield from (None for source in _list(sources) for key in ("address", "archived") if source[key])


def _contents(chapters: object, sources: object) -> list[Any]:
    """Return the lines of the contents list: the pages, who stands behind them, and the sources if any."""
    return [*_list(chapters), None, *_list(sources)[:1]]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object below a value, in reading order; a caption is read before what it stands over."""
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _nodes(item)
