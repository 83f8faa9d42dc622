"""Text from disk, within bounds."""

import errno
import os
import stat
from pathlib import Path

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location

MAX_BYTES = 2_000_000


def read_text(file: Path, path: str) -> tuple[str | None, Fault | None]:
    """Read a UTF-8 file. Returns its text, or the fault that kept it from being read."""
    try:
        content = _content(file)
    except OSError as error:
        return None, _fault(path, f"The file cannot be read: {error.strerror}.", "Check the file and its rights.")
    if content is None:
        return None, _fault(path, "This is no plain file.", "Put a text file in its place.")
    if len(content) > MAX_BYTES:
        return None, _fault(path, f"The file is larger than {MAX_BYTES} bytes.", "Split it up.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, _fault(path, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.", line)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, _fault(path, "The file contains a NUL character.", "Remove it; save it as plain text.", line)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _content(file: Path) -> bytes | None:
    """Return a file's bytes, at most one more than are allowed; None for a pipe or device, which may never end.

    It is opened without waiting (a pipe nobody writes to would wait for ever) and looked at when it is open.
    """
    opened = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        mode = os.fstat(opened).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            return None
        with os.fdopen(opened, "rb", closefd=False) as stream:
            return stream.read(MAX_BYTES + 1)
    finally:
        os.close(opened)


def _fault(path: str, message: str, advice: str, line: int = 1) -> Fault:
    return Fault(FaultKind.UNREADABLE_RECORD, Finding(Location(path, line), message, advice))
