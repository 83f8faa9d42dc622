"""A page's body as an embed shows it: the same words, links that lead out of the frame."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote, urljoin, urlsplit

from careleaf.channels.citation_places import is_marker
from careleaf.channels.relative import relative_address
from careleaf.model.body import Element
from careleaf.model.generated_part import DRAWING
from careleaf.model.library import Site
from careleaf.model.page import Page

_SHOWN = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3"
    " h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub sup table tbody td tfoot th"
    " thead time tr u ul var wbr".split()
)
_DROPPED = frozenset({"script", "style", "template", "iframe", "object", "embed", "noscript"})
"""Elements whose content no reader is meant to see; of any other unknown element the words stay."""
_VOID = frozenset({"br", "hr", "img", "wbr"})
_SILENT = frozenset({"headerlink"})
_KEPT = frozenset(
    "id class alt title start colspan rowspan scope lang dir data-level data-region data-block width height"
    " aria-label".split()
)
_DRAWN = frozenset({"svg", "path", "rect", "circle"})
_DRAWING = frozenset(
    "class d cx cy r x y width height viewbox fill stroke stroke-width stroke-dasharray aria-hidden focusable".split()
)
"""What careleaf's own drawings are made of; HTML parsers write `viewBox` small, and understand it so."""
_SOURCE = re.compile(r"#source-[0-9]+")
_SITE = "https://site.invalid/"
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def embed_body(page: Page, site: Site, home: str = "", beside: frozenset[str] = frozenset()) -> str:
    """Return the body as HTML with nothing in it that could act, load or leave unseen.

    `home` is where the embed lies, relative to the site; by default where that of the whole page lies. A link to a part
    of the page that is not here leads to the whole page; `beside` are anchors of what stands around it.
    """
    tree = page.body.tree
    markers = {id(e): place for place, e in enumerate(filter(is_marker, tree.walk()), start=1)}
    here = frozenset(element.attributes.get("id", "") for element in tree.walk()) | {"review"} | beside
    return "".join(_pieces(tree.children, _Place(page, site, home or page.embed_url, here), markers))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a body stands."""

    page: Page
    site: Site
    home: str
    anchors: frozenset[str]

    def address(self, inside: str) -> str:
        """Return how another address of the site stands here."""
        return self.site.url + inside if self.site.url else relative_address(inside, self.home)


def _pieces(children: tuple[Element | str, ...], place: _Place, markers: Mapping[int, int]) -> Iterator[str]:
    for child in children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        elif DRAWING in child.classes:
            yield from _drawing(child)
        elif child.tag in _SHOWN and not child.classes & _SILENT:
            mark = f' id="cited-{markers[id(child)]}"' if id(child) in markers else ""
            attributes = "".join(f' {name}="{escape(value)}"' for name, value in _attributes(child, place))
            end = "" if child.tag in _VOID else f"</{child.tag}>"
            yield f"<{child.tag}{mark}{attributes}>"
            yield from _pieces(child.children, place, markers)
            yield end
        elif child.tag not in _DROPPED and not child.classes & _SILENT:
            yield from _pieces(child.children, place, markers)


def _drawing(element: Element) -> Iterator[str]:
    """Yield a drawing as it stands, shapes only."""
    if element.tag in _DRAWN:
        kept = ((name, value) for name, value in sorted(element.attributes.items()) if name in _DRAWING)
        yield f"<{element.tag}" + "".join(f' {name}="{escape(value)}"' for name, value in kept) + ">"
        for child in element.children:
            if isinstance(child, Element):
                yield from _drawing(child)
        yield f"</{element.tag}>"


def _attributes(element: Element, place: _Place) -> Iterator[tuple[str, str]]:
    for name, value in sorted(element.attributes.items()):
        if name in _KEPT:
            yield name, value
    if element.tag == "a" and "href" in element.attributes:
        yield from _link(element.attributes["href"], place)
    if element.tag == "img" and (src := _same_host(element.attributes.get("src", ""), place)):
        yield "src", src


def _link(href: str, place: _Place) -> Iterator[tuple[str, str]]:
    """Yield a link's attributes: within the embed as it is, elsewhere in a window of its own."""
    if href.startswith("#") and (unquote(href[1:]) in place.anchors or _SOURCE.fullmatch(href)):
        yield "href", href
        return
    target = urljoin(_SITE + place.page.url, href)
    if target.startswith(_SITE):
        target = place.address(target.removeprefix(_SITE))
    elif urlsplit(target).scheme not in _SCHEMES:
        return
    yield "href", target
    yield "rel", "noopener noreferrer"
    yield "target", "_blank"


def _same_host(src: str, place: _Place) -> str:
    """Return a picture's address here; a picture within the document itself stays what it is."""
    if src.startswith("data:image/"):
        return src
    target = urljoin(_SITE + place.page.url, src)
    return relative_address(target.removeprefix(_SITE), place.home) if target.startswith(_SITE) else ""
