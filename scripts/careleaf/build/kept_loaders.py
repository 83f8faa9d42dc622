"""Loaders that were ever released: each is kept below ``_data/loaders`` and published where portals pinned it.

A portal that pinned a loader by its hash would otherwise show its patients nothing but a link.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from careleaf.build.run import Run
from careleaf.channels.embed_assets import LOADER_PATH, loader
from careleaf.model.published import PublishedLoader
from careleaf.reading.registers import DATA_FOLDER
from careleaf.reading.released_loaders import LOADERS


def kept_loaders(run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the newest loader, under both its names, and of every loader ever released."""
    current, folder = loader(run.templates), LOADER_PATH.rpartition("/")[0]
    yield LOADER_PATH, current.content.encode()
    yield current.pinned_path, current.content.encode()
    for name in run.library.published.value.loaders:
        yield f"{folder}/{name}", (_folder(run) / name).read_bytes()


def keep_loader(run: Run) -> None:
    """Keep the loader that goes out now; one file a content, so that doing it twice changes nothing."""
    current = loader(run.templates)
    file = _folder(run) / Path(current.pinned_path).name
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.next")
    fresh.write_bytes(current.content.encode())
    fresh.replace(file)


def with_loader(run: Run, before: Mapping[str, PublishedLoader]) -> dict[str, PublishedLoader]:
    """Return the released loaders with the one that goes out now."""
    current = loader(run.templates)
    name = Path(current.pinned_path).name
    return {name: PublishedLoader(current.integrity, run.today), **before}


def _folder(run: Run) -> Path:
    return run.docs / DATA_FOLDER / LOADERS
