"""`_headers`: what Netlify and Cloudflare Pages send with a site.

Both join what several rules say of one header, so no two rules that fit one address name the same header. Cloudflare
reads 100 rules, and 2,000 characters a line (https://developers.cloudflare.com/pages/configuration/headers/). Neither
can answer 410 from this file; both let browsers ask again each time where no rule says how long a file may be kept.
"""

from collections.abc import Mapping
from urllib.parse import quote

from careleaf.channels.hosting.served_site import EVERYWHERE, FOR_EVER, PAGES, SHARED, SHARED_FOLDERS, ServedSite

MOST_RULES = 100
_TOO_MANY = """\
# {count} folders at the top of this site are more than a host reads rules for. So other sites may show its pages in a
# frame. nginx and Caddy have no such limit: see exports/hosting/.
"""
_Rule = tuple[str, Mapping[str, str]]


def headers_file(site: ServedSite) -> str:
    """Return the file for the top of the site."""
    shared = [(f"/{folder}/*", SHARED) for folder in SHARED_FOLDERS]
    rules: list[_Rule] = [("/*", EVERYWHERE), ("/embed/*", site.embeds), ("/infobutton/*", site.look_up), *shared]
    framed = [(path, PAGES) for path in ("/", *map(_pattern, site.folders))]
    has_room = len(rules) + len(framed) <= MOST_RULES
    rules += framed if has_room else []
    rules += [(_path(path), {"Cache-Control": FOR_EVER}) for path in site.lasting][: MOST_RULES - len(rules)]
    return ("" if has_room else _TOO_MANY.format(count=len(site.folders))) + "\n".join(map(_text, rules))


def _pattern(top: str) -> str:
    return f"{_path(top)}*" if top.endswith("/") else _path(top)


def _path(address: str) -> str:
    return f"/{quote(address, safe='/~')}"


def _text(rule: _Rule) -> str:
    path, headers = rule
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
