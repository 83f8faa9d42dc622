"""Pages as a portal serves them from its own domain: what its readers click or load stays on the copy.

The site's own address stays where it says whose words these are: in the canonical link and in the data for search
engines. The link to oEmbed goes, since what lies behind it shows the publisher's host.
"""

import re
from html import escape, unescape
from urllib.parse import unquote

from careleaf.channels.relative import relative_address

_TAG = re.compile(r"""<(?:a|area|iframe|img|script|form|main)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>""", re.IGNORECASE)
_ADDRESS = re.compile(r'(?P<name>\b(?:href|src|action|data-replaced-by))="(?P<value>[^"]*)"')
_DISCOVERY = re.compile(r'<link rel="alternate[^"]*" type="application/json\+oembed"[^>]*>\n?')


def own_copy(html: str, page: str, site_url: str, files: frozenset[str]) -> str:
    """Return a page whose links to the site are relative.

    Args:
        html: the page as the website has it.
        page: its file, relative to the site.
        site_url: the site's full address, with a slash at its end.
        files: all files of the copy: a link to one that is not there stays as it is.
    """

    def attribute(match: re.Match[str]) -> str:
        link = unescape(match["value"])
        target = link.removeprefix(site_url)
        path = unquote(re.split(r"[?#]", target)[0])
        is_here = path in files or f"{path}index.html" in files
        if target == link or not is_here or "?" in target:
            return match[0]
        return f'{match["name"]}="{escape(relative_address(target, page.removesuffix("index.html")))}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(attribute, tag[0]), _DISCOVERY.sub("", html))
