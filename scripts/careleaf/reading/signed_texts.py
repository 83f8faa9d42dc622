"""The canonical texts that were signed, from ``reviews/<topic>/<page>/<digest>.txt``."""

from collections.abc import Mapping
from pathlib import Path

from careleaf.model.fault import Fault
from careleaf.model.finding import Location
from careleaf.model.signed_text import SignedText
from careleaf.reading.text_file import read_text


def read_signed_texts(folder: Path, root: Path) -> tuple[Mapping[str, Mapping[str, SignedText]], list[Fault]]:
    """Return every kept text by page id and digest, and what could not be read."""
    texts: dict[str, dict[str, SignedText]] = {}
    faults: list[Fault] = []
    for file in sorted(folder.rglob("*.txt")):
        path = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
        text, fault = read_text(file, path)
        if text is None:
            faults.extend([fault] if fault else [])
            continue
        page_id = file.parent.relative_to(folder).as_posix()
        texts.setdefault(page_id, {})[file.stem] = SignedText(file.stem, text, Location(path))
    return texts, faults
