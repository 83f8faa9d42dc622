"""New records below docs/_data/sources: written whole, never over one that exists."""

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.disk import disk_refusals
from careleaf.build.settings import root_folder
from careleaf.channels.source_formats import render_record
from careleaf.model.errors import ConfigError, PublishError
from careleaf.model.record import Record
from careleaf.model.source import Source
from careleaf.reading.records import parse_record
from careleaf.reading.registers import DATA_FOLDER, read_registers


def source_register(config: MkDocsConfig) -> Mapping[str, Record[Source]]:
    """Return all sources. Raises ConfigError when one cannot be read: it must not be missed in silence."""
    folder = f"{DATA_FOLDER}/sources/"
    registers = read_registers(Path(config.docs_dir), root_folder(config))
    for fault in registers.faults:
        place = fault.finding.location
        if folder in place.path and PurePosixPath(place.path).stem not in registers.sources:
            raise ConfigError(f"{place}: {fault.finding.message} {fault.finding.help}")
    return registers.sources


def taken_keys(folder: Path) -> set[str]:
    """Return every key that has a file, readable or not."""
    return {file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.yml")}


def record_text(key: str, source: Source) -> str:
    """Return a record's text; it has been read again and says exactly what was meant."""
    text = render_record(source)
    record, faults = parse_record(text, f"{key}.yml", key, Source)
    if faults or record is None or record.value != source:
        raise PublishError(f"The record `{key}` could not be written without loss. Nothing was written.")
    return text


def write_new_files(files: Mapping[Path, str]) -> None:
    """Write all files or none; one that exists is never replaced."""
    placed: list[Path] = []
    try:
        with disk_refusals("The new records", "None of them was written."):
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
        write_durably(fresh, text)
        try:
            file.open("x").close()
        except FileExistsError as error:
            raise PublishError(f"{file} has been made meanwhile. Run the command again.") from error
        placed.append(file)
        fresh.replace(file)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def replace_file(file: Path, text: str, kept: str) -> None:
    """Put a file of ours in its place in one step; one that says the same stays untouched.

    Raises:
        PublishError: the disk refused; `kept` completes the message with what is as it was.
    """
    if file.is_file() and file.read_bytes() == text.encode():
        return
    fresh = file.with_name(f".{file.name}.next")
    try:
        with disk_refusals(str(file), kept):
            write_durably(fresh, text)
            fresh.replace(file)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def write_durably(file: Path, text: str) -> None:
    """Write a file and wait until the disk has it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
