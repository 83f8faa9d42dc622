"""Single lines of an author's files, for excerpts."""

from pathlib import Path

from careleaf.model.finding import Location
from careleaf.reading.text_file import read_text


class SourceLines:
    """Reads lines below a folder; keeps the last file, because findings come file by file."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = ""
        self._lines: list[str] = []

    def line_at(self, place: Location) -> str | None:
        """Return the line at a place; None when the file or the line is gone, or is no text."""
        if place.path != self._path:
            text, _ = read_text(self._root / place.path, place.path)
            self._path, self._lines = place.path, (text or "").split("\n") if text else []
        return self._lines[place.line - 1] if 0 < place.line <= len(self._lines) else None
