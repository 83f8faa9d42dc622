"""Nothing changed: the last answer still holds, and the last site still stands.

Whoever asks again gets the answer without MkDocs, Markdown or any rule being loaded. What is kept is the report, and
the hash of the finished site's own list of files. A site counts as standing only when every file in it is the one that
was verified and listed then.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from careleaf.build.inputs import inputs_fingerprint, is_known, settings_fingerprint
from careleaf.build.kept_report import encoded, from_json, to_json
from careleaf.build.received import verify_copy
from careleaf.build.site_folders import SiteFolders, site_folders
from careleaf.build.store import CACHE_FOLDER, Store
from careleaf.channels.exports.file_list import CHECKSUMS
from careleaf.model.errors import ConfigError
from careleaf.model.report import Report


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is kept about runs over exactly these inputs; with no key nothing is."""

    folders: SiteFolders
    store: Store
    inputs: Callable[[], str | None]
    """Takes the fingerprint of what is on the disk at this moment."""
    key: str | None
    """The fingerprint at the beginning."""

    def report(self) -> Report | None:
        """Return the report on these inputs."""
        kept = self.store.get(self.key) if self.key else None
        return None if kept is None else from_json(json.loads(kept))

    def keep(self, report: Report) -> None:
        """Keep a report, unless somebody wrote to a file meanwhile: nobody knows then which words it is about."""
        if self.key and self.key == self.inputs():
            self.store.put(self.key, encoded(to_json(report)))

    def stands(self, target: Path) -> bool:
        """Tell whether the site made of these inputs is in its place, whole."""
        kept = self.store.get(self._site_key) if self.key else None
        return kept is not None and kept == _sums(target) and _is_whole(target)

    def keep_site(self, target: Path) -> None:
        """Keep what a finished site is recognised by, unless somebody wrote to a file meanwhile."""
        if self.key and self.key == self.inputs():
            self.store.put(self._site_key, _sums(target))

    @property
    def _site_key(self) -> str:
        return sha256(f"site {self.key}".encode()).hexdigest()


def last_time(settings: Path, today: date, baseline: Path | None) -> LastTime:
    """Return what is kept about a site as it is now.

    Raises:
        ConfigError: the site's settings cannot be used.
    """
    store = Store(settings.resolve().parent / CACHE_FOLDER)
    folders = _known_folders(settings, store)
    if folders is None:
        folders, are_known = _loaded_folders(settings, store)
        if not are_known:
            return LastTime(folders, store, lambda: None, None)
    inputs = partial(inputs_fingerprint, folders, today, baseline)
    return LastTime(folders, store, inputs, inputs())


def _known_folders(settings: Path, store: Store) -> SiteFolders | None:
    """Return what these settings came to when they were loaded before, by the same tool at the same place."""
    key = settings_fingerprint(settings)
    kept = store.get(key) if key else None
    if kept is None:
        return None
    known = json.loads(kept)
    theme = Path(known["theme"]) if known["theme"] else None
    folders = SiteFolders(Path(known["settings"]), Path(known["docs"]), theme, tuple(map(Path, known["watched"])))
    return folders if folders.are_there else None


def _loaded_folders(settings: Path, store: Store) -> tuple[SiteFolders, bool]:
    """Let MkDocs load the settings; return the folders, and whether nothing unknown has a say in what they come to."""
    from careleaf.build.settings import load_settings  # MkDocs with all its plugins: only where the settings are new

    key = settings_fingerprint(settings)
    config = load_settings(settings)
    folders = site_folders(config)
    if not is_known(config):
        return folders, False
    if key and key == settings_fingerprint(settings):  # nobody wrote to the file in between
        theme = str(folders.theme) if folders.theme else ""
        watched = [str(path) for path in folders.watched]
        kept = {"settings": str(folders.settings), "docs": str(folders.docs), "theme": theme, "watched": watched}
        store.open().put(key, encoded(kept))
    return folders, True


def _sums(target: Path) -> bytes:
    try:
        return sha256((target / CHECKSUMS).read_bytes()).hexdigest().encode()
    except OSError:
        return b""


def _is_whole(target: Path) -> bool:
    try:
        return verify_copy(target).is_whole
    except ConfigError:
        return False
