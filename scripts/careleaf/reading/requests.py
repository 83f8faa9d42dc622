"""Which addresses a browser asks by itself when it shows a page, a style sheet or a picture.

A link that a reader chooses to follow is no request; everything that loads by itself is: scripts, styles, pictures and
their `srcset`, frames, media, style attributes, style sheets, pictures within SVG, redirects.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import html

_LOADED = frozenset("src data poster background srcset imagesrcset ping action formaction manifest".split())
"""Attributes whose address a browser asks by itself, or sends something to."""
_HREF_LOADED = frozenset({"image", "use", "feimage", "pattern", "base"})
"""SVG elements, and HTML's base, whose `href` is loaded or changes where everything else is loaded from."""
_LINK_RELATIONS_THAT_LOAD = frozenset(
    "stylesheet icon shortcut apple-touch-icon preload prefetch modulepreload manifest preconnect dns-prefetch".split()
)
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?(?P<url>[^'\")]+)|@import\s+['\"](?P<import>[^'\"]+)", re.IGNORECASE)
_REFRESH = re.compile(r"url\s*=\s*['\"]?(?P<url>[^'\";]+)", re.IGNORECASE)


def document_requests(document: html.HtmlElement) -> Iterator[str]:
    """Yield every address a page loads or sends something to by itself."""
    for element in document.iter(html.etree.Element):
        names = element.keys()
        if names and _may_ask(element.tag, tuple(names)):
            attributes = dict(element.items())
            prefixed = {_local(name): value for name, value in attributes.items() if _local(name) != name}
            for read in (attributes, {**attributes, **prefixed}) if prefixed else (attributes,):
                yield from _attribute_requests(element.tag, read)
                yield from css_requests(read.get("style", ""))
        if element.tag == "style":
            yield from css_requests(element.text or "")


@lru_cache(maxsize=4096)
def _may_ask(tag: str, names: tuple[str, ...]) -> bool:
    """Tell whether an element with these attributes can ask for anything: most on a page cannot."""
    is_asking_tag = tag.lower() in _HREF_LOADED or tag in {"link", "meta"}
    return is_asking_tag or not (_LOADED | {"style"}).isdisjoint(map(_local, names))


def _local(name: str) -> str:
    """Return an attribute's name without its namespace or prefix."""
    return name.rpartition("}")[2].rpartition(":")[2]


def _attribute_requests(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name in sorted(_LOADED & attributes.keys()):
        yield from _addresses(name, attributes[name])
    relations = set(attributes.get("rel", "").lower().split())
    if tag.lower() in _HREF_LOADED or (tag == "link" and relations & _LINK_RELATIONS_THAT_LOAD):
        yield attributes.get("href", "")
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield from (match["url"] for match in _REFRESH.finditer(attributes.get("content", "")))


def _addresses(name: str, value: str) -> Iterator[str]:
    """Yield the addresses in an attribute; a `srcset` holds several."""
    candidates = value.split(",") if name.endswith("srcset") else [value]
    yield from (candidate.split()[0] for candidate in candidates if candidate.split())


def css_requests(text: str) -> Iterator[str]:
    """Yield every address a style sheet loads."""
    return (match["url"] or match["import"] for match in _CSS_ADDRESS.finditer(text))


def svg_requests(text: str) -> Iterator[str]:
    """Yield every address a picture in SVG loads; none for text that is no XML."""
    try:
        root = html.etree.fromstring(text.encode(), html.etree.XMLParser(resolve_entities=False, no_network=True))
    except html.etree.XMLSyntaxError:
        return
    for element in root.iter(html.etree.Element):
        name = html.etree.QName(element).localname
        attributes = {html.etree.QName(k).localname: str(v) for k, v in element.attrib.items()}
        yield from _attribute_requests(name, attributes)
        yield from css_requests(f"{attributes.get('style', '')} {element.text or ''}")
