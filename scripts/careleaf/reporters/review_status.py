"""How pages stand with their reviews, as a table for people and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from careleaf.model.hidden import HIDDEN
from careleaf.model.review_status import ReviewStatus
from careleaf.model.state_name import StateName
from careleaf.reporters.plain import one_line

_RESET = "\033[0m"
_COLOURS = {StateName.REVIEWED: "\033[32m", StateName.OVERDUE: "\033[31m", StateName.CHANGED: "\033[31m"}
_WAITING = "\033[33m"
_HEAD = ("PAGE", "STATE", "REVIEWER", "SIGNED", "DUE", "CHANGED SINCE")
_GAP = "  "


def render_status_text(rows: Sequence[ReviewStatus], *, colour: bool = False) -> str:
    """Return one line a page, and how many there are of each state below."""
    if not rows:
        return "No page fits.\n"
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [_GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    if colour:
        lines[1:] = [_coloured(line, row, widths) for line, row in zip(lines[1:], rows, strict=True)]
    counts = Counter(str(row.state) for row in rows)
    summary = ", ".join(f"{count} {state}" for state, count in counts.items())
    return "".join(f"{line.rstrip()}\n" for line in [*lines, "", f"{summary}."])


def render_status_json(rows: Sequence[ReviewStatus], today: date) -> str:
    """Return one JSON document with one object a page."""
    text = json.dumps({"date": str(today), "pages": [_object(row) for row in rows]}, ensure_ascii=False, indent=2)
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def _cells(row: ReviewStatus) -> tuple[str, ...]:
    changed = f"{_count(row.words_added)} added, {_count(row.words_removed)} removed" if row.changes else ""
    return (
        one_line(row.page),
        _state(row),
        one_line(", ".join(row.reviewers)) or "-",
        str(row.signed_on or "-"),
        f"{row.due_on} ({_due(row)})" if row.due_on else "-",
        changed,
    )


def _state(row: ReviewStatus) -> str:
    is_partly_signed = row.signed and len(row.signed) < row.needed
    return f"{row.state} ({len(row.signed)} of {row.needed} signed)" if is_partly_signed else str(row.state)


def _due(row: ReviewStatus) -> str:
    days = row.days_left or 0
    if days == 0:
        return "today"
    number = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return f"in {number}" if days > 0 else f"{number} ago"


def _count(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"


def _coloured(line: str, row: ReviewStatus, widths: Sequence[int]) -> str:
    start = widths[0] + len(_GAP)
    end = start + widths[1]
    return f"{line[:start]}{_COLOURS.get(row.state, _WAITING)}{line[start:end]}{_RESET}{line[end:]}"


def _object(row: ReviewStatus) -> dict[str, object]:
    return {
        "page": row.page,
        "title": row.title,
        "path": row.path,
        "url": row.url,
        "state": str(row.state),
        "digest": row.digest,
        "reviewers": list(row.reviewers),
        "signed_on": str(row.signed_on) if row.signed_on else None,
        "due_on": str(row.due_on) if row.due_on else None,
        "days_left": row.days_left,
        "signed_this_wording": list(row.signed),
        "signatures_needed": row.needed,
        "words_added": row.words_added,
        "words_removed": row.words_removed,
    }
