"""Which files of a site a page's Markdown seems to name: a page is rendered with no others in sight."""

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mkdocs.structure.files import File, Files

_TARGETS = (
    re.compile(r"\]\(\s*<?([^()\s<>]+)"),
    re.compile(r"\]:\s*<?([^\s<>]+)"),
    re.compile(r"(?:href|src)\s*=\s*[\"']?([^\"'\s<>]+)"),
)
"""Links and pictures, definitions of links, attributes. A target they overlook costs a second look, nothing else."""


def named_files(text: str, src_uri: str, files: Files) -> dict[str, File]:
    """Return the files that a page names, by their path below docs."""
    found = {}
    for path in _paths(text, src_uri):
        file = files.get_file_from_path(path)
        if file is not None:
            found[path] = file
    return found


def _paths(text: str, src_uri: str) -> Iterator[str]:
    for target in _TARGETS:
        for match in target.finditer(text):
            try:
                path = unquote(urlsplit(unescape(match[1])).path)
            except ValueError:
                continue
            if path:
                yield normpath(join(dirname(src_uri), path).lstrip("/"))
