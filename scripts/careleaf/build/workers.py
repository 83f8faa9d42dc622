"""Which workshop a build has: how many processes, on which machines, and what it may keep."""

import multiprocessing
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

from careleaf.build.means import Means
from careleaf.build.store import CACHE_FOLDER, Store
from careleaf.build.workshop import Workshop
from careleaf.model.errors import ConfigError, PublishError

_AHEAD = 6
"""Pages that wait for each processor: enough that none of them waits."""
_SHARED = "careleaf.build.shared_modules"
_DASK = "dask://"
_LONGEST_FOLDER = 107 - len("/pymp-12345678/listener-12345678")
"""Bytes of a folder's path in which Python can still open a socket of its own."""


@contextmanager
def workshop(root: Path, means: Means) -> Iterator[Workshop]:
    """Lend a site's workshop; its processes end with the block.

    Raises:
        ConfigError: there is no such executor.
    """
    store = Store(root / CACHE_FOLDER).open()
    with ExitStack() as running:
        jobs = means.jobs or processors()
        if means.executor:
            yield Workshop(store, lambda: running.enter_context(_cluster(means.executor)), means.listener)
        elif jobs > 1:
            yield Workshop(store, lambda: running.enter_context(_pool(jobs)), means.listener, _AHEAD * jobs)
        else:
            yield Workshop(store, listener=means.listener)
    store.tidy()


def lone_workshop(root: Path) -> Workshop:
    """Return a site's workshop without workers, for what makes little or has threads of its own."""
    return Workshop(Store(root / CACHE_FOLDER).open())


def forget(root: Path) -> bool:
    """Remove what a site has kept; tell whether there was anything. Raises PublishError when it cannot be removed."""
    folder = root / CACHE_FOLDER
    if not folder.is_dir():
        return False
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise PublishError(f"{folder} could not be removed: {error.strerror}.") from error
    return True


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _pool(jobs: int) -> Iterator[Executor]:
    context = multiprocessing.get_context(_start_method())
    context.set_forkserver_preload([_SHARED])
    pool = ProcessPoolExecutor(jobs, context, initializer=_end_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """Let this worker end when its build is killed: nobody else would ever tell it that nothing comes any more."""
    Thread(target=_outlive_no_parent, daemon=True).start()


def _outlive_no_parent() -> None:
    build = multiprocessing.parent_process()
    if build is not None:
        build.join()
        os._exit(1)


def _start_method() -> str:
    """Return how workers come to life: on Linux as copies of a small process that has read no page and set no handout.

    Copies of this process would hold on to its pages, and Typst hangs in a copy of a process that has used it. That
    small process is called through a socket in the folder for temporary files, whose path the system limits (unix(7)).
    """
    return "forkserver" if sys.platform == "linux" and _has_room_for_sockets() else "spawn"


def _has_room_for_sockets() -> bool:
    try:
        return len(os.fsencode(tempfile.gettempdir())) <= _LONGEST_FOLDER
    except OSError:  # a disk that takes nothing: whoever writes the site says so
        return False


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    if not address.startswith(_DASK):
        raise ConfigError(f"There is no executor `{address}`. Write dask://host:port.")
    try:
        from distributed import Client  # an optional extra, heavy to import
    except ImportError as error:
        raise ConfigError("Dask is not installed here. Install careleaf with the extra `cluster`.") from error
    try:
        client = Client(address.removeprefix(_DASK), timeout=10)
    except (OSError, ValueError) as error:
        raise ConfigError(f"No Dask scheduler answers at {address}: {error}") from error
    with client, client.get_executor(pure=False) as executor:
        yield executor
