"""What stands in a handout, in the order in which it is read: tables' row headers, and links.

The finished PDF holds the same things in the same order; so the two can be matched.
"""

from collections.abc import Iterator, Mapping
from typing import Any

RowHeaders = list[list[bool]]
"""For each body row of a table, which of the cells that begin in it are row headers."""


def row_headers(data: Mapping[str, object]) -> Iterator[RowHeaders]:
    """Yield the row headers of each table."""
    for node in _nodes([data["chapters"], data["help"]]):
        if node.get("kind") == "table":
            yield [[cell["is_row_header"] for cell in row] for row in node["rows"]]


def link_sources(data: Mapping[str, Any]) -> Iterator[int | None]:
    """Yield for each link the number of the source it leads to, or None when it leads elsewhere."""
    if data["is_topic"]:
        yield from (None for _ in _contents(data))
    for node in _nodes([data["chapters"], data["help"]]):
        if node.get("kind") == "link" or (node.get("kind") == "footnote-mark" and node.keys() & {"to", "url"}):
            yield None
        elif node.get("kind") == "citation":
            yield from node["numbers"]
    yield from (None for chapter in data["chapters"] if chapter["address"])
    yield from (None for _ in data["addresses"])
    yield from (None for source in data["sources"] for key in ("address", "archived") if source[key])


def _contents(data: Mapping[str, Any]) -> list[Any]:
    """Return the lines of the contents list: the pages, and each part that follows them."""
    parts = [data["help"], "packet" not in data, True, data["addresses"], data["sources"]]
    return [*data["chapters"], *(part for part in parts if part)]


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object below a value, in reading order; a caption is read where it stands."""
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        children = dict(value)
        if children.get("is_caption_first") is False:
            children["caption"] = children.pop("caption")
        for item in children.values():
            yield from _nodes(item)
