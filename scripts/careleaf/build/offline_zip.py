"""exports/offline-site.zip: the whole site in one file, to be opened from a disk without any server."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careleaf.build.manifest import LISTS, lists, site_files
from careleaf.channels.exports.file_list import listed_file
from careleaf.channels.exports.offline import offline_page

OFFLINE_ZIP = "exports/offline-site.zip"
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_offline_zip(site: Path, made_on: date) -> None:
    """Write the archive into a finished site. Same files and day, same bytes."""
    archive = site / OFFLINE_ZIP
    archive.unlink(missing_ok=True)
    archive.parent.mkdir(parents=True, exist_ok=True)
    listed = []
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for path, content in _offline_files(site):
            listed.append(listed_file(path, content))
            _add(out, path, content, made_on)
        for path, content in lists(listed, made_on):
            _add(out, path, content, made_on)


def _offline_files(site: Path) -> Iterator[tuple[str, bytes]]:
    files = [(path, file) for path, file in site_files(site) if path not in LISTS and path != OFFLINE_ZIP]
    known = frozenset(path for path, _ in files)
    for path, file in files:
        content = file.read_bytes()
        yield path, offline_page(content.decode(), path, known).encode() if path.endswith(".html") else content


def _add(out: zipfile.ZipFile, path: str, content: bytes, made_on: date) -> None:
    """Add a file that says nothing of the computer it was packed on."""
    info = zipfile.ZipInfo(path, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
    info.create_system, info.external_attr, info.compress_type = _UNIX, _PLAIN_FILE, zipfile.ZIP_DEFLATED
    out.writestr(info, content, compresslevel=9)
