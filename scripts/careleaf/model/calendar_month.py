"""Adding months to a date, and dates that name no day."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month when it has no such day."""
    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(text: str) -> date | None:
    """Return the last day that ``2024``, ``2024-02`` or ``2024-02-11`` can mean; None for what names none."""
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
        return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
