"""exports/handouts.zip: every handout of the site in one file, for a clinic's own shelf."""

import zipfile
from datetime import date
from pathlib import Path

from careleaf.build.archive import add_file

HANDOUTS_ZIP = "exports/handouts.zip"
_FOLDER = "handouts"


def write_handouts_zip(site: Path, made_on: date) -> None:
    """Write the archive into a finished site; a PDF is compressed already, so nothing is compressed twice."""
    archive = site / HANDOUTS_ZIP
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as out:
        for file in sorted((site / _FOLDER).rglob("*.pdf"), key=Path.as_posix):
            add_file(out, file.relative_to(site / _FOLDER).as_posix(), file.read_bytes(), made_on)
