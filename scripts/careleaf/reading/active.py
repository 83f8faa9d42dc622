"""Files that can act when somebody opens them by themselves: pages, scripts, and pictures with a script inside.

An `<img>` never runs what an SVG holds (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode). The same file,
opened from its own address, is a document of the site with all rights of one.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

MAX_BYTES = 20_000_000
_PAGES = frozenset(".html .htm .xhtml .xht .shtml .mht .mhtml .xml .xsl .xslt .rdf .rss .atom .hta .swf .svgz".split())
_SCRIPTS = frozenset(".js .mjs .cjs .wasm".split())
_ACTING = frozenset({"script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video"})
_ANIMATED = frozenset({"set", "animate", "animatetransform", "animatemotion"})
_OWN_ADDRESS = re.compile(r"#|data:image/(?:png|jpeg|webp|gif);base64,", re.IGNORECASE)
_CSS_ADDRESS = re.compile(r"(?:\burl\(|@import(?:\s+url\()?)\s*[\"']?\s*(?P<address>[^\"'()\s;]*)", re.IGNORECASE)
_BEFORE_ROOT = re.compile(rb"<\?(?!xml\s)", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0]")

_PLAIN = "Save it as a plain SVG: shapes and words, nothing that acts or loads."


def active_problem(file: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line, sentence and advice for each reason why a file may not be published as it is."""
    ending = file.suffix.lower()
    if ending in _PAGES:
        yield 1, f"A `{ending}` file is published as it is and can act.", "Write it as a Markdown page, or remove it."
    elif ending in _SCRIPTS:
        yield 1, "This script would be published.", "Name it in mkdocs.yml under `extra_javascript`, or remove it."
    elif ending == ".svg":
        yield from sorted(set(_svg_problems(file)))


def _svg_problems(file: Path) -> Iterator[tuple[int, str, str]]:
    try:
        if file.stat().st_size > MAX_BYTES:
            yield 1, f"The picture is larger than {MAX_BYTES} bytes.", "Make it smaller."
            return
        content = file.read_bytes()
    except OSError as error:
        yield 1, f"The picture cannot be read: {error.strerror}.", "Check the file and its rights."
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(content, parser).getroottree()
    except (etree.XMLSyntaxError, ValueError) as error:
        yield getattr(error, "lineno", None) or 1, "The picture is no well-formed SVG.", "Save it again as an SVG."
        return
    if tree.docinfo.internalDTD is not None and b"<!ENTITY" in content:
        yield 1, "The picture declares entities.", _PLAIN
    if _BEFORE_ROOT.search(content.partition(b"<svg")[0]):
        yield 1, "The picture holds a processing instruction.", _PLAIN
    for element in tree.iter():
        for problem in _element_problems(element):
            yield _line(element), problem, _PLAIN
        for address in _loads(element):
            yield _line(element), f"{file.name} loads {address} when it is opened by itself.", _PLAIN


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 1


def _element_problems(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        if isinstance(element, (etree._ProcessingInstruction, etree._Entity)):
            yield "The picture holds a processing instruction or an entity."
        return
    name, attributes = etree.QName(element), _attributes(element)
    if name.localname.lower() in _ACTING or name.namespace == "http://www.w3.org/1999/xhtml":
        yield f"The picture holds the element `<{name.localname}>`, which can act."
    if name.localname.lower() in _ANIMATED and _changes_action(attributes):
        yield f"The picture holds a `<{name.localname}>` that changes an address or an event."
    for key in attributes:
        if key.startswith("on"):
            yield f"The picture holds the attribute `{key}`, which can act."
    if "\\" in _style(element, attributes):
        yield "The picture holds a style with a backslash, which can hide an address."


def _loads(element: etree._Element) -> Iterator[str]:
    """Yield each address outside of the picture."""
    if isinstance(element.tag, str):
        attributes = _attributes(element)
        for key in ("href", "src", "base"):
            address = _HIDDEN.sub("", attributes.get(key, ""))
            if address and not _OWN_ADDRESS.match(address):
                yield address
        for text in (_style(element, attributes), *attributes.values()):
            for match in _CSS_ADDRESS.finditer(text):
                if not _OWN_ADDRESS.match(match["address"]):
                    yield match["address"]


def _style(element: etree._Element, attributes: dict[str, str]) -> str:
    inside = "".join(map(str, element.itertext())) if etree.QName(element).localname.lower() == "style" else ""
    return f"{attributes.get('style', '')} {inside}"


def _attributes(element: etree._Element) -> dict[str, str]:
    return {etree.QName(str(key)).localname.lower(): str(value) for key, value in element.items()}


def _changes_action(attributes: dict[str, str]) -> bool:
    changed = attributes.get("attributename", "").rpartition(":")[2].strip().lower()
    return changed == "href" or changed.startswith("on")
