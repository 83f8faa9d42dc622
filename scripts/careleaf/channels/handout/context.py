"""What the conversion of one body needs to know about the handout it becomes part of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from careleaf.channels.handout.addresses import Addresses
from careleaf.channels.handout.links import Links
from careleaf.model.body import Element

Node: TypeAlias = str | dict[str, object]
"""Text, or a thing with a ``kind``; only values JSON can carry."""

Refuse: TypeAlias = Callable[[Element, str], list[Node]]
"""What happens to an element that has no form on paper; the text says why, as the end of a sentence."""

MOST_NESTED = 10
"""Lists, boxes and cells within each other: tables are set to 10 levels, lists to 18."""


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one body."""

    page_id: str
    """Stands before every anchor, so that pages of one handout cannot collide."""
    links: Links
    source_numbers: Mapping[str, int]
    """The printed number of each source, by key."""
    refuse: Refuse
    flow: Callable[[Element, "Context"], list[Node]]
    """Turns what stands in an element that may hold blocks into nodes."""
    heading_shift: int = 0
    """How many levels headings sink below those of the page."""
    spelled_out: set[str] = field(default_factory=set)
    """Abbreviations whose meaning has been printed: only the first use has it."""
    addresses: Addresses = field(default_factory=Addresses)
    """The web addresses met so far: paper cannot be tapped, so they are printed."""
    drawings: dict[str, str] = field(default_factory=dict)
    """Inline SVG met so far, as text, by a name of ours."""
    depth: int = 0
    """How many lists, boxes and cells stand around."""

    def anchor(self, element_id: str) -> str:
        """Return the name of an anchor within the whole handout."""
        return f"{self.page_id}#{element_id}"

    def blocks(self, element: Element, within: Element | None = None) -> list[Node]:
        """Return the nodes of everything in an element that may hold blocks.

        Args:
            element: what holds them.
            within: the page's own element, where `element` is only a part of it.
        """
        if self.depth >= MOST_NESTED:
            return self.refuse(within or element, f"is nested more than {MOST_NESTED} deep")
        return self.flow(element, replace(self, depth=self.depth + 1))
