"""What the disk refuses, told in one sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from careleaf.model.errors import PublishError

_REFUSALS = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC,
        errno.EFBIG,
        errno.EROFS,
        errno.EACCES,
        errno.EPERM,
        errno.EIO,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.EMFILE,
        errno.ENAMETOOLONG,
    }
)


@contextmanager
def disk_refusals(what: str, kept: str) -> Iterator[None]:
    """Turn a full, read-only or failing disk into one message; any other error is a fault of ours and stays one.

    Args:
        what: what could not be written.
        kept: what is as it was.

    Raises:
        PublishError: the disk refused.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        raise PublishError(f"{what} could not be written: {error.strerror}. {kept}") from error
