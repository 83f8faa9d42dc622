"""How far a build is: what is being done, and how much of it, on one line that is written over.

On a terminal only, and never in CI; no colours. A terminal that can do nothing but print gets a line for each stage.
"""

import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from types import TracebackType

from careleaf.build.listener import Listener
from careleaf.cli.terminal import shows_progress

_COUNTED = {
    "render-page": "pages read",
    "judge-page": "judged",
    "print-handout": "handouts printed",
    "read-pages": "parts of the site read back",
    "read-handout": "handouts read back",
}
"""What is counted, by the name of the task that makes it; other tasks are too small to be told."""
_EVERY = 0.1
"""Seconds between two looks of the line."""


class BuildProgress(Listener):
    """Hears of stages and results, and shows them while it is open."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._shown = shows_progress()
        self._can_write_over = os.environ.get("TERM") != "dumb"
        self._clock = clock
        self._next_look = 0.0
        self._doing = ""
        self._counts: Counter[str] = Counter()
        self._expected: Counter[str] = Counter()

    def __enter__(self) -> "BuildProgress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_line()

    def stage(self, doing: str) -> None:
        """Say what is being done from now on."""
        if not self._shown:
            return
        self._end_line()
        self._doing = doing
        if self._can_write_over:
            self._write()
        else:
            print(f"{doing} …", file=sys.stderr, flush=True)

    def expects(self, task: str, number: int) -> None:
        """Note how many results of a task are to come."""
        if task in _COUNTED:
            self._expected[_COUNTED[task]] += number

    def made(self, task: str) -> None:
        """Count a result of a task."""
        if not (self._shown and self._can_write_over and self._doing and task in _COUNTED):
            return
        what = _COUNTED[task]
        self._counts[what] += 1
        if self._clock() >= self._next_look:
            self._write()

    def _write(self) -> None:
        self._next_look = self._clock() + _EVERY
        counts = ", ".join(f"{count:,}{self._of(what)} {what}" for what, count in self._counts.items())
        line = f"{self._doing} … {counts}".rstrip()
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[K{line[:width]}", end="", file=sys.stderr, flush=True)

    def _of(self, what: str) -> str:
        """Return the whole of which a count is a part, where it is known; a page that is read twice is one more."""
        expected = self._expected[what]
        return f" of {max(expected, self._counts[what]):,}" if expected else ""

    def _end_line(self) -> None:
        """Leave the line as it is at last, and begin another."""
        if self._doing and self._can_write_over:
            self._write()
            print(file=sys.stderr, flush=True)
        self._doing = ""
        self._counts.clear()
        self._expected.clear()
