"""What was made before, kept by the hash of everything it was made from.

An entry is the content itself behind one line with its SHA-256. Content that does not fit its line, because a disk lost
it or somebody else wrote it, is as good as none and is made anew; nothing in an entry is ever executed or unpickled.
"""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CACHE_FOLDER = Path(".cache") / "careleaf"
"""Where a site keeps what was made, beside its mkdocs.yml; it may be deleted at any time."""
LARGEST = 2_000_000_000
"""Bytes that are kept for a site; the entries longest unused go first."""
_LABELS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Made by careleaf; may be deleted at any time.\n",
}
"""What tells git and backups to pass by (https://bford.info/cachedir/)."""
_KEEP = 0.8
"""How much of the bound is left after tidying, so that it is not done at every build."""


class Store:
    """Content by key, on disk; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, largest: int = LARGEST) -> None:
        self.folder = folder
        self.largest = largest

    def open(self) -> "Store":
        """Make the folder, so that git and backups pass by; return the store."""
        if self.folder is not None:
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
                for name, text in _LABELS.items():
                    (self.folder / name).write_text(text, encoding="utf-8")
        return self

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key, or None when there is nothing, or it is not what was put there."""
        if self.folder is None:
            return None
        file = self._file(self.folder, key)
        try:
            head, _, content = file.read_bytes().partition(b"\n")
        except OSError:
            return None
        if head != _head(key, content):
            with suppress(OSError):
                file.unlink()
            return None
        return content

    def put(self, key: str, content: bytes) -> bool:
        """Keep content, and tell whether it was kept: a disk that takes none costs speed, and no build."""
        if self.folder is None:
            return False
        try:
            _write_whole(self._file(self.folder, key), _head(key, content) + b"\n" + content)
        except OSError:
            return False
        return True

    def touch(self, key: str) -> bool:
        """Tell whether something is kept under a key, and count it as used."""
        if self.folder is None:
            return False
        try:
            os.utime(self._file(self.folder, key))
        except OSError:
            return False
        return True

    def tidy(self) -> None:
        """Remove the entries longest unused where all together are larger than the bound."""
        if self.folder is None:
            return
        with suppress(OSError):
            entries = [(s.st_mtime_ns, s.st_size, f) for f in self.folder.glob("??/*") if (s := f.lstat())]
            excess = sum(size for _, size, _ in entries) - self.largest
            if excess > 0:
                _remove_oldest(entries, excess + int(self.largest * (1 - _KEEP)))

    @staticmethod
    def _file(folder: Path, key: str) -> Path:
        return folder / key[:2] / key[2:]


def _head(key: str, content: bytes) -> bytes:
    return f"careleaf {key} {sha256(content).hexdigest()}".encode()


def _write_whole(file: Path, content: bytes) -> None:
    """Write a file under another name first: whoever reads it sees all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _remove_oldest(entries: list[tuple[int, int, Path]], least: int) -> None:
    removed = 0
    for _, size, file in sorted(entries, key=lambda entry: entry[:2]):
        if removed >= least:
            return
        file.unlink(missing_ok=True)
        removed += size
