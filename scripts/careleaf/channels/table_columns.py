"""Tables of three columns and more, made ready for phones: each cell says which column it stands in.

On a narrow screen three columns leave a few letters a line. The style sheet then puts the cells of a row below each
other and prints the column's name before each, from `data-column`. The cells stay a table for screen readers, and the
words stay as they were: the name is an attribute (WCAG 1.4.10 asks that nothing is lost at 320 CSS pixels).
"""

import re
from html import escape, unescape

_TABLE = re.compile(r"<table>(?:(?!<table).)*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td(?=[\s>])")
_UNREAD = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)
"""Numbers of citations and marks: neither belongs in a name."""
FEWEST = 3
"""Two columns fit side by side on a phone."""


def with_column_names(html: str) -> str:
    """Return a rendered body in which each cell of a table of three columns or more names its column."""
    return _TABLE.sub(lambda table: _named(table[0]), html)


def _named(table: str) -> str:
    names = [escape(" ".join(unescape(_UNREAD.sub("", head)).split())) for head in _HEAD.findall(table)]
    if len(names) < FEWEST:
        return table
    rows = _ROW.sub(lambda row: _named_row(row[0], names), table)
    return rows.replace("<table>", "<table data-columns>", 1)


def _named_row(row: str, names: list[str]) -> str:
    left = iter(names)
    return _CELL.sub(lambda cell: f'{cell[0]} data-column="{next(left, "")}"', row)
