"""Blocks that do not hold what they are for: steps without numbers, questions without a list, an empty box.

On paper, questions get lines to write on and a diary its days: without a list there is nothing to write behind. Steps
that are not numbered cannot be followed one by one. A list of the site's topics would change on a page that was
signed.

Can be wrong when: never; words that are no list stand in a paragraph or in a block `not-known`.

Write the list the block needs, or leave the block away.

Bad:  `/// steps` around a paragraph
Good: `/// steps` around `1. Rest` and `2. Walk`
"""

from collections.abc import Iterator

from careleaf.model.body import Element
from careleaf.model.finding import Finding, Severity
from careleaf.model.health_block import CONTENTS, BlockKind
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_NAMES = {
    frozenset({"ul"}): "list with points",
    frozenset({"ol"}): "numbered list",
    frozenset({"ul", "ol"}): "list",
    frozenset({"table"}): "table",
}


_TOPICS = "topics"
_ON_TOPIC_PAGE = "The block `topics` lists the site's topics, and this page is in one."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each block that lacks its list or holds nothing."""
    for page in library.pages:
        for placed in page.body.placed("section"):
            kind = placed.element.attributes.get("data-block")
            if kind == _TOPICS and page.is_topic_page:
                yield Finding(placed.location, _ON_TOPIC_PAGE, "Put it on a page without a `type`.")
            if kind in frozenset(BlockKind) and (problem := _problem(BlockKind(kind), placed.element)):
                yield Finding(placed.location, f"The block `{kind}` {problem}.", "Write what it is for, or remove it.")


def _problem(kind: BlockKind, block: Element) -> str:
    held = [child for child in block.children if isinstance(child, Element) and child.tag not in {"h2", "h3"}]
    wanted = CONTENTS.get(kind)
    if wanted and not any(child.tag in wanted for child in held):
        return f"holds no {_NAMES[wanted]}"
    return "" if held else "is empty"


RULE = Rule("FMT017", "misused-block", Severity.ERROR, "A block lacks what it is for.", check=check)
