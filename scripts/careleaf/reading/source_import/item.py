"""From an entry in CSL's words to a source of ours.

A format says what kind of text a work is, hardly ever how strong it is: `kind` is a guess unless careleaf wrote the
file. Evidence and status are never taken over: what a work says is known to whoever opened it.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from careleaf.model.source import Source, SourceKind, SourceStatus, csl_name
from careleaf.reading.source_import.dates import day_text, is_whole_day
from careleaf.reading.source_import.entry import Entry, Reference, Unreadable
from careleaf.reading.source_import.identifiers import IDENTIFIERS, identifiers_in_note
from careleaf.reading.source_import.names import names_of
from careleaf.reading.source_import.plain import UnusableError, plain_text

_TYPE = re.compile(r"[a-z][a-z_-]{0,40}")
_KINDS: Mapping[str, SourceKind] = {
    "article-newspaper": SourceKind.NEWS,
    "article-magazine": SourceKind.NEWS,
    "broadcast": SourceKind.NEWS,
    "book": SourceKind.REFERENCE_WORK,
    "chapter": SourceKind.REFERENCE_WORK,
    "entry": SourceKind.REFERENCE_WORK,
    "entry-dictionary": SourceKind.REFERENCE_WORK,
    "entry-encyclopedia": SourceKind.REFERENCE_WORK,
    "webpage": SourceKind.REFERENCE_WORK,
    "post": SourceKind.NEWS,
    "post-weblog": SourceKind.NEWS,
    "report": SourceKind.PUBLIC_BODY,
}
_TEXTS = "container_title container_title_short publisher genre volume issue page number edition language note".split()
_OWN_TEXTS = ("updated", "archived", "licence")


def source_of(entry: Entry, today: date) -> Reference | Unreadable:
    """Return the entry as a source that nobody has opened yet, or why it cannot be one."""
    notes = list(entry.notes)
    try:
        source = _source(entry.item, today, notes)
    except UnusableError as error:
        return Unreadable(entry.line, entry.label, str(error))
    return Reference(entry.line, entry.label or source.title, source, tuple(notes))


def _source(item: Mapping[str, object], today: date, notes: list[str]) -> Source:
    title = plain_text(item.get("title"), "title")
    if not title:
        raise UnusableError("It has no title.")
    own = _own(item)
    type_ = plain_text(item.get("type"), "type")
    type_ = type_ if _TYPE.fullmatch(type_) else "document"
    note = plain_text(item.get("note"), "note")
    values = {**identifiers_in_note(note), **dict(_texts(item, own)), **dict(_identifiers(item, notes))}
    return Source(
        kind=_kind(own, type_),
        type=type_,
        title=title,
        accessed=_accessed(item, today, notes),
        status=SourceStatus.UNVERIFIED,
        author=names_of(item.get("author"), "author"),
        editor=names_of(item.get("editor"), "editor"),
        issued=_day(item, "issued", notes),
        **values,  # type: ignore[arg-type]  # names of text fields only
    )


def _own(item: Mapping[str, object]) -> Mapping[str, object]:
    """Return what careleaf itself wrote into CSL-JSON's place for other programs."""
    custom = item.get("custom")
    own = custom.get("careleaf") if isinstance(custom, Mapping) else None
    return own if isinstance(own, Mapping) else {}


def _kind(own: Mapping[str, object], type_: str) -> SourceKind:
    try:
        return SourceKind(str(own.get("kind")))
    except ValueError:
        return _KINDS.get(type_, SourceKind.PRIMARY_STUDY)


def _texts(item: Mapping[str, object], own: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in _TEXTS:
        if text := plain_text(item.get(csl_name(name)), csl_name(name)):
            yield name, text
    for name in _OWN_TEXTS:
        if text := plain_text(own.get(name), name):
            yield name, text


def _identifiers(item: Mapping[str, object], notes: list[str]) -> Iterator[tuple[str, str]]:
    for name, normal in IDENTIFIERS.items():
        key = "URL" if name == "url" else csl_name(name)
        written = plain_text(item.get(key), key)
        if not written:
            continue
        if value := normal(written):
            yield name, value
        else:
            notes.append(f"`{key}: {written[:80]}` was not taken over: it is none.")


def _day(item: Mapping[str, object], key: str, notes: list[str]) -> str:
    value = item.get(key)
    text = day_text(value)
    if value and not text:
        notes.append(f"`{key}` was not taken over: it names no year.")
    return text


def _accessed(item: Mapping[str, object], today: date, notes: list[str]) -> date:
    text = _day(item, "accessed", notes)
    return date.fromisoformat(text) if is_whole_day(text) and text <= today.isoformat() else today
