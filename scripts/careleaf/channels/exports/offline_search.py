"""Search in a site that is opened from a disk, where a browser neither fetches an index nor starts a worker.

The theme's own search already looks for its index in a script when it meets a ``file:`` address. We write that script,
and one that stands in for the worker (templates/assets/offline_search.js). The online site has neither of them.
"""

import json
from posixpath import dirname, relpath

from careleaf.channels.exports.offline import offline_link

INDEX = "search/search_index.json"
INDEX_SCRIPT = "search/search_index.js"
STAND_IN = "assets/careleaf/offline_search.js"
_ENGINE_STARTS = '<script id="__config"'
"""What the theme writes before the script that starts its search."""


def offline_index(index: str, files: frozenset[str]) -> str:
    """Return the index as a script, its links leading to files. Raises ValueError when it is no JSON."""
    content = json.loads(index)
    for entry in content["docs"]:
        entry["location"] = offline_link(entry["location"] or "index.html", "index.html", files)
    return f"var __index = {json.dumps(content, ensure_ascii=False, separators=(',', ':'))};\n"


def with_offline_search(html: str, path: str) -> str:
    """Return the page in `path`, relative to the site, with the stand-in for the worker; an embed has no search."""
    stand_in = relpath(STAND_IN, dirname(path) or ".")
    return html.replace(_ENGINE_STARTS, f'<script src="{stand_in}"></script>\n{_ENGINE_STARTS}', 1)
