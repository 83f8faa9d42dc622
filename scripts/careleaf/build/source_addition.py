"""New source records from an identifier: what a registry says of the work, for the editor to add evidence to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from careleaf.build.locking import only_one
from careleaf.build.record_files import record_text, source_register, taken_keys, write_new_files
from careleaf.build.settings import load_settings, root_folder
from careleaf.build.source_keys import source_key
from careleaf.model.policy import Policy
from careleaf.model.source import Source, SourceKind, SourceStatus
from careleaf.model.work_id import IdKind, WorkId, parse_work_id
from careleaf.model.work_identity import known_as
from careleaf.reading.registers import DATA_FOLDER, read_registers, relative_path
from careleaf.reading.source_import import Entry, Unreadable, source_of
from careleaf.registries.items.item import FoundWork
from careleaf.registries.reply import UnansweredError


class Finder(Protocol):
    """What the flow needs of the registries."""

    def find(self, work: WorkId) -> FoundWork | None:
        """Return a work; None when no registry knows it. Raises UnansweredError when that cannot be told."""


@dataclass(frozen=True, slots=True)
class Added:
    """A work that has a record now."""

    written: str
    """The identifier as it was given."""
    file: str
    source: Source
    told_by: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotAdded:
    """A work that has none, and why: the text completes "not added: …"."""

    written: str
    why: str
    unanswered: bool = False
    """Whether it may be known, and nobody could be asked."""


FinderFor = Callable[[Policy], Finder]


def add_sources(
    settings: Path, written: Sequence[str], today: date, finder_for: FinderFor
) -> Iterator[Added | NotAdded]:
    """Write a record for each work that has none; one that cannot be described leaves nothing behind.

    Raises:
        ConfigError: the site's settings cannot be used, or a record of the register cannot be read.
        PublishError: the disk refused, or another process is at the sources.
    """
    config = load_settings(settings)
    root, docs = root_folder(config), Path(config.docs_dir)
    folder = docs / DATA_FOLDER / "sources"
    with only_one(root / ".sources.lock", "adding sources"):
        register = {key: record.value for key, record in source_register(config).items()}
        finder = finder_for(read_registers(docs, root).policy.value)
        for text in written:
            found = _found(text, today, register, finder, relative_path(folder, root))
            if isinstance(found, NotAdded):
                yield found
                continue
            source, work = found
            key = source_key(source, taken_keys(folder))
            file = folder / f"{key}.yml"
            write_new_files({file: record_text(key, source)})
            register[key] = source
            yield Added(text, relative_path(file, root), source, work.told_by, work.notes)


def _found(
    text: str, today: date, register: dict[str, Source], finder: Finder, folder: str
) -> NotAdded | tuple[Source, FoundWork]:
    work = parse_work_id(text)
    if work is None:
        return NotAdded(text, "it is no DOI, PMID, PMCID, ISBN (with its check digit) or web address")
    if known := _known(_named_only(work, today), register, folder):
        return NotAdded(text, known)
    try:
        found = finder.find(work)
    except UnansweredError as error:
        return NotAdded(text, f"nobody could be asked about it: {error}", unanswered=True)
    if found is None:
        return NotAdded(
            text, f"no registry knows this {work.kind}" if work.kind is not IdKind.URL else "there is no page"
        )
    reference = source_of(Entry(1, text, found.item), today)
    if isinstance(reference, Unreadable):
        return NotAdded(text, f"what {found.told_by} says of it cannot be used. {reference.why}")
    if known := _known(reference.source, register, folder):
        return NotAdded(text, known)
    return reference.source, found


def _known(source: Source, register: dict[str, Source], folder: str) -> str:
    same = known_as(source, register)
    return f"{folder}/{same[0]}.yml is that work: both have the same {same[1]}" if same else ""


def _named_only(work: WorkId, today: date) -> Source:
    """Return a source of which only the name is known, to look for it in the register before anybody is asked."""
    unknown = Source(SourceKind.REFERENCE_WORK, "document", "", today, SourceStatus.UNVERIFIED)
    return replace(unknown, **{work.kind.lower(): work.value})  # type: ignore[arg-type]  # names of text fields only
