"""The fingerprint of everything a whole run reads: when it is the same, so is the result."""

import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.site_folders import SiteFolders

if TYPE_CHECKING:  # a site that did not change is known by its files alone
    from mkdocs.config.defaults import MkDocsConfig

PLUGIN = "careleaf"
"""The name of our plugin in mkdocs.yml."""

_KNOWN_PLUGINS = frozenset({PLUGIN, "search", "material/search"})
"""Plugins that read nothing but the site's own files."""
_KNOWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list careleaf codehilite def_list extra fenced_code footnotes md_in_html meta nl2br"
    " sane_lists smarty tables toc wikilinks".split()
)
_READS_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.extra"})
_ENVIRONMENT = re.compile(r"!ENV\s+(?P<names>[^\n#]+)")
_NAME = re.compile(r"[A-Za-z_]\w*")


def inputs_fingerprint(folders: SiteFolders, today: date, baseline: Path | None) -> str | None:
    """Return a hash over the tool, the day, the settings and all files of a site that `is_known`.

    None when there is a file that cannot be read.
    """
    try:
        text = folders.settings.read_text(encoding="utf-8")
        digest = sha256("\0".join((tool_fingerprint(), today.isoformat(), text, *environment(text))).encode())
        for piece in _files(folders, [baseline] if baseline else []):
            digest.update(piece)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def settings_fingerprint(settings: Path) -> str | None:
    """Return a hash over the tool, a mkdocs.yml and its place: all that decides what MkDocs makes of its settings."""
    try:
        text = settings.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    parts = ("settings", tool_fingerprint(), str(settings.absolute()), text, *environment(text))
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def is_known(config: "MkDocsConfig") -> bool:
    """Tell whether nothing but the site's own files and our code has a say in what a site becomes.

    It is not so with a hook, another plugin or Markdown extension, and settings that inherit from others: they may read
    what nobody can know here.
    """
    if "INHERIT" in Path(config.config_file_path).read_text(encoding="utf-8", errors="replace"):
        return False
    own = all(_is_known_extension(str(name)) for name in config.markdown_extensions)
    return own and not config.hooks and set(config.plugins) <= _KNOWN_PLUGINS


def _is_known_extension(name: str) -> bool:
    if name.startswith("pymdownx."):
        return name not in _READS_FILES
    return name.removeprefix("markdown.extensions.") in _KNOWN_EXTENSIONS


def environment(settings: str) -> Iterator[str]:
    """Yield the value of every variable that the settings may take from the environment."""
    for match in _ENVIRONMENT.finditer(settings):
        yield from (f"{name}={os.environ.get(name)}" for name in _NAME.findall(match["names"]))


def _files(folders: SiteFolders, others: list[Path]) -> Iterator[bytes]:
    for folder in folders.read:
        for parent, names, files in os.walk(folder):
            names.sort()
            yield from (_described(Path(parent, name)) for name in names if Path(parent, name).is_symlink())
            yield from (_described(Path(parent, name)) for name in sorted(files))
    yield from map(_described, others)


def _described(file: Path) -> bytes:
    """Return name, kind and content of a file. Raises ValueError for what is no file, which may never end."""
    kind = "link" if file.is_symlink() else "file"
    if not stat.S_ISREG(file.stat().st_mode):
        raise ValueError(file)
    name = os.fsencode(file)
    return b"\0".join((kind.encode(), str(len(name)).encode(), name, sha256(file.read_bytes()).digest()))
