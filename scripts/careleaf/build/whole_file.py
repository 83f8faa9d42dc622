"""A file on disk that is written whole or not at all, also when the process is killed or the disk is full."""

import os
from pathlib import Path

from careleaf.build.disk import disk_refusals


def write_whole(file: Path, content: str | bytes) -> None:
    """Write a file beside its place, and put it there in one step; folders on the way are made.

    Raises:
        PublishError: the disk refused; what stood there before is as it was.
    """
    fresh = file.with_name(f".{file.name}.next")
    with disk_refusals(str(file), "It is as it was."):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("wb") as stream:
                stream.write(content.encode() if isinstance(content, str) else content)
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
