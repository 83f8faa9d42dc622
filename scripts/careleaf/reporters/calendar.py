"""Due dates as a calendar that any calendar program can subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from careleaf.model.hidden import HIDDEN
from careleaf.model.review_status import ReviewStatus

_LINE_OCTETS = 75
"""RFC 5545, 3.1: longer lines are folded."""


def render_calendar(rows: Sequence[ReviewStatus], today: date, site_id: str) -> str:
    """Return one all-day event for each page that falls due.

    An event keeps its UID (RFC 5545, 3.8.4.7) when the date moves, so a calendar moves it instead of adding one.
    A due date is a day of the calendar, in no time zone (3.3.4), so it is the same day everywhere.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//careleaf//review due dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for row in rows:
        if row.due_on:
            lines += _event(row, row.due_on, today, site_id)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(row: ReviewStatus, due_on: date, today: date, site_id: str) -> Iterator[str]:
    who = f" Last reviewed by {', '.join(row.reviewers)} on {row.signed_on}." if row.reviewers else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'careleaf:{site_id}/{row.page}')}"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due_on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due_on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'Review due: {row.title}')}"
    yield f"DESCRIPTION:{_escaped(f'{row.page}: {row.state}.{who}')}"
    if row.url.startswith("https://"):
        yield f"URL:{row.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Escape a TEXT value (RFC 5545, 3.3.11); characters nobody sees are left out."""
    plain = HIDDEN.sub("", " ".join(text.split()))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Fold a line after at most 75 octets, never within a character."""
    parts: list[str] = []
    part, octets = "", 0
    for character in line:
        width = len(character.encode())
        if octets + width > _LINE_OCTETS:
            parts.append(part)
            part, octets = " ", 1
        part, octets = part + character, octets + width
    return "\r\n".join([*parts, part])
