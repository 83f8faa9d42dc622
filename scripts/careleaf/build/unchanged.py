"""Nothing changed: the last answer still holds, and the last site still stands.

What is kept is the report, and the hash of the finished site's own list of files. A site counts as standing only when
every file in it is the one that was verified and listed then.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.inputs import inputs_fingerprint
from careleaf.build.kept_report import encoded, from_json, to_json
from careleaf.build.received import verify_copy
from careleaf.build.settings import root_folder
from careleaf.build.store import Store
from careleaf.build.workers import CACHE_FOLDER
from careleaf.channels.exports.file_list import CHECKSUMS
from careleaf.model.errors import ConfigError
from careleaf.model.report import Report


@dataclass(frozen=True, slots=True)
class LastTime:
    """What is kept about runs over exactly these inputs; with no key nothing is."""

    store: Store
    key: str | None

    def report(self) -> Report | None:
        """Return the report on these inputs."""
        kept = self.store.get(self.key) if self.key else None
        return None if kept is None else from_json(json.loads(kept))

    def keep(self, report: Report) -> None:
        """Keep a report."""
        if self.key:
            self.store.put(self.key, encoded(to_json(report)))

    def stands(self, target: Path) -> bool:
        """Tell whether the site made of these inputs is in its place, whole."""
        kept = self.store.get(self._site_key) if self.key else None
        return kept is not None and kept == _sums(target) and _is_whole(target)

    def keep_site(self, target: Path) -> None:
        """Keep what a finished site is recognised by."""
        if self.key:
            self.store.put(self._site_key, _sums(target))

    @property
    def _site_key(self) -> str:
        return sha256(f"site {self.key}".encode()).hexdigest()


def last_time(config: MkDocsConfig, today: date, baseline: Path | None) -> LastTime:
    """Return what is kept about a site as it is now."""
    return LastTime(Store(root_folder(config) / CACHE_FOLDER), inputs_fingerprint(config, today, baseline))


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
