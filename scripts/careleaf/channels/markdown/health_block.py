"""Blocks for health writing, with a heading where the author gives one.

An example::

    /// do | Move when the urge comes
    - walk or stretch
    ///

What careleaf says itself ("Do", "What we do not know yet") is marked, so that it belongs to
nobody's signed words.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement  # built here, nothing is parsed

from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_string_in

from careleaf.model.health_block import LABEL_CLASS, SAID_ALONE, SAID_ALWAYS, BlockKind

_LEVELS = ("h2", "h3")


class _HealthBlock(Block):  # type: ignore[misc]  # pymdownx ships no types
    """One block. Option: ``heading`` (h2 or h3, where the block stands in the page's own headings)."""

    ARGUMENT = None
    OPTIONS = {"heading": ["h3", type_string_in(_LEVELS)]}  # noqa: RUF012

    def on_create(self, parent: Element) -> Element:
        """Return the block, with its heading if it has one."""
        kind = BlockKind(self.NAME)
        block = SubElement(parent, "section", {"class": f"health-block health-block--{kind}", "data-block": kind})
        label, own = self._label(kind), self.argument or ""
        if label or own:
            heading = SubElement(block, self.options["heading"])
            heading.text = own
            if label:
                heading.text = None
                said = SubElement(heading, "span", {"class": LABEL_CLASS})
                said.text, said.tail = (f"{label}: ", own) if own else (label, None)
        return block

    def _label(self, kind: BlockKind) -> str:
        is_said = kind in SAID_ALWAYS or (kind in SAID_ALONE and not self.argument)
        return str(self.config[f"block-{kind}"]) if is_said else ""


_BLOCKS = tuple(type(f"Block_{kind.name}", (_HealthBlock,), {"NAME": kind.value}) for kind in BlockKind)


class _HealthBlocks(BlocksExtension):  # type: ignore[misc]  # pymdownx ships no types
    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        super().__init__()

    def extendMarkdownBlocks(self, md: object, block_mgr: object) -> None:  # noqa: N802  # pymdownx's name
        for block in _BLOCKS:
            block_mgr.register(block, dict(self.words))  # type: ignore[attr-defined]


def health_block_extension(words: Mapping[str, str]) -> BlocksExtension:
    """Return the blocks' own extension, to be added to a Markdown instance."""
    return _HealthBlocks(words)
