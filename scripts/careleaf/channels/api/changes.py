"""What happened on the site, newest first: for programs as JSON, for readers of feeds as Atom.

It says what the registers say: releases from `published.yml`, reviews from their records.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from careleaf.channels.page_view import PageView
from careleaf.channels.review_block import told
from careleaf.model.api.changes import ChangeKind, ChangesDocument, SiteChange
from careleaf.model.api.document import FOLDER, VERSION, as_json
from careleaf.model.library import Library
from careleaf.model.page_history import Event, EventKind, page_history
from careleaf.model.source_check import NoticeKind
from careleaf.model.state_name import StateName
from careleaf.model.wording import Wording

CHANGES = f"{FOLDER}changes.json"
_KINDS = {
    EventKind.CHANGED: ChangeKind.CHANGED,
    EventKind.CORRECTED: ChangeKind.CORRECTED,
    EventKind.REVIEWED: ChangeKind.REVIEWED,
    EventKind.WITHDRAWN: ChangeKind.WITHDRAWN,
}
_ORDER = tuple(ChangeKind)


def changes_json(changes: tuple[SiteChange, ...]) -> str:
    """Return ``api/v1/changes.json``."""
    return as_json(ChangesDocument(VERSION, changes))


def all_changes(views: Iterable[PageView], library: Library, wording: Wording) -> tuple[SiteChange, ...]:
    """Return everything that happened to the pages, newest first."""
    changes = [change for view in views for change in _of_page(view, library, wording)]
    by_place = sorted(changes, key=lambda change: change.id)
    return tuple(sorted(by_place, key=lambda change: (change.on, _ORDER.index(change.kind)), reverse=True))


def _of_page(view: PageView, library: Library, wording: Wording) -> Iterator[SiteChange]:
    first: Event | None = None
    for event in reversed(page_history(view.page, "", library)):
        if event.kind is EventKind.RELEASED:
            kind = ChangeKind.CHANGED if first else ChangeKind.PUBLISHED
            first = first or event
        elif event.kind not in _KINDS or (event.kind is EventKind.CHANGED and first is None):
            continue  # nobody outside saw what was changed before the first release
        else:
            kind = _KINDS[event.kind]
        text = told(event, library, wording).text
        yield _change(view, kind, event, text)
    yield from _of_state(view, library)


def _of_state(view: PageView, library: Library) -> Iterator[SiteChange]:
    """Yield what came by time or from outside, without anybody touching the page."""
    text = f"{view.review.heading}. {view.review.meaning}"
    if view.state.name is StateName.OVERDUE and view.state.due_on:
        yield _change(view, ChangeKind.OVERDUE, Event(view.state.due_on, EventKind.CHANGED), text)
    if view.state.name is StateName.SOURCE_RETRACTED:
        told_on = [
            answer.checked_on
            for record, _, answer in library.registry_answers
            if record.id in view.state.taken_back and answer.notices_of(NoticeKind.RETRACTION)
        ]
        day = min(told_on, default=library.today)  # a record that an editor marked bears no date
        yield _change(view, ChangeKind.SOURCE_RETRACTED, Event(day, EventKind.CHANGED), text, is_dated=bool(told_on))


def _change(view: PageView, kind: ChangeKind, event: Event, text: str, *, is_dated: bool = True) -> SiteChange:
    withdrawal = view.state.withdrawal if kind is ChangeKind.WITHDRAWN else None
    told_apart = "|".join((event.version, event.text, event.record.reviewer if event.record else ""))
    name = "-".join(
        filter(None, (kind.value, str(event.day) if is_dated else "", sha256(told_apart.encode()).hexdigest()[:12]))
    )
    return SiteChange(
        id=f"{view.page.id}#{name}",
        on=event.day,
        kind=kind,
        page_id=view.page.id,
        title=view.title,
        what=text,
        page=view.page.url,
        api=view.page.api_path,
        replaced_by=(withdrawal.replaced_by or None) if withdrawal else None,
    )
