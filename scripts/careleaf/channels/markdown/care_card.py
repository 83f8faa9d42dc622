"""Care cards: when to get which help.

Three levels, as on the NHS website
(https://service-manual.nhs.uk/design-system/patterns/help-users-decide-when-and-where-to-get-care)::

    /// care-card | Call 911 now if:
        level: emergency
        region: US

    - you have chest pain
    ///

The title becomes a heading; its level is said in words, so that colour is never needed to understand it.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement  # built here, nothing is parsed

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string, type_string_in

LEVELS = ("routine", "urgent", "emergency")


class CareCard(Block):  # type: ignore[misc]  # pymdownx ships no types
    """One card. Options: ``level`` (routine, urgent, emergency), ``region`` (whose phone numbers it holds)."""

    NAME = "care-card"
    ARGUMENT = True
    OPTIONS = {"level": ["routine", type_string_in(LEVELS)], "region": ["", type_string]}  # noqa: RUF012

    def on_create(self, parent: Element) -> Element:
        """Return the card with its heading."""
        level, region = self.options["level"], self.options["region"]
        card = SubElement(parent, "section", {"class": f"care-card care-card--{level}", "data-level": level})
        if region:
            card.set("data-region", region)
        heading = SubElement(card, "h3")
        label = SubElement(heading, "span", {"class": "care-card__level"})
        label.text = f"{self.config[f'card-{level}']}: "
        label.tail = self.argument
        return card

    def on_end(self, block: Element) -> None:
        """Say whose phone numbers the card holds."""
        if self.options["region"]:
            region = SubElement(block, "p", {"class": "care-card__region"})
            region.text = self.config["card-region"].format(region=self.options["region"])


class _CareCards(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        super().__init__()

    def extendMarkdownBlocks(self, md: object, block_mgr: object) -> None:  # noqa: N802  # pymdownx's name
        block_mgr.register(CareCard, dict(self.words))  # type: ignore[attr-defined]


def care_card_extension(words: Mapping[str, str]) -> BlocksExtension:
    """Return the block's own extension, to be added to a Markdown instance."""
    return _CareCards(words)
