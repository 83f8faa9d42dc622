"""What was measured before, beside what is measured now: a library of ten thousand pages is not measured every day."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from benchmarks.report import Run

KEPT = "results.json"


def with_kept(runs: Iterable[Run], folder: Path) -> list[Run]:
    """Return runs beside those kept in a folder, by size, and keep them all; a size measured again replaces itself.

    Raises:
        msgspec.MsgspecError: what is kept there is no list of runs.
    """
    file = folder / KEPT
    kept = msgspec.json.decode(file.read_bytes(), type=list[Run]) if file.exists() else []
    by_size = {run.pages: run for run in [*kept, *runs]}
    together = [by_size[pages] for pages in sorted(by_size)]
    file.write_bytes(msgspec.json.format(msgspec.json.encode(together), indent=1) + b"\n")
    return together
