"""Makes things by pure functions from bytes to bytes: on all processors, and none of them twice.

The seam is the standard library's `concurrent.futures.Executor`: whoever brings another one, brings another machine.
What a task makes depends on its input and on the tool alone, so it may be kept, and made anywhere.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from hashlib import sha256

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.listener import Listener
from careleaf.build.store import Store
from careleaf.model.errors import RenderError

_AHEAD = 64
"""Inputs that wait for a processor at one time, where nobody knows how many there are."""
_KEY_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Task:
    """A pure function that other processes can import."""

    name: str
    make: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Order:
    """A task's input that is written down only where nobody knows what came of it."""

    known_by: bytes
    """Everything the input is made from: while it is the same, so is the input."""
    written: Callable[[], bytes]
    """Returns the input."""


class Workshop:
    """Runs tasks; results that are kept are not made again."""

    def __init__(
        self,
        store: Store,
        start: Callable[[], Executor] | None = None,
        listener: Listener | None = None,
        ahead: int = _AHEAD,
    ) -> None:
        self.store = store
        self._listener = listener or Listener()
        self._ahead = ahead
        """How many inputs wait for a processor at one time, which bounds the memory."""
        self._start = start
        """Brings the workers when the first of them is needed; None does everything here, one after the other."""
        self._executor: Executor | None = None
        self._under_way: dict[str, Future[bytes]] = {}
        self._fed: Iterator[tuple[Task, bytes | Order]] = iter(())

    def open(self) -> "Workshop":
        """Bring the workers at once: copies of a process that has read nothing yet are small. Return the workshop."""
        if self.is_parallel:
            self._workers().submit(bytes)
        return self

    def renew(self) -> None:
        """Let the workers of this machine go; new ones come when they are needed.

        What a worker has learnt for one kind of work is memory lost to the next.
        """
        if isinstance(self._executor, ProcessPoolExecutor) and not self._under_way:
            self._executor.shutdown()
            self._executor = None

    def each(self, task: Task, inputs: Iterable[bytes | Order], number: int) -> Iterator[bytes]:
        """Yield what a task makes of each input, in their order; `number` says how many there are.

        Raises:
            RenderError: a worker process ended without a word.
        """
        self._listener.expects(task.name, number)
        waiting: deque[Callable[[], bytes]] = deque()
        for content in inputs:
            waiting.append(self._asked(task, content))
            if len(waiting) >= self._ahead:
                yield self._result(task, waiting.popleft())
        while waiting:
            yield self._result(task, waiting.popleft())

    def one(self, task: Task, content: bytes | Order) -> bytes:
        """Return what a task makes of one input."""
        return self._result(task, self._asked(task, content))

    def here(self, task: Task, content: bytes | Order) -> bytes:
        """Return what a task makes of one input, kept or made in this process: sending it would cost more."""
        self._begin_more()
        key, written = self._keyed(task, content)
        kept = self.store.get(key)
        if kept is None:
            return self._made_here(key, task, written())
        self.store.touch(key)
        return kept

    def begin(self, task: Task, content: bytes | Order) -> None:
        """Let a worker start on something that will be asked for; without workers it waits until then."""
        if self.is_parallel:
            key, written = self._keyed(task, content)
            if key not in self._under_way and not self.store.touch(key):
                self._under_way[key] = self._submitted(key, task, written())

    def feed(self, task: Task, inputs: Iterable[bytes | Order]) -> None:
        """Let the workers begin on many things, some at a time: the next whenever something is made here."""
        if self.is_parallel:
            self._fed = ((task, content) for content in inputs)
            self._begin_more()

    def _begin_more(self) -> None:
        while len(self._under_way) < self._ahead:
            following = next(self._fed, None)
            if following is None:
                return
            self.begin(*following)

    def _keyed(self, task: Task, content: bytes | Order) -> tuple[str, Callable[[], bytes]]:
        """Return the key of what comes of an input, and what returns the input."""
        if isinstance(content, bytes):
            return _key(task, content), lambda: content
        kept_at = _key(replace(task, name=f"{task.name}, known by"), content.known_by)
        kept = self.store.get(kept_at)
        if kept is not None and len(kept) == _KEY_LENGTH and kept.isalnum():
            self.store.touch(kept_at)
            return kept.decode("ascii"), content.written
        written = content.written()
        key = _key(task, written)
        self.store.put(kept_at, key.encode())
        return key, lambda: written

    def _result(self, task: Task, wait: Callable[[], bytes]) -> bytes:
        result = wait()
        self._listener.made(task.name)
        return result

    @property
    def is_parallel(self) -> bool:
        """Whether there are workers."""
        return self._start is not None

    def _workers(self) -> Executor:
        if self._executor is None:
            assert self._start is not None  # noqa: S101  # asked before
            self._executor = self._start()
        return self._executor

    def _asked(self, task: Task, content: bytes | Order) -> Callable[[], bytes]:
        """Return what waits for a result: kept, under way, or begun now."""
        key, written = self._keyed(task, content)
        future = self._under_way.pop(key, None)
        kept = None if future is not None else self.store.get(key)
        if kept is not None:
            self.store.touch(key)
            return lambda: kept
        if future is None and not self.is_parallel:
            return lambda: self._made_here(key, task, written())
        begun = future or self._submitted(key, task, written())
        return lambda: _result(begun, task)

    def _made_here(self, key: str, task: Task, content: bytes) -> bytes:
        made = task.make(content)
        self.store.put(key, made)
        return made

    def _submitted(self, key: str, task: Task, content: bytes) -> Future[bytes]:
        try:
            future = self._workers().submit(task.make, content)
        except BrokenProcessPool as error:
            raise _ended(task) from error
        future.add_done_callback(lambda done: self._put_away(key, done))
        return future

    def _put_away(self, key: str, done: "Future[bytes]") -> None:
        """Keep a result as soon as it is there; what is kept need not be held in memory until it is asked for."""
        is_made = not done.cancelled() and done.exception() is None
        if is_made and self.store.put(key, done.result()):
            self._under_way.pop(key, None)


def _key(task: Task, content: bytes) -> str:
    return sha256(b"\0".join((task.name.encode(), tool_fingerprint().encode(), content))).hexdigest()


def _result(future: "Future[bytes]", task: Task) -> bytes:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise _ended(task) from error


def _ended(task: Task) -> RenderError:
    return RenderError(
        f"A worker process ended without a word ({task.name}); the machine may be short of memory. Build with --jobs 1."
    )
