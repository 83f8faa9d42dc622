"""What may be shown: colours and progress on a terminal only, never in a log."""

import os
import sys
from typing import TextIO


def wants_color(stream: TextIO) -> bool:
    """Tell whether colours help: on a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def progress(doing: str) -> None:
    """Say what is being done, on a terminal; quiet in CI."""
    if sys.stderr.isatty() and not os.environ.get("CI"):
        print(f"{doing} …", file=sys.stderr)
