"""What may be shown: colours and progress on a terminal only, never in a log."""

import os
import sys
from typing import TextIO


def wants_color(stream: TextIO) -> bool:
    """Tell whether colours help: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shows_progress() -> bool:
    """Tell whether somebody is looking: on a terminal, and not in CI."""
    return sys.stderr.isatty() and not os.environ.get("CI")


def progress(doing: str) -> None:
    """Say what is being done, on a terminal; quiet in CI."""
    if shows_progress():
        print(f"{doing} …", file=sys.stderr)


class ProgressBar:
    """One line that fills while something long goes on; on a terminal only, quiet in CI."""

    _WIDTH = 24

    def __init__(self) -> None:
        self._shown = shows_progress()

    def show(self, done: int, of: int, doing: str) -> None:
        """Say how far it is; the line is wiped at the end."""
        if not self._shown:
            return
        filled = self._WIDTH * done // max(of, 1)
        name = "".join(c if c.isprintable() else "?" for c in doing)[:40]
        line = f"[{'#' * filled}{'.' * (self._WIDTH - filled)}] {done} of {of}  {name}"
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    def wipe(self) -> None:
        """Take the line away."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
