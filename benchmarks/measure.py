"""Runs one command and says how long it took and how much memory all its processes held at most."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_INTERVAL = 0.1
"""Seconds between two looks at the memory."""
_ADOPT = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of all processors together, the command's children included."""
    memory: float
    """Megabytes of all its processes together, shared pages counted once; 0 where the system cannot tell."""


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end. Raises RuntimeError with its last words when it fails."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1)  # a browser's processes outlive what started them: their time counts too
    known, before = _children(), os.times()
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # the benchmarks' own commands
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        env=_environment(),
    )
    with _Watch(process.pid) as watch:
        said, _ = process.communicate()
    wall = time.perf_counter() - started
    _await_the_left(known)
    after = os.times()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {said[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, cpu, watch.peak / 1024)


def _environment() -> dict[str, str]:
    """Return the environment of an installed tool: what Python has compiled once, it keeps."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "CI": "1", "NO_MKDOCS_2_WARNING": "1"}


def _await_the_left(known: set[int]) -> None:
    """Wait for the processes that a command has left behind."""
    while left := _children() - known:
        for process in left:
            with suppress(ChildProcessError):
                os.waitpid(process, 0)


def _children() -> set[int]:
    """Return this process's children, where the system tells."""
    try:
        return {int(number) for number in Path("/proc/thread-self/children").read_text().split()}
    except OSError:
        return set()


class _Watch:
    """Looks again and again at what the processes of one session hold."""

    def __init__(self, session: int) -> None:
        self.session = session
        self.peak = 0
        """Kilobytes."""
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_INTERVAL):
            self.peak = max(self.peak, sum(_proportional(process) for process in _session(self.session)))


def _session(session: int) -> Iterator[Path]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended in between
        if int(fields[3]) == session:
            yield folder


def _proportional(process: Path) -> int:
    """Return a process's share of memory in kilobytes (`Pss`, proc(5))."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
