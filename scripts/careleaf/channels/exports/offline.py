"""Pages as they have to be without a server: a link to a folder names the file in it.

A browser that opens ``sleep/`` from a disk lists the folder. Nothing else of a page is touched: the text between
tags, scripts and style sheets stay as they are, byte for byte.
"""

import re
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_PIECES = re.compile(
    r"""<!--.*?-->
    |(?P<raw><(?P<name>script|style|textarea|title)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>)(?P<inside>.*?)(?=</(?P=name))
    |(?P<tag><[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""What a page is made of: a comment, an element whose content is no markup, a tag."""
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'<>/=]+)(?P<sign>\s*=\s*)(?P<value>"[^"]*"|'[^']*'|[^\s"'<>]+)""")
_LEADING = frozenset({"href", "src", "action"})
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|[?#]|$", re.IGNORECASE)
_INDEX = "index.html"


def offline_page(html: str, path: str, files: frozenset[str]) -> str:
    """Return a page whose links to folders name their index.html.

    Args:
        html: the page as the website has it.
        path: its file, relative to the site.
        files: all files of the site, relative to it.
    """

    def attribute(match: re.Match[str]) -> str:
        raw = match["value"]
        quote = raw[0] if raw[0] in "\"'" else ""
        link = unescape(raw.strip(quote) if quote else raw)
        named = offline_link(link, path, files)
        if match["name"].lower() not in _LEADING or named == link:
            return match[0]
        return f'{match["name"]}="{escape(named)}"'

    def piece(match: re.Match[str]) -> str:
        if match["raw"]:
            return _ATTRIBUTE.sub(attribute, match["raw"]) + match["inside"]
        return _ATTRIBUTE.sub(attribute, match["tag"]) if match["tag"] else match[0]

    return _PIECES.sub(piece, html)


def offline_link(link: str, path: str, files: frozenset[str]) -> str:
    """Return a link of the page in `path`; when it leads to a folder of the site, to the index.html in it."""
    if _ELSEWHERE.match(link):
        return link
    cut = min((at for at in (link.find("?"), link.find("#")) if at >= 0), default=len(link))
    folder, rest = link[:cut], link[cut:]
    target = normpath(join(dirname(path), unquote(folder)))
    index = _INDEX if target == "." else f"{target}/{_INDEX}"
    if target in files or index not in files:
        return link
    return f"{folder.rstrip('/')}/{_INDEX}{rest}"
