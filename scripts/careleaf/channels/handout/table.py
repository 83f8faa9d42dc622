"""Tables: cells stay in their row and column, or the handout is refused.

Typst moves all later cells when one is missing, and a dose then stands beside another medicine; both PDF
validators pass such a file. So the shape is settled here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element

_ALIGN = re.compile(r"\balign-(left|center|right)\b")
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
Flow: TypeAlias = Callable[[Element, Context], list[Node]]
"""Turns what stands in a cell into nodes."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Element, ...]
    is_head: bool


def table_nodes(element: Element, context: Context, flow: Flow) -> list[Node]:
    """Return a table's node, or refuse it when its rows differ in length."""
    misfit = next(_misfits(element), None)
    if misfit:
        return context.refuse(misfit, "cannot stand in a printed table")
    rows = list(_rows(element))
    columns = len(rows[0].cells) if rows else 0
    if not columns or any(len(row.cells) != columns for row in rows):
        return context.refuse(element, "has rows of different lengths")
    captions = [c for c in element.children if isinstance(c, Element) and c.tag == "caption"]
    return [
        {
            "kind": "table",
            "caption": folded_line(line_nodes(captions[0], context)) if captions else [],
            "columns": columns,
            "align": [_alignment(cell) for cell in rows[0].cells],
            "head": [_cells(row, context, flow) for row in rows if row.is_head],
            "rows": [_cells(row, context, flow) for row in rows if not row.is_head],
        }
    ]


def _misfits(element: Element) -> Iterator[Element]:
    """Yield elements a printed table cannot hold: strange children, and cells over several rows."""
    for child in _elements(element):
        if child.tag in _ROW_GROUPS:
            yield from (row for row in _elements(child) if row.tag != "tr")
        elif child.tag not in {"tr", "caption", "colgroup"}:
            yield child
    for row in _rows(element):
        yield from (c for c in row.cells if c.tag not in {"td", "th"} or _spans(c))


def _spans(cell: Element) -> bool:
    return any(cell.attributes.get(name, "1") != "1" for name in ("colspan", "rowspan"))


def _rows(element: Element) -> Iterator[_Row]:
    """Yield all rows; one of header cells alone, before any other, is a head row wherever it stands."""
    in_head = True
    for group in _elements(element):
        members = _elements(group) if group.tag in _ROW_GROUPS else iter((group,))
        for row in (m for m in members if m.tag == "tr"):
            cells = tuple(_elements(row))
            in_head = in_head and (group.tag == "thead" or all(cell.tag == "th" for cell in cells))
            yield _Row(cells, in_head)


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _cells(row: _Row, context: Context, flow: Flow) -> list[Node]:
    return [
        {"kind": "cell", "is_row_header": cell.tag == "th" and not row.is_head, "children": nodes}
        for cell, nodes in ((cell, flow(cell, context)) for cell in row.cells)
    ]


def _alignment(cell: Element) -> str:
    styled = _ALIGN.search(cell.attributes.get("class", ""))
    return styled[1] if styled else "left"
