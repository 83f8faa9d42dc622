"""One section of a page: a heading and all that stands below it, up to the next heading of its level or above."""

from collections.abc import Iterator

from careleaf.model.body import HEADINGS, Body, Element


def section_parts(body: Body, section: str) -> tuple[Element | str, ...]:
    """Return what a section consists of; nothing when no heading of the page has this id."""
    parts = body.tree.children
    start = next((at for at, part in enumerate(parts) if _is_heading(part) and _id(part) == section), None)
    if start is None:
        return ()
    level = _level(parts[start])
    end = next((at for at, part in enumerate(parts) if at > start and _level(part) <= level), len(parts))
    return parts[start:end]


def section_heading(parts: tuple[Element | str, ...]) -> str:
    """Return the words of a section's heading, without the mark that links to it."""
    heading = parts[0]
    return " ".join("".join(_words(heading)).split()) if isinstance(heading, Element) else ""


def emergency_cards(body: Body) -> tuple[Element, ...]:
    """Return the care cards that say when to call an emergency number."""
    return tuple(card for card in body.cards if "care-card--emergency" in card.classes)


def _words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif not child.classes & {"headerlink", "citation"}:
            yield from _words(child)


def _is_heading(part: Element | str) -> bool:
    return isinstance(part, Element) and part.tag in HEADINGS


def _id(part: Element | str) -> str:
    return part.attributes.get("id", "") if isinstance(part, Element) else ""


def _level(part: Element | str) -> int:
    """Return a heading's level; anything else stands below all headings."""
    return HEADINGS.index(part.tag) if isinstance(part, Element) and part.tag in HEADINGS else len(HEADINGS)
