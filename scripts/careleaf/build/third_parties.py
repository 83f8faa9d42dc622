"""The verifier of requests: nothing a browser loads from a finished site lies on another host.

A link that a reader chooses to follow is no request of ours; everything that loads by itself is: scripts, styles,
pictures and their `srcset`, frames, media, style attributes, style sheets, pictures within SVG, redirects.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

_SITE = "https://site.invalid/"
_LOADED = ("src", "data", "poster", "background", "srcset", "imagesrcset", "ping", "action", "formaction", "manifest")
"""Attributes whose address a browser asks by itself, or sends something to."""
_HREF_LOADED = frozenset({"image", "use", "feimage", "pattern", "base"})
"""SVG elements, and HTML's base, whose `href` is loaded or changes where everything else is loaded from."""
_LINK_RELATIONS_THAT_LOAD = frozenset(
    "stylesheet icon shortcut apple-touch-icon preload prefetch modulepreload manifest preconnect dns-prefetch".split()
)
_CSS_ADDRESS = re.compile(r"url\(\s*['\"]?(?P<url>[^'\")]+)|@import\s+['\"](?P<import>[^'\"]+)", re.IGNORECASE)
_REFRESH = re.compile(r"url\s*=\s*['\"]?(?P<url>[^'\";]+)", re.IGNORECASE)


def third_party_faults(site_dir: Path, documents: dict[str, html.HtmlElement]) -> Iterator[str]:
    """Yield, in sentences, each request to another host that a finished site would make."""
    for address, document in documents.items():
        for target in dict.fromkeys(_document_requests(document)):
            if _is_elsewhere(target, address):
                yield f"{address or 'the home page'} loads {target} from another host."
    for file in sorted(f for f in site_dir.rglob("*") if f.suffix in {".css", ".svg"}):
        address, text = file.relative_to(site_dir).as_posix(), file.read_text(encoding="utf-8", errors="replace")
        for target in dict.fromkeys(_svg_requests(text) if file.suffix == ".svg" else _css_requests(text)):
            if _is_elsewhere(target, address):
                yield f"{address} loads {target} from another host."


def _is_elsewhere(target: str, address: str) -> bool:
    """Tell whether an address leads to another host; data within the page is no request."""
    target = target.strip()
    return not target.lower().startswith("data:") and not urljoin(_SITE + address, target).startswith(_SITE)


def _document_requests(document: html.HtmlElement) -> Iterator[str]:
    for element in document.getroot().iter(html.etree.Element):
        attributes = {str(name).rpartition("}")[2].rpartition(":")[2]: str(v) for name, v in element.attrib.items()}
        yield from _attribute_requests(element.tag, attributes)
        yield from _css_requests(attributes.get("style", ""))
        if element.tag == "style":
            yield from _css_requests(element.text or "")


def _attribute_requests(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name in _LOADED:
        if attributes.get(name):
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


def _css_requests(text: str) -> Iterator[str]:
    return (match["url"] or match["import"] for match in _CSS_ADDRESS.finditer(text))


def _svg_requests(text: str) -> Iterator[str]:
    try:
        root = html.etree.fromstring(text.encode(), html.etree.XMLParser(resolve_entities=False, no_network=True))
    except html.etree.XMLSyntaxError:
        return
    for element in root.iter(html.etree.Element):
        name = html.etree.QName(element).localname
        attributes = {html.etree.QName(k).localname: str(v) for k, v in element.attrib.items()}
        yield from _attribute_requests(name, attributes)
        yield from _css_requests(f"{attributes.get('style', '')} {element.text or ''}")
