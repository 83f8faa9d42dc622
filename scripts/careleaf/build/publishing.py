"""Puts a finished site in the place of the last good one, whole, or leaves that one untouched.

A new site grows in ``.<site>.next`` beside its place. Where the system can exchange two folders, that is one step.
Elsewhere the previous site steps aside to ``.<site>.previous`` and the new one takes its place; a build that is
killed in between is put right by the next. All of it happens under one lock.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careleaf.build.exchange import exchange
from careleaf.build.locking import only_one
from careleaf.build.targets import refuse_foreign
from careleaf.model.errors import PublishError


@contextmanager
def next_site(target: Path) -> Iterator[Path]:
    """Lend an empty folder beside the site, on the same file system, to one build at a time.

    What a killed build left is tidied first; the folder is gone at the end unless it was published.

    Raises:
        PublishError: another build is running, the place cannot be written, or somebody's files are there.
    """
    _make_folder(target.parent, exist_ok=True)
    with only_one(beside(target, "lock"), f"building {target}"):
        recover(target)
        refuse_foreign(target)
        fresh = beside(target, "next")
        _make_folder(fresh, exist_ok=False)
        try:
            yield fresh
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def publish(fresh: Path, target: Path, *, in_one_step: bool = True) -> None:
    """Put a finished site in its place.

    Args:
        fresh: the folder of `next_site`; holds the previous site, or nothing, afterwards.
        target: the site's folder.
        in_one_step: whether to try the system's exchange of two folders first.

    Raises:
        PublishError: it could not be done; the previous site stands.
    """
    try:
        if not target.exists():
            fresh.rename(target)
        elif not (in_one_step and exchange(fresh, target)):
            _two_renames(fresh, target)
    except OSError as error:
        raise PublishError(f"{target} could not be replaced: {error.strerror}. The previous site stands.") from error


def recover(target: Path) -> None:
    """Put the previous site back where a build was killed between its two renames; remove what it left."""
    previous, fresh = beside(target, "previous"), beside(target, "next")
    try:
        if _is_folder(previous) and _is_gone(target):
            if target.exists():
                target.rmdir()
            previous.rename(target)
    except OSError as error:
        raise PublishError(f"{previous} could not be put back as {target}: {error.strerror}.") from error
    for left in (previous, fresh):
        _remove(left)


def beside(target: Path, what: str) -> Path:
    """Return the name of a helper beside the site."""
    return target.with_name(f".{target.name}.{what}")


def _two_renames(fresh: Path, target: Path) -> None:
    previous = beside(target, "previous")
    target.rename(previous)
    try:
        fresh.rename(target)
    except OSError:
        previous.rename(target)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _is_gone(target: Path) -> bool:
    """Tell whether nothing is in the site's place: no folder, or an empty one that something made since."""
    return not target.exists() or (_is_folder(target) and not any(target.iterdir()))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _make_folder(folder: Path, *, exist_ok: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=exist_ok)
    except OSError as error:
        raise PublishError(f"{folder} cannot be written: {error.strerror}. Check the folder's rights.") from error


def _remove(left: Path) -> None:
    """Remove a helper of an earlier build; a link in its place loses itself, never what it points at."""
    if _is_folder(left):
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)
