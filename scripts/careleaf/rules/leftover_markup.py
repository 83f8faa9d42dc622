"""Markup that is shown to readers because nothing understood it.

A block with an unknown name or a wrong option loses its box and shows its own fences; a card that should stand out
becomes grey text. An unknown footnote shows its brackets.

Can be wrong when: a page explains markup. Put it into code.

Correct the block's name or option: `care-card` takes `level: routine`, `urgent` or `emergency`; `key-facts`, `do`,
`dont`, `not-known`, `steps`, `questions`, `diary` and `before-stopping` take `heading: h2` or `h3`; `topics` takes
`by: area`, `need` or `letter`.

Bad:  `/// care-crad | Call 911 now if:`
Good: `/// care-card | Call 911 now if:`
"""

import re
from collections.abc import Iterator

from careleaf.model.body import Block
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_LEFTOVER = re.compile(
    r"/{3,}(?:[ \t]*[\w-]+)?|\[\^[^\]\n]*\]|\[@[^\]\n]*\]?|^(?:!!!|\?\?\?\+?|===) ?[\w\"-]*|\{[:#%][^{}\n]*\}"
)
_CODE_BLOCKS = frozenset({"pre", "code"})


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each piece of markup in the text a reader sees."""
    for page in library.pages:
        code = [p.element.text for p in page.body.placed("code", "pre")]
        for block in page.body.blocks:
            yield from _block_findings(block, code)


def _block_findings(block: Block, code: list[str]) -> Iterator[Finding]:
    if block.tag in _CODE_BLOCKS:
        return
    for match in _LEFTOVER.finditer(block.text):
        if not any(match[0] in text for text in code):
            message = f"`{match[0]}` is shown to readers as it stands."
            yield Finding(block.locate(match.end()), message, "Correct the name or option, or put it into code.")


RULE = Rule("FMT015", "leftover-markup", Severity.ERROR, "Markup is shown to readers.", check=check)
