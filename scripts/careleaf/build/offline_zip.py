"""exports/offline-site.zip: the whole site in one file, to be opened from a disk without any server."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careleaf.build.archive import add_file
from careleaf.build.manifest import LISTS, lists, site_files
from careleaf.build.templates import ASSETS
from careleaf.channels.exports.file_list import listed_file
from careleaf.channels.exports.offline import offline_page
from careleaf.channels.exports.offline_search import (
    INDEX,
    INDEX_SCRIPT,
    STAND_IN,
    offline_index,
    with_offline_search,
)

OFFLINE_ZIP = "exports/offline-site.zip"
_ARCHIVES = ("exports/", ".zip")
"""Where archives lie: none holds another."""
_FOR_SERVERS = frozenset({"404.html"})
"""What only a server shows; its links are complete addresses, which mean nothing on a disk."""


def write_offline_zip(site: Path, made_on: date) -> None:
    """Write the archive into a finished site. Same files and day, same bytes."""
    archive = site / OFFLINE_ZIP
    archive.unlink(missing_ok=True)
    archive.parent.mkdir(parents=True, exist_ok=True)
    listed = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path, content in _offline_files(site):
            listed.append(listed_file(path, content))
            add_file(out, path, content, made_on)
        for path, content in lists(listed, made_on):
            add_file(out, path, content, made_on)


def is_archive(path: str) -> bool:
    """Tell whether a file of the site is one of its archives."""
    return path.startswith(_ARCHIVES[0]) and path.endswith(_ARCHIVES[1])


def _offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    files = [(path, file) for path, file in site_files(site) if not _is_left_out(path)]
    known = frozenset(path for path, _ in files)
    for path, file in files:
        yield path, _offline_bytes(path, file.read_bytes(), known)
    if INDEX in known:
        yield INDEX_SCRIPT, offline_index((site / INDEX).read_text(encoding="utf-8"), known).encode()
        yield STAND_IN, (ASSETS / STAND_IN.rpartition("/")[2]).read_bytes()


def _offline_bytes(path: str, content: bytes, known: frozenset[str]) -> bytes:
    if not path.endswith(".html"):
        return content
    page = offline_page(content.decode(), path, known)
    return (with_offline_search(page, path) if INDEX in known else page).encode()
