"""Loaders that portals may have pinned: whether each file is still the one that was released."""

import base64
import re
from collections.abc import Iterator
from hashlib import sha256, sha384
from pathlib import Path

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding
from careleaf.model.published import Published, PublishedLoader
from careleaf.model.record import Record

LOADERS = "loaders"
"""The folder below the registers that keeps them."""
_NAME = re.compile(r"careleaf-embed-([0-9a-f]{16})\.js")
_LARGEST = 100_000
"""Bytes; none of ours comes near it."""


def loader_faults(published: Record[Published], data: Path) -> Iterator[Fault]:
    """Yield each released loader that is gone, or is no longer what portals pinned. `data` holds the registers."""
    for name, released in published.value.loaders.items():
        if not _is_kept(data / LOADERS, name, released):
            message = f"`{name}`, which portals may have pinned, is missing or was changed in docs/_data/{LOADERS}."
            finding = Finding(published.at(f"loaders.{name}"), message, "Bring it back from an earlier commit.")
            yield Fault(FaultKind.VANISHED_LOADER, finding)


def _is_kept(folder: Path, name: str, released: PublishedLoader) -> bool:
    parts, file = _NAME.fullmatch(name), folder / name
    if parts is None or not file.is_file() or file.stat().st_size > _LARGEST:
        return False
    content = file.read_bytes()
    integrity = f"sha384-{base64.b64encode(sha384(content).digest()).decode()}"
    return sha256(content).hexdigest().startswith(parts[1]) and integrity == released.integrity
