"""Dates as the three formats write them, as year, year-month or day."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![\d])")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_text(value: object) -> str:
    """Return a CSL date or a date in words as text; of a span its first day; empty when no year is named."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            return _joined(parts[0])
        return day_text(value.get("raw") or value.get("literal"))
    if isinstance(value, str | int) and not isinstance(value, bool):
        return _of_text(str(value)[:60].strip())
    return ""


def is_whole_day(text: str) -> bool:
    """Tell whether year, month and day are named."""
    return _WHOLE_DAY.fullmatch(text) is not None


def _of_text(text: str) -> str:
    if match := _ISO.match(text):
        return _joined([part for part in match.groups() if part])
    year = _YEAR.search(text)
    return year[0] if year else ""


def _joined(parts: list[object]) -> str:
    """Return as much of year, month and day as the calendar has."""
    numbers = [int(part) for part in map(str, parts[:3]) if re.fullmatch(r"[0-9]{1,4}", part)]
    for length in range(len(numbers), 0, -1):
        year, month, day = (*numbers[:length], 1, 1)[:3]
        try:
            return date(year, month, day).isoformat()[: (4, 7, 10)[length - 1]]
        except ValueError:
            continue
    return ""
