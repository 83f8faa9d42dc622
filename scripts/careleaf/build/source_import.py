"""References from files into the register of sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careleaf.build.locking import only_one
from careleaf.build.record_files import record_text, source_register, taken_keys, write_new_files
from careleaf.build.settings import load_settings, root_folder
from careleaf.build.source_keys import source_key
from careleaf.model.errors import ConfigError
from careleaf.model.source import Source
from careleaf.model.work_identity import differ, identities
from careleaf.reading.registers import DATA_FOLDER
from careleaf.reading.source_import import ENDINGS, Reference, Unreadable, parse_references
from careleaf.reading.text_file import read_text


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
        register = {key: record.value for key, record in source_register(config).items()}
        taken = taken_keys(folder)
        for file in files:
            yield _import_file(file, folder, today, register, taken)


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
    write_new_files({folder / f"{key}.yml": record_text(key, source) for key, source in fresh.items()})
    return FileImport(file, tuple(outcomes))


def _known(
    found: Reference, register: Mapping[str, Source], by_identity: Mapping[tuple[str, str], str]
) -> Known | None:
    for pair in identities(found.source):
        key = by_identity.get(pair)
        if key is not None and not differ(found.source, register[key]):
            return Known(found, key, pair[0])
    return None
