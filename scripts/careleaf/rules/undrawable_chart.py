"""Charts whose table cannot be drawn.

The table is shown, the picture is missing; readers who think in pictures get nothing.

Can be wrong when: never; what cannot be drawn stays a table, without the block around it.

Give each row one share in its last cell (`/// icons`, `/// bars`), a range of shares (`/// bars`), or two times of day
(`/// dial`).

Bad:  `| better | about half of them, or 54% |` in `/// icons`
Good: `| better | 54 in 100[@survey2024#better] |`
"""

from collections.abc import Iterator

from careleaf.model.body import Element
from careleaf.model.chart import DRAWN, read_chart
from careleaf.model.finding import Finding, Severity
from careleaf.model.health_block import BlockKind
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each chart without its picture."""
    for page in library.pages:
        for placed in page.body.placed("section"):
            kind = placed.element.attributes.get("data-block")
            table = next((part for part in placed.element.walk() if part.tag == "table"), None)
            if kind not in DRAWN or table is None:
                continue
            problem = read_chart(BlockKind(kind), [_shown_text(cell) for cell in _last_cells(table)])
            if isinstance(problem, str):
                message = f"The chart `{kind}` cannot be drawn. {problem}"
                yield Finding(placed.location, message, "Correct the table, or remove the block around it.")


def _last_cells(table: Element) -> Iterator[Element]:
    for body in (part for part in table.walk() if part.tag == "tbody"):
        for row in (part for part in body.walk() if part.tag == "tr"):
            cells = [cell for cell in row.children if isinstance(cell, Element)]
            yield from cells[-1:]


def _shown_text(element: Element) -> str:
    kept = (child for child in element.children if isinstance(child, str) or child.tag != "sup")
    return "".join(child if isinstance(child, str) else _shown_text(child) for child in kept)


RULE = Rule("FMT019", "undrawable-chart", Severity.ERROR, "A chart's table cannot be drawn.", check=check)
