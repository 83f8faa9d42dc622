"""Draws the charts of a page: from the table in the block, when everything else of the page is finished."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # built here, nothing is parsed

from markdown.treeprocessors import Treeprocessor

from careleaf.channels.markdown.drawings import bar, dial, icons, key
from careleaf.model.chart import DRAWN, Chart, read_chart
from careleaf.model.health_block import BlockKind


class Charts(Treeprocessor):
    """Puts the picture before each chart's table, and its shape or bar into each row.

    A table that cannot be drawn stays a table; the rule `undrawable-chart` says why.
    """

    def run(self, root: Element) -> None:
        """Draw every chart of the page."""
        for block in root.iter("section"):
            kind = block.get("data-block")
            table = block.find("table")
            if kind in DRAWN and table is not None:
                rows = list(table.findall("./tbody/tr"))
                chart = read_chart(BlockKind(kind), [_shown_text(row[-1]) for row in rows if len(row)])
                if isinstance(chart, Chart):
                    _draw(chart, block, table, rows)


def _draw(chart: Chart, block: Element, table: Element, rows: list[Element]) -> None:
    at = list(block).index(table)
    if chart.kind is BlockKind.BARS:
        scale = max(span.high for span in chart.spans)
        for row, span in zip(rows, chart.spans, strict=True):
            row[-1].append(bar(span, scale))
        return
    block.insert(at, icons(chart) if chart.kind is BlockKind.ICONS else dial(chart))
    for series, row in enumerate(rows):
        first = row[0]
        shape = key(series, is_band=chart.kind is BlockKind.DIAL)
        shape.tail, first.text = f" {first.text or ''}", None
        first.insert(0, shape)


def _shown_text(cell: Element) -> str:
    return "".join(_texts(cell))


def _texts(element: Element) -> Iterator[str]:
    """Yield an element's text without the numbers of its citations."""
    yield element.text or ""
    for child in element:
        if child.tag != "sup":
            yield from _texts(child)
        yield child.tail or ""
