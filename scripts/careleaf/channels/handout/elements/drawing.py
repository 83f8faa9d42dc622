"""Inline SVG as a picture: copied element by element from a list, so that nothing in it can load or run.

HTML parsers write all names in small letters; SVG 2 (https://www.w3.org/TR/SVG2/attindex.html) tells capitals apart.
"""

import re
from collections.abc import Iterator
from html import escape

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.text import fold
from careleaf.model.body import Element

_TAGS = {
    tag.lower(): tag
    for tag in (
        "svg g defs path rect circle ellipse line polyline polygon text tspan clipPath linearGradient radialGradient "
        "stop pattern marker mask symbol"
    ).split()
}
_ATTRIBUTES = {
    name.lower(): name
    for name in (
        "id x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height d points transform viewBox preserveAspectRatio "
        "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset "
        "stroke-linecap stroke-linejoin stroke-miterlimit opacity offset stop-color stop-opacity clip-path clip-rule "
        "mask marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient patternUnits "
        "patternTransform gradientUnits gradientTransform clipPathUnits text-anchor dominant-baseline font-size "
        "font-weight font-style letter-spacing textLength lengthAdjust rotate color vector-effect"
    ).split()
}
_SAID = frozenset({"title", "desc", "metadata"})
"""Parts that are spoken, never drawn."""
_FOREIGN = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


def drawing(element: Element, context: Context) -> list[Node]:
    """Return an inline SVG as a picture; `aria-hidden` makes it decoration (PDF/UA-1, 7.3)."""
    alt = "" if element.attributes.get("aria-hidden") == "true" else _spoken(element)
    if not alt and element.attributes.get("aria-hidden") != "true":
        return context.refuse(element, "has no alternative text")
    strange = next((part for part in element.walk() if not _is_drawn(part)), None)
    if strange is not None:
        return context.refuse(strange, "cannot be drawn on paper")
    name = f"drawing {len(context.drawings) + 1}"
    context.drawings[name] = "".join(_written(element))
    return [{"kind": "picture", "page": context.page_id, "src": name, "alt": alt}]


def _spoken(element: Element) -> str:
    """Return what is said in a drawing's place: its label, else its title and description."""
    parts = [c.text for c in element.children if isinstance(c, Element) and c.tag in {"title", "desc"}]
    return fold(element.attributes.get("aria-label") or ". ".join(parts)).strip()


def _is_drawn(part: Element) -> bool:
    values = (value for name, value in part.attributes.items() if name in _ATTRIBUTES)
    return part.tag in _TAGS.keys() | _SAID and not any(_FOREIGN.search(value) for value in values)


def _written(element: Element) -> Iterator[str]:
    """Yield an element as SVG; attributes that are not on the list, such as classes, are left out."""
    if element.tag in _SAID:
        return
    names = {_ATTRIBUTES[name]: value for name, value in element.attributes.items() if name in _ATTRIBUTES}
    own = (
        {"xmlns": "http://www.w3.org/2000/svg", "font-family": "Atkinson Hyperlegible"} if element.tag == "svg" else {}
    )
    yield f"<{_TAGS[element.tag]}" + "".join(f' {name}="{escape(value)}"' for name, value in {**own, **names}.items())
    yield ">"
    for child in element.children:
        yield from (escape(child),) if isinstance(child, str) else _written(child)
    yield f"</{_TAGS[element.tag]}>"
