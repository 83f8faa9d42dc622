"""A copy of a site as somebody received it: a folder or a zip file, which may be damaged or hostile.

A zip file is read where it lies and never unpacked, and no file is read beyond the size its list names.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from careleaf.channels.exports.file_list import (
    CHECKSUMS,
    FILE_LIST,
    UnusableFileListError,
    is_safe_path,
    listed_file,
    parse_file_list,
    render_checksums,
)
from careleaf.model.api.files import ListedFile
from careleaf.model.errors import ConfigError

_MOST = 64_000_000
"""Bytes of a list of files: more than a site of 100,000 files needs."""
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)
"""What reading a foreign copy may raise. `zipfile` itself raises NotImplementedError for a way of packing it does not
know and RuntimeError for a locked file (https://docs.python.org/3/library/zipfile.html): both mean "not readable"."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holding a copy against its list showed."""

    files: int
    fingerprint: str
    """The SHA-256 of SHA256SUMS, to be compared with what the publisher says by another way."""
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the copy is what was released, as far as its own list tells."""
        return not (self.changed or self.missing or self.extra)


class _Copy(Protocol):
    """A folder or a zip file, alike."""

    names: frozenset[str]

    def open(self, path: str) -> BinaryIO: ...


def verify_copy(place: Path) -> Verdict:
    """Hold every file of a received site against its list.

    Raises:
        ConfigError: there is no such copy, it has no usable list, or a path in it leads out of its folder.
    """
    if place.is_dir():
        return _verdict(_Folder(place), place)
    try:
        with zipfile.ZipFile(place) as archive:
            return _verdict(_Archive(archive, place), place)
    except zipfile.BadZipFile as error:
        raise ConfigError(f"{place} is neither a folder nor a zip file that can be read.") from error
    except OSError as error:
        raise ConfigError(f"{place} cannot be read: {error.strerror}.") from error


def _verdict(copy: _Copy, place: Path) -> Verdict:
    text = _whole(copy, FILE_LIST, place)
    sums = _whole(copy, CHECKSUMS, place)
    try:
        listed = {file.path: file for file in parse_file_list(text.decode())}
    except (UnusableFileListError, UnicodeDecodeError) as error:
        why = str(error) if isinstance(error, UnusableFileListError) else "is not UTF-8 text"
        raise ConfigError(f"{place}: its list of files {why}.") from error
    expected = {**listed, FILE_LIST: listed_file(FILE_LIST, text)}
    changed = set(_changed(copy, expected))
    if sums != render_checksums(expected.values()).encode():
        changed.add(CHECKSUMS)
    return Verdict(
        files=len(listed),
        fingerprint=sha256(sums).hexdigest(),
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(expected.keys() - copy.names)),
        extra=tuple(sorted(copy.names - expected.keys() - {CHECKSUMS})),
    )


def _changed(copy: _Copy, expected: Mapping[str, ListedFile]) -> Iterator[str]:
    for path in sorted(expected.keys() & copy.names):
        try:
            with copy.open(path) as stream:
                is_same = _same(stream, expected[path])
        except _UNREADABLE:
            is_same = False  # a file that cannot be read is not the one that was released
        if not is_same:
            yield path


def _same(stream: BinaryIO, file: ListedFile) -> bool:
    digest, size = sha256(), 0
    while size <= file.size and (chunk := stream.read(min(_CHUNK, file.size + 1 - size))):
        digest.update(chunk)
        size += len(chunk)
    return size == file.size and digest.hexdigest() == file.sha256


def _whole(copy: _Copy, path: str, place: Path) -> bytes:
    if path not in copy.names:
        raise ConfigError(f"{place} has no {path}, so there is nothing to hold it against.")
    try:
        with copy.open(path) as stream:
            content = stream.read(_MOST + 1)
    except _UNREADABLE as error:
        raise ConfigError(f"{place}: {path} cannot be read.") from error
    if len(content) > _MOST:
        raise ConfigError(f"{place}: {path} is too large to be a list of files.")
    return content


class _Folder:
    """A folder; links in it are not followed, and count as something else than the file that was released."""

    def __init__(self, root: Path) -> None:
        self.root = root
        entries = ((path.relative_to(root).as_posix(), path) for path in root.rglob("*"))
        self.names = frozenset(name for name, path in entries if path.is_symlink() or not path.is_dir())

    def open(self, path: str) -> BinaryIO:
        parts = [self.root / "/".join(path.split("/")[: n + 1]) for n in range(path.count("/") + 1)]
        if any(part.is_symlink() for part in parts) or not parts[-1].is_file():
            raise OSError(f"{path} is no plain file")
        return parts[-1].open("rb")


class _Archive:
    """A zip file. Raises ConfigError for names that lead out of it, links, and names that stand there twice."""

    def __init__(self, archive: zipfile.ZipFile, place: Path) -> None:
        self.archive = archive
        entries = [info for info in archive.infolist() if not info.is_dir()]
        for info in entries:
            if not is_safe_path(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
                raise ConfigError(f"{place} holds {info.filename!r}, which leads out of its folder.")
        self.names = frozenset(info.filename for info in entries)
        if len(self.names) != len(entries):
            raise ConfigError(f"{place} holds two files of one name.")

    def open(self, path: str) -> BinaryIO:
        return cast("BinaryIO", self.archive.open(path))
