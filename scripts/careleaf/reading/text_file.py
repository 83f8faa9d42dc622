"""Text from disk, within bounds."""

from pathlib import Path

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location

MAX_BYTES = 2_000_000


def read_text(file: Path, path: str) -> tuple[str | None, Fault | None]:
    """Read a UTF-8 file. Returns its text, or the fault that kept it from being read."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return None, _fault(path, f"The file is larger than {MAX_BYTES} bytes.", "Split it up.")
        content = file.read_bytes()
    except OSError as error:
        return None, _fault(path, f"The file cannot be read: {error.strerror}.", "Check the file and its rights.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, _fault(path, "The file is not UTF-8 text.", "Save it with the encoding UTF-8.", line)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return None, _fault(path, "The file contains a NUL character.", "Remove it; save it as plain text.", line)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _fault(path: str, message: str, advice: str, line: int = 1) -> Fault:
    return Fault(FaultKind.UNREADABLE_RECORD, Finding(Location(path, line), message, advice))
