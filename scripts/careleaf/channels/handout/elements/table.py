"""Tables: cells stay in their row and column, or the handout is refused.

Typst moves all later cells when one is missing, and a dose then stands beside another medicine; both PDF
validators pass such a file. So the shape is settled here, cells over several rows and columns included.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.elements.inline import line_nodes
from careleaf.channels.handout.text import folded_line
from careleaf.model.body import Element

_ALIGN = re.compile(r"\balign-(left|center|right)\b")
_ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_SPAN = re.compile(r"[1-9][0-9]?")
"""A cell over a hundred rows or columns or more is no table anybody can read."""
_SHORT_CELL = 22
"""A table whose cells have no more characters needs no wrapping."""
_DRAWING = 10
"""What a picture in a cell counts for, in characters."""
_LONG_ROW = 1200
"""A row of more characters may break over two sheets; a shorter one stays whole."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Element, ...]
    is_head: bool


def table(element: Element, context: Context) -> list[Node]:
    """Return a table's node, or refuse it when its cells do not fill a rectangle."""
    misfit = next(_misfits(element), None)
    if misfit:
        return context.refuse(misfit, "cannot stand in a printed table")
    rows = list(_rows(element))
    columns = _columns([row for row in rows if row.is_head], [row for row in rows if not row.is_head])
    if not columns:
        return context.refuse(element, "has rows of different lengths")
    captions = [c for c in element.children if isinstance(c, Element) and c.tag == "caption"]
    return [
        {
            "kind": "table",
            "caption": folded_line(line_nodes(captions[0], context)) if captions else [],
            "is_caption_first": True,
            "columns": columns,
            "shares": _shares(rows, columns),
            "head": [_cells(row, context) for row in rows if row.is_head],
            "rows": [_cells(row, context) for row in rows if not row.is_head],
        }
    ]


def _misfits(element: Element) -> Iterator[Element]:
    """Yield what a printed table cannot hold: strange children, and cells that span no number of rows or columns."""
    for child in _elements(element):
        if child.tag in _ROW_GROUPS:
            yield from (row for row in _elements(child) if row.tag != "tr")
        elif child.tag not in {"tr", "caption", "colgroup"}:
            yield child
    for row in _rows(element):
        spans = ((cell, cell.attributes.get(name, "1")) for cell in row.cells for name in ("colspan", "rowspan"))
        yield from (cell for cell in row.cells if cell.tag not in {"td", "th"})
        yield from (cell for cell, span in spans if not _SPAN.fullmatch(span))


def _columns(*groups: list[_Row]) -> int:
    """Return how many columns a table has; 0 when the cells of its head or body do not fill them all."""
    widths = {width for group in groups if group for width in _widths(group)}
    return widths.pop() if len(widths) == 1 else 0


def _widths(rows: list[_Row]) -> Iterator[int]:
    """Yield the width of each row, with the cells that reach into it from above; 0 where something is wrong.

    Cells fill a row from left to right around those from above (HTML, 4.9.12, "forming a table"). A row must have a
    cell of its own, and no cell may reach below the last row.
    """
    reach: dict[int, int] = {}
    for number, row in enumerate(rows):
        taken = {column for column, last in reach.items() if last >= number}
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            last = number + int(cell.attributes.get("rowspan", "1")) - 1
            own = range(column, column + int(cell.attributes.get("colspan", "1")))
            if taken & set(own) or last >= len(rows):
                yield 0
            taken.update(own)
            reach.update(dict.fromkeys(own, last))
        yield len(taken) if row.cells and taken == set(range(len(taken))) else 0


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


def _shares(rows: list[_Row], columns: int) -> list[float]:
    """Return how the columns share the width; empty where all cells are short, and columns fit their words.

    A column's share grows slower than its words: long cells wrap. It is never less than its longest word.
    """
    cells = [row.cells for row in rows if len(row.cells) == columns]
    texts = [[_word_lengths(cell) for cell in column] for column in zip(*cells, strict=True)]
    if not any(sum(words) > _SHORT_CELL for column in texts for words in column):
        return []
    means = [sum(sum(words) for words in column) / len(column) for column in texts]
    longest = [max((max(words, default=1) for words in column), default=1) for column in texts]
    return [round(max(3 * sqrt(mean), word + 2), 1) for mean, word in zip(means, longest, strict=True)]


def _word_lengths(cell: Element) -> list[int]:
    drawings = [_DRAWING for part in cell.walk() if part.tag in {"svg", "img"}]
    return [*(len(word) for word in cell.text.split()), *drawings]


def _cells(row: _Row, context: Context) -> list[Node]:
    is_long = sum(len(cell.text) for cell in row.cells) > _LONG_ROW
    return [_cell(cell, context, is_head=row.is_head, is_long=is_long) for cell in row.cells]


def _cell(cell: Element, context: Context, *, is_head: bool, is_long: bool) -> Node:
    return {
        "kind": "cell",
        "is_row_header": not is_head and _is_row_header(cell),
        "columns": int(cell.attributes.get("colspan", "1")),
        "rows": int(cell.attributes.get("rowspan", "1")),
        "align": _alignment(cell),
        "is_long": is_long,
        "children": context.blocks(cell),
    }


def _is_row_header(cell: Element) -> bool:
    return cell.tag == "th" and cell.attributes.get("scope", "row") in {"row", "rowgroup"}


def _alignment(cell: Element) -> str:
    styled = _ALIGN.search(cell.attributes.get("class", ""))
    return styled[1] if styled else "left"
