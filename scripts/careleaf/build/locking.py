"""One at a time: a lock the system itself lets go when its holder dies.

A file that merely exists would have to be cleared by hand after every killed build. Here the system holds the lock
(flock(2), on Windows a locked byte), so a file left behind by a dead process is taken over without a word.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from careleaf.model.errors import PublishError

_PAUSE = 0.05
"""Seconds between two looks at a lock that another process holds."""
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)

if sys.platform == "win32":
    import msvcrt

    _BEYOND_THE_PID = 1024

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND_THE_PID, os.SEEK_SET)  # a locked byte cannot be read, and others read the pid
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def only_one(file: Path, what: str, patience: float = 0.0) -> Iterator[None]:
    """Hold a lock file for as long as the block runs.

    Args:
        file: where the lock lies; it is removed at the end.
        what: what the holder does, to complete "Another process is …".
        patience: for how many seconds to wait while another process holds it.

    Raises:
        PublishError: another process holds it, or the file cannot be made.
    """
    try:
        descriptor = _taken(file, what, time.monotonic() + patience)
    except OSError as error:
        raise PublishError(f"{file.parent} cannot be written: {error.strerror}. Check the folder's rights.") from error
    try:
        _sign(descriptor)
        yield
    finally:
        _let_go(descriptor, file)


def _taken(file: Path, what: str, until: float) -> int:
    """Return the open lock file; one that its last holder has just removed is opened anew."""
    while True:
        descriptor = os.open(file, _FLAGS, 0o644)
        if not _try_lock(descriptor):
            if time.monotonic() < until:
                os.close(descriptor)
                time.sleep(_PAUSE)
                continue
            holder = os.pread(descriptor, 20, 0).decode(errors="replace") if hasattr(os, "pread") else ""
            os.close(descriptor)
            process = f" (process {holder})" if holder.isdecimal() else ""
            raise PublishError(f"Another process is {what}{process}. Wait until it has ended.")
        if _is_at(descriptor, file):
            return descriptor
        os.close(descriptor)


def _is_at(descriptor: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), file.stat())
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    """Write who holds it, for the message the second one prints. On a full disk the lock holds unsigned."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())


def _let_go(descriptor: int, file: Path) -> None:
    if sys.platform == "win32":
        os.close(descriptor)  # an open file cannot be removed there
        file.unlink(missing_ok=True)
    else:
        file.unlink(missing_ok=True)  # still held: nobody can have taken over a file that is about to vanish
        os.close(descriptor)
