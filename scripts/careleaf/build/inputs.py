"""The fingerprint of everything a whole run reads: when it is the same, so is the result."""

import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.fingerprint import tool_fingerprint
from careleaf.build.settings import PLUGIN

_KNOWN_PLUGINS = frozenset({PLUGIN, "search", "material/search"})
"""Plugins that read nothing but the site's own files."""
_KNOWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list careleaf codehilite def_list extra fenced_code footnotes md_in_html meta nl2br"
    " sane_lists smarty tables toc wikilinks".split()
)
_READS_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64", "pymdownx.extra"})
_ENVIRONMENT = re.compile(r"!ENV\s+(?P<names>[^\n#]+)")
_NAME = re.compile(r"[A-Za-z_]\w*")


def inputs_fingerprint(config: MkDocsConfig, today: date, baseline: Path | None) -> str | None:
    """Return a hash over the tool, the day, the settings and all files of a site.

    None when something may be read that nobody can know here: a hook, another plugin or Markdown extension, settings
    that inherit from others, a file that cannot be read.
    """
    settings = Path(config.config_file_path)
    if not is_known(config):
        return None
    try:
        text = settings.read_text(encoding="utf-8")
        digest = sha256("\0".join((tool_fingerprint(), today.isoformat(), text, *environment(text))).encode())
        for piece in _files(config, [baseline] if baseline else []):
            digest.update(piece)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def is_known(config: MkDocsConfig) -> bool:
    """Tell whether nothing but the site's own files and our code has a say in what a site becomes."""
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


def _files(config: MkDocsConfig, others: list[Path]) -> Iterator[bytes]:
    folders = [config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else [])]
    for folder in folders:
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
