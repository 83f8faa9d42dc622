"""A block that is opened and never closed: everything after it stands inside it.

The rest of the page, the emergency section included, then sits in the box of a card.

Can be wrong when: never; a block's end is a line with as many slashes as its beginning.

Close the block with a line of its own.

Bad:  `/// care-card | See your doctor if:` and no line of slashes where it ends
Good: `/// care-card | See your doctor if:` … `///`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.markdown_text import Line, lines, prose
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_FENCE = re.compile(r"[ ]{0,3}(?P<slashes>/{3,})[ \t]*(?P<name>[\w-]+)?.*")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each block without an end, and for each end without a block."""
    for page in library.pages:
        yield from _page_findings(page)


def _page_findings(page: Page) -> Iterator[Finding]:
    open_blocks: list[tuple[str, Line]] = []
    for line in lines(prose(page.text)):
        fence = _FENCE.fullmatch(line.text)
        if fence is None:
            continue
        if fence["name"]:
            open_blocks.append((fence["slashes"], line))
        elif open_blocks and open_blocks[-1][0] == fence["slashes"]:
            open_blocks.pop()
        else:
            message = f"`{fence['slashes']}` ends a block that was not begun here."
            yield Finding(page.place(line.offset), message, "Remove it, or begin the block with as many slashes.")
    for slashes, line in open_blocks:
        help_text = f"Put `{slashes}` on a line of its own where the block ends."
        yield Finding(page.place(line.offset), "This block is never closed.", help_text)


RULE = Rule("FMT016", "unclosed-block", Severity.ERROR, "A block is never closed.", check=check, binding=True)
