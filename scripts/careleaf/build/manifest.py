"""Writes the list of every file into a finished site, in both its forms."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from careleaf.channels.exports.file_list import (
    CHECKSUMS,
    FILE_LIST,
    listed_file,
    render_checksums,
    render_file_list,
)
from careleaf.model.api.files import ListedFile

LISTS = frozenset({FILE_LIST, CHECKSUMS})


def site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file of a site in the order of its paths."""
    paths = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return ((path, site / path) for path in paths)


def write_lists(site: Path, made_on: date) -> None:
    """Write both lists; each file is read again from the disk, so that they say what is there."""
    listed = [listed_file(path, file.read_bytes()) for path, file in site_files(site) if path not in LISTS]
    for path, text in lists(listed, made_on):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text)


def lists(listed: Iterable[ListedFile], made_on: date) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of both lists; the plain one covers the other, and nothing covers the plain one."""
    files = tuple(listed)
    content = render_file_list(files, made_on).encode()
    yield FILE_LIST, content
    yield CHECKSUMS, render_checksums((*files, listed_file(FILE_LIST, content))).encode()
