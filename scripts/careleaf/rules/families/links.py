"""Links: that they lead somewhere, and say where."""

from careleaf.model.rule import Rule
from careleaf.rules import (
    broken_anchor,
    broken_link,
    orphan_page,
    vague_link_text,
    vanished_loader,
    vanished_page,
)

RULES: tuple[Rule, ...] = (
    broken_link.RULE,
    broken_anchor.RULE,
    vague_link_text.RULE,
    orphan_page.RULE,
    vanished_page.RULE,
    vanished_loader.RULE,
)
