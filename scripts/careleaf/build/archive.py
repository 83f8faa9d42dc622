"""Files in an archive that says nothing of the computer it was packed on: same files and day, same bytes."""

import zipfile
from datetime import date

_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def add_file(out: zipfile.ZipFile, path: str, content: bytes, made_on: date) -> None:
    """Add a file, dated to a day."""
    info = zipfile.ZipInfo(path, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
    info.create_system, info.external_attr, info.compress_type = _UNIX, _PLAIN_FILE, out.compression
    out.writestr(info, content, compresslevel=out.compresslevel)
