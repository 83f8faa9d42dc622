r"""A table row that has more or fewer cells than the table's head.

A cell too many is dropped without a word: in a table of doses it may be the one that says "never with aspirin". A
cell too few moves nothing, but leaves the reader to guess what was meant.

Can be wrong when: a row leaves its last cells out on purpose. Write them as empty cells.

Give every row as many cells as the head; write ``\\|`` for a bar that is text.

Bad:  `| Child | 5 mg | never with aspirin |` below `| Age | Dose |`
Good: `| Child | 5 mg | never with aspirin |` below `| Age | Dose | Note |`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.markdown_text import Line, lines, prose
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each row whose cells do not match the head's."""
    for page in library.pages:
        yield from _page_findings(page)


def _page_findings(page: Page) -> Iterator[Finding]:
    width = 0
    before: Line | None = None
    for line in lines(prose(page.text)):
        if before is not None and "|" in line.text and "|" in before.text and _DELIMITER.fullmatch(line.text):
            width = _cells(before.text)
        elif not _BAR.search(line.text):
            width = 0
        elif width and _cells(line.text) != width:
            yield _finding(page, line, width)
        before = line


def _finding(page: Page, line: Line, width: int) -> Finding:
    cells = _cells(line.text)
    start = line.offset + len(line.text) - len(line.text.lstrip())
    message = f"This row has {cells} cell{'s' * (cells != 1)}, and the table's head has {width}."
    return Finding(page.place(start), message, "Add or remove cells; write `\\|` for a bar that is text.")


def _cells(row: str) -> int:
    """Count the cells of a row as Python-Markdown does: outer bars do not count."""
    row = row.strip()
    inner = row.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(_BAR.findall(inner)) + 1


RULE = Rule(
    "FMT013", "ragged-table-row", Severity.ERROR, "A table row does not match its head.", check=check, binding=True
)
