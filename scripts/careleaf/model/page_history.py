"""What happened to a page, and when: for readers who want to know how old their words are, and who stood by them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.review import ReviewRecord
from careleaf.model.sign_off import counting_reviews


class EventKind(StrEnum):
    """What can happen to a page, in the order in which things of one day are told."""

    WRITTEN = "written"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REVIEWED = "reviewed"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


_ORDER = tuple(EventKind)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a page."""

    day: date
    kind: EventKind
    version: str = ""
    """The first twelve characters of the wording's digest."""
    text: str = ""
    """A change or a withdrawal in the words of those who made it."""
    record: ReviewRecord | None = field(default=None, compare=False)


def page_history(page: Page, today: str, library: Library) -> tuple[Event, ...]:
    """Return everything that is on record about a page, newest first; `today` is the digest of its wording now."""
    events = _events(page, today, library)
    return tuple(sorted(events, key=lambda event: (event.day, _ORDER.index(event.kind)), reverse=True))


def _events(page: Page, today: str, library: Library) -> Iterator[Event]:
    front = page.front.value
    if front.written_on:
        yield Event(front.written_on, EventKind.WRITTEN)
    for change in front.changes:
        yield Event(change.on, EventKind.CHANGED, text=change.what)
    if front.changed_on and front.changed_on not in {front.written_on, *(change.on for change in front.changes)}:
        yield Event(front.changed_on, EventKind.CHANGED)
    for record in counting_reviews(page, library):
        yield Event(record.reviewed_on, EventKind.REVIEWED, _short(record.digest), record=record)
    register = library.reviews.get(page.id)
    for record in register.value.records if register else ():
        if record.is_correction:
            yield Event(record.reviewed_on, EventKind.CORRECTED, _short(record.digest), record.statement, record)
    yield from _public_events(page, today, library)


def _public_events(page: Page, today: str, library: Library) -> Iterator[Event]:
    released = library.published.value.pages.get(page.url)
    for version in released.versions if released else ():
        if version.digest == today:
            continue  # it is entered after the site is built: the page would differ from its own rebuild
        yield Event(version.released_on, EventKind.RELEASED, _short(version.digest))
    if released and released.is_withdrawn and released.withdrawn_on:
        yield Event(released.withdrawn_on, EventKind.WITHDRAWN, text=released.reason)


def _short(digest: str) -> str:
    return digest.partition("-")[2][:12]
