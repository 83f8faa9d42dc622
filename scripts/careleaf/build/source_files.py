"""References from files into the register of sources, and the register out into files."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.check import run_mkdocs
from careleaf.build.disk import disk_refusals
from careleaf.build.locking import only_one
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.build.source_keys import source_key
from careleaf.channels.ama import ama_reference
from careleaf.channels.source_formats import render_bibtex, render_csl_json, render_record, render_ris
from careleaf.model.errors import ConfigError, PublishError
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.source import Source
from careleaf.model.wording import Wording
from careleaf.model.work_identity import differ, identities
from careleaf.reading.records import parse_record
from careleaf.reading.registers import DATA_FOLDER, read_registers
from careleaf.reading.source_import import ENDINGS, Reference, Unreadable, parse_references
from careleaf.reading.text_file import read_text
from careleaf.reading.words import read_wording

FORMATS: Mapping[str, Callable[[Mapping[str, Source]], str]] = {
    "csl": render_csl_json,
    "ris": render_ris,
    "bib": render_bibtex,
}
AMA = "ama"


@dataclass(frozen=True, slots=True)
class Imported:
    """A reference that became a record."""

    key: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Known:
    """A reference to a work that has a record already."""

    reference: Reference
    key: str
    """The key of that record."""
    reason: str
    """What both have in common."""


@dataclass(frozen=True, slots=True)
class FileImport:
    """What became of each entry of one file, in its order."""

    file: Path
    outcomes: tuple[Imported | Known | Unreadable, ...]


def import_sources(settings: Path, files: Sequence[Path], today: date) -> Iterator[FileImport]:
    """Write a record for each work that has none yet; of one file all are written, or none.

    Raises:
        ConfigError: the site's settings cannot be used, or a file has an ending nobody reads.
        PublishError: the disk refused, or another process is importing.
    """
    config = load_settings(settings)
    for file in files:
        if file.suffix.lower() not in ENDINGS:
            raise ConfigError(f"{file} is not one of {', '.join(f'*{ending}' for ending in ENDINGS)}.")
    folder = Path(config.docs_dir) / DATA_FOLDER / "sources"
    with only_one(root_folder(config) / ".sources.lock", "importing sources"):
        register = {key: record.value for key, record in _registers(config).items()}
        taken = set(register) | {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.yml")}
        for file in files:
            yield _import_file(file, folder, today, register, taken)


def export_sources(settings: Path, form: str, page: str, today: date) -> str:
    """Return all sources, or those that a page cites in their order there, in a format.

    Raises:
        ConfigError: the settings cannot be used, or there is no such page.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-export-") as scratch:
        config = load_settings(settings, Path(scratch))
        sources = _sources(config, page, today)
    if form != AMA:
        return FORMATS[form](sources)
    words = Path(config.docs_dir) / DATA_FOLDER / "words.yml"
    wording, _ = read_wording(site_of(config).language, words, root_folder(config))
    return _numbered(sources, wording)


def write_export(file: Path, text: str) -> None:
    """Write a file whole or not at all. Raises PublishError when the disk refuses."""
    if file.is_dir():
        raise ConfigError(f"{file} is a folder. Name a file.")
    fresh = file.with_name(f".{file.name}.next")
    with disk_refusals(str(file), "It is as it was."):
        try:
            _write(fresh, text)
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)


def _registers(config: MkDocsConfig) -> Mapping[str, Record[Source]]:
    """Return all sources. Raises ConfigError when one cannot be read: it must not be missed in silence."""
    folder = f"{DATA_FOLDER}/sources/"
    registers = read_registers(Path(config.docs_dir), root_folder(config))
    for fault in registers.faults:
        place = fault.finding.location
        if folder in place.path and PurePosixPath(place.path).stem not in registers.sources:
            raise ConfigError(f"{place}: {fault.finding.message} {fault.finding.help}")
    return registers.sources


def _import_file(file: Path, folder: Path, today: date, register: dict[str, Source], taken: set[str]) -> FileImport:
    text, fault = read_text(file, str(file))
    if text is None:
        why = fault.finding if fault else None
        line, message = (why.location.line, why.message) if why else (1, "The file cannot be read.")
        return FileImport(file, (Unreadable(line, "", message),))
    outcomes: list[Imported | Known | Unreadable] = []
    fresh: dict[str, Source] = {}
    by_identity = {pair: key for key in reversed(register) for pair in identities(register[key])}
    for found in parse_references(text, file.suffix.lower(), today):
        if isinstance(found, Unreadable):
            outcomes.append(found)
        elif known := _known(found, register, by_identity):
            outcomes.append(known)
        else:
            key = source_key(found.source, taken)
            taken.add(key)
            register[key] = fresh[key] = found.source
            by_identity.update(dict.fromkeys(identities(found.source), key))
            outcomes.append(Imported(key, found))
    _write_all({folder / f"{key}.yml": _record(key, source) for key, source in fresh.items()})
    return FileImport(file, tuple(outcomes))


def _known(
    found: Reference, register: Mapping[str, Source], by_identity: Mapping[tuple[str, str], str]
) -> Known | None:
    for pair in identities(found.source):
        key = by_identity.get(pair)
        if key is not None and not differ(found.source, register[key]):
            return Known(found, key, pair[0])
    return None


def _record(key: str, source: Source) -> str:
    """Return a record's text; it has been read again and says exactly what was meant."""
    text = render_record(source)
    record, faults = parse_record(text, f"{key}.yml", key, Source)
    if faults or record is None or record.value != source:
        raise PublishError(f"The record `{key}` could not be written without loss. Nothing of its file was imported.")
    return text


def _write_all(files: Mapping[Path, str]) -> None:
    """Write all files or none; one that exists is never replaced."""
    placed: list[Path] = []
    try:
        with disk_refusals("The imported sources", "Nothing of this file was imported."):
            for file, text in files.items():
                _place(file, text, placed)
    except BaseException:
        for file in placed:
            file.unlink(missing_ok=True)
        raise


def _place(file: Path, text: str, placed: list[Path]) -> None:
    """Take the name first, then put the whole record there: no reader meets half of one."""
    fresh = file.with_name(f".{file.name}.next")
    try:
        _write(fresh, text)
        try:
            file.open("x").close()
        except FileExistsError as error:
            raise PublishError(f"{file} has been made meanwhile. Run the command again.") from error
        placed.append(file)
        fresh.replace(file)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _cited(config: MkDocsConfig, page: str, today: date) -> Mapping[str, Source]:
    run = Run(Mode.CHECK, today)
    with contextlib.suppress(Judged):
        run_mkdocs(config, run)
    wanted = page.removeprefix("docs/").removesuffix(".md").strip("/")
    for one in run.library.pages:
        if wanted in {one.id, one.url.strip("/")} or page == one.path:
            return _known_sources(one.body.cited_sources, run.library)
    raise ConfigError(f"There is no page `{page}`. Name it like sleep/screens or docs/sleep/screens.md.")


def _sources(config: MkDocsConfig, page: str, today: date) -> Mapping[str, Source]:
    if page:
        return _cited(config, page, today)
    return {key: record.value for key, record in sorted(_registers(config).items())}


def _known_sources(keys: Sequence[str], library: Library) -> Mapping[str, Source]:
    return {key: library.sources[key].value for key in keys if key in library.sources}


def _numbered(sources: Mapping[str, Source], wording: Wording) -> str:
    lines = (ama_reference(source, wording) for source in sources.values())
    return "".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1))
