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
_FOR_SEARCH = frozenset({INDEX_SCRIPT, STAND_IN})
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
    """Yield path and content of every file, in the order of paths, one in memory at a time."""
    left_out = LISTS | _FOR_SERVERS
    known = frozenset(path for path, _ in site_files(site) if path not in left_out and not is_archive(path))
    has_search = INDEX in known
    for path in sorted(known | _FOR_SEARCH if has_search else known):
        yield path, _offline_bytes(site, path, known, has_search)


def _offline_bytes(site: Path, path: str, known: frozenset[str], has_search: bool) -> bytes:
    if path == INDEX_SCRIPT:
        return offline_index((site / INDEX).read_text(encoding="utf-8"), known).encode()
    if path == STAND_IN:
        return (ASSETS / STAND_IN.rpartition("/")[2]).read_bytes()
    content = (site / path).read_bytes()
    if not path.endswith(".html"):
        return content
    page = offline_page(content.decode(), path, known)
    return (with_offline_search(page, path) if has_search else page).encode()
