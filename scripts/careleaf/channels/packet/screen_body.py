"""A page's body within the packet's one file: pictures inside it, links that lead somewhere, ids of its own."""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote, urldefrag, urljoin

from careleaf.channels.embed_body import embed_body
from careleaf.model.body import Element
from careleaf.model.library import Site
from careleaf.model.page import Page

Pictures = Mapping[str, bytes]
"""Image bytes by address relative to the site."""

_SITE = "https://site.invalid/"
_SOURCE = re.compile(r"source-[0-9]+")
_KINDS = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"RIFF", "image/webp"))
_REFERRING = ("aria-labelledby", "aria-describedby", "for")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in the packet."""

    number: int
    anchors: frozenset[str]

    def link(self, fragment: str) -> str:
        """Return the link to a part of the page, or to the page when it has no such part."""
        is_there = fragment in self.anchors or _SOURCE.fullmatch(fragment)
        return f"#page-{self.number}-{fragment}" if is_there else f"#page-{self.number}"


@dataclass(frozen=True, slots=True)
class _Surroundings:
    page: Page
    site: Site
    places: Mapping[str, Place]
    pictures: Pictures


def screen_body(page: Page, site: Site, places: Mapping[str, Place], pictures: Pictures) -> str:
    """Return a body as an embed shows it, made to stand beside others in one file without a network."""
    tree = _adapted(page.body.tree, _Surroundings(page, site, places, pictures))
    links = (element.attributes.get("href", "") for element in tree.walk())
    beside = frozenset(unquote(link[1:]) for link in links if link.startswith("#"))
    return embed_body(replace(page, body=page.body.with_tree(tree)), site, beside=beside)


def _adapted(element: Element, around: _Surroundings) -> Element:
    children = tuple(child if isinstance(child, str) else _adapted(child, around) for child in element.children)
    return Element(element.tag, _attributes(element, around), children)


def _attributes(element: Element, around: _Surroundings) -> dict[str, str]:
    attributes = dict(element.attributes)
    own = around.places[around.page.url]
    prefix = f"page-{own.number}-"
    if "id" in attributes:
        attributes["id"] = prefix + attributes["id"]
    attributes.update({name: prefix + attributes[name] for name in _REFERRING if name in attributes})
    if element.tag == "img":
        attributes["src"] = _inside(attributes.get("src", ""), around)
    if "href" in attributes:
        attributes["href"] = _target(attributes["href"], own, around)
        if not attributes["href"]:
            del attributes["href"]
    return attributes


def _target(href: str, own: Place, around: _Surroundings) -> str:
    """Return where a link leads: within the packet, to the public site, or nowhere."""
    if href.startswith("#"):
        return own.link(href[1:])
    address = urljoin(_SITE + around.page.url, href)
    if not address.startswith(_SITE):
        return href
    path, fragment = urldefrag(address.removeprefix(_SITE))
    if path in around.places:
        return around.places[path].link(fragment)
    return around.site.url + address.removeprefix(_SITE) if around.site.url else ""


def _inside(source: str, around: _Surroundings) -> str:
    content = around.pictures.get(urljoin(around.page.url, source))
    if content is None:
        return ""
    kind = next((kind for start, kind in _KINDS if content.startswith(start)), "image/svg+xml")
    return f"data:{kind};base64,{b64encode(content).decode()}"
