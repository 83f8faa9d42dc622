"""The place of a site's list of topics.

An example::

    /// topics
        by: area
    [All topics](topics.md)
    ///

The list itself is made when the page is written (`careleaf.channels.topic_list`): every page has been read by then.
What the author writes in the block stands below it; with a link there, the list names the areas alone, and each leads
to its part of the linked page.
"""

from xml.etree.ElementTree import Element, SubElement  # built here, nothing is parsed

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string_in

NAME = "topics"
GROUPINGS = ("area", "need", "letter")


class _TopicList(Block):  # type: ignore[misc]  # pymdownx ships no types
    """An empty list. Option: ``by`` (area, need or letter)."""

    NAME = NAME
    ARGUMENT = False
    OPTIONS = {"by": ["area", type_string_in(GROUPINGS)]}  # noqa: RUF012

    def on_create(self, parent: Element) -> Element:
        """Return the place."""
        classes = f"topic-list topic-list--{self.options['by']}"
        return SubElement(parent, "section", {"class": classes, "data-block": NAME})


class _TopicLists(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    def extendMarkdownBlocks(self, md: object, block_mgr: object) -> None:  # noqa: N802  # pymdownx's name
        block_mgr.register(_TopicList, {})  # type: ignore[attr-defined]


def topic_list_extension() -> BlocksExtension:
    """Return the block's own extension, to be added to a Markdown instance."""
    return _TopicLists()
