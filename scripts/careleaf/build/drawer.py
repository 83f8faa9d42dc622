"""A drawer on disk: what a library of thousands of pages has in it need not lie in memory until it is looked at.

It is one file without a name, which ends with the run. A disk that takes nothing costs memory, and no build.
"""

import tempfile
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from careleaf.model.outline import Outline
from careleaf.reading.folded_body import Folded

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something lies in the drawer."""

    offset: int
    length: int


class Drawer:
    """Bytes put away, and taken out again as often as they are needed."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open a drawer; `folder` is on the disk that has room, as a system's own folder may be in memory."""
        self._file = _opened(folder)
        if self._file is not None:
            weakref.finalize(self, self._file.close)
        self._end = 0
        self._lock = Lock()
        """A preview puts pages away while a browser asks for others."""

    def put(self, content: bytes) -> Place | bytes:
        """Put bytes away, and return what `take` finds them by: the bytes themselves where the disk takes none."""
        if self._file is None:
            return content
        with self._lock:
            try:
                self._file.seek(self._end)
                is_whole = self._file.write(content) == len(content)
            except OSError:
                is_whole = False
            if not is_whole:
                return content
            place = Place(self._end, len(content))
            self._end += len(content)
        return place

    def take(self, place: Place | bytes) -> bytes:
        """Return what was put away."""
        if isinstance(place, bytes):
            return place
        assert self._file is not None  # noqa: S101  # it gave the place
        with self._lock:
            self._file.seek(place.offset)
            return self._file.read(place.length)


class DrawnBody:
    """A body in a drawer."""

    def __init__(self, body: Folded, drawer: Drawer) -> None:
        self._drawer = drawer
        self._content, self._outline = drawer.put(body.content), drawer.put(body.outlined)

    @property
    def outline(self) -> Outline:
        """What is asked of it most often."""
        return Folded(b"", self._drawer.take(self._outline)).outline

    def unfolded(self) -> tuple[str, bytes]:
        """Return its HTML, and the rest of it as `stored` gives it."""
        return Folded(self._drawer.take(self._content), b"").unfolded()


class Kept(Mapping[str, T], Generic[T]):
    """Things by name, of which those looked at last are in memory, and all others in a drawer."""

    def __init__(self, drawer: Drawer, decode: Callable[[bytes], T], most: int) -> None:
        self._drawer = drawer
        self._decode = decode
        self._most = most
        self._places: dict[str, Place | bytes] = {}
        self._open: OrderedDict[str, T] = OrderedDict()

    def put(self, name: str, content: bytes) -> None:
        """Put something away under a name, as the bytes it is decoded from."""
        self._places[name] = self._drawer.put(content)
        self._open.pop(name, None)

    def __getitem__(self, name: str) -> T:
        """Return what was put away under a name."""
        if name in self._open:
            self._open.move_to_end(name)
            return self._open[name]
        made = self._open[name] = self._decode(self._drawer.take(self._places[name]))
        if len(self._open) > self._most:
            self._open.popitem(last=False)
        return made

    def __contains__(self, name: object) -> bool:
        """Tell whether something was put away under a name, without looking at it."""
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """Yield the names, in the order in which they were put away first."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places)


def _opened(folder: Path | None) -> FileIO | None:
    """Return a file without a name: in the folder, else where the system has its own; None where neither can be."""
    for place in (folder, None):
        with suppress(OSError):
            return tempfile.TemporaryFile(dir=place, buffering=0)  # the drawer closes it
    return None
