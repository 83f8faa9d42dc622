"""Where in the text each source is cited, so that its entry in the list can lead back there.

Both directions of a note are links: from the number to the list, and from the list to the numbers (WCAG technique
G123 asks for such ways around; they work without script).
"""

import re

from careleaf.model.body import Element

_LIST_LINK = re.compile(r"#source-([0-9]+)")
_MARKER = re.compile(r'<a (?=[^>]*href="#source-[0-9]+")')


def citation_places(tree: Element) -> dict[int, list[int]]:
    """Return, by source number, which of the body's markers lead to it; markers are counted from 1."""
    places: dict[int, list[int]] = {}
    for place, link in enumerate((e for e in tree.walk() if is_marker(e)), start=1):
        number = int(link.attributes["href"].removeprefix("#source-"))
        places.setdefault(number, []).append(place)
    return places


def is_marker(element: Element) -> bool:
    """Tell whether an element leads from the text to the list of sources."""
    return element.tag == "a" and bool(_LIST_LINK.fullmatch(element.attributes.get("href", "")))


def with_marker_ids(html: str) -> str:
    """Give each marker of a rendered body the id that the list leads back to."""
    places = iter(range(1, html.count("<a ") + 1))
    return _MARKER.sub(lambda _: f'<a id="cited-{next(places)}" ', html)
