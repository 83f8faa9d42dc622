"""Puts a finished site in the place of the last good one, whole, or leaves that one untouched."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from careleaf.model.errors import PublishError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def next_site_folder(site_dir: Path) -> Path:
    """Make an empty folder beside the site, on the same file system, after tidying what an ended build left."""
    recover(site_dir)
    fresh = site_dir.with_name(f".{site_dir.name}.next")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
    except OSError as error:
        raise PublishError(
            f"{site_dir.parent} cannot be written: {error.strerror}. Check the folder's rights."
        ) from error
    return fresh


def publish(fresh: Path, site_dir: Path) -> None:
    """Exchange the finished site with the previous one. Raises PublishError; then the previous one still stands."""
    try:
        if not site_dir.exists():
            fresh.rename(site_dir)
            return
        if _exchange(fresh, site_dir):
            shutil.rmtree(fresh)
            return
        _two_renames(fresh, site_dir)
    except OSError as error:
        raise PublishError(f"{site_dir} could not be replaced: {error.strerror}. The previous site stands.") from error


def recover(site_dir: Path) -> None:
    """Put the previous site back when a build was ended between its two renames."""
    previous = _previous(site_dir)
    if previous.exists() and not site_dir.exists():
        previous.rename(site_dir)
    shutil.rmtree(previous, ignore_errors=True)


def _two_renames(fresh: Path, site_dir: Path) -> None:
    previous = _previous(site_dir)
    site_dir.rename(previous)
    fresh.rename(site_dir)
    shutil.rmtree(previous)


def _previous(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}.previous")


def _exchange(fresh: Path, site_dir: Path) -> bool:
    """Swap two folders in one step (Linux renameat2, RENAME_EXCHANGE). False where the system has no such call."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    failed = call(_AT_FDCWD, os.fsencode(fresh), _AT_FDCWD, os.fsencode(site_dir), _RENAME_EXCHANGE)
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code))
