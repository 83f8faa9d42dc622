"""Characters that nobody sees.

A reviewer signs what they see on the page. A character without a shape can cut a figure in two (`10`, a soft hyphen and
`0` are shown as 100 and checked as 10 and 0), turn the order of words round, or hide a message from everybody but
machines. A patient would read another dose than the one that was checked.

Can be wrong when: a script needs a joiner or a mark of direction and the rule does not know it. Emoji, the scripts from
Arabic on, and marks of direction beside Hebrew or Arabic are known.

Delete the character: most editors show it when the cursor needs one step too many. Long words are hyphenated by the
site itself, so a soft hyphen is never needed.

Bad:  `Take 10&shy;0 mg.`
Good: `Take 100 mg.`
"""

import re
from collections.abc import Iterator

from careleaf.model.body import Body
from careleaf.model.fault import FaultKind
from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.hidden import HIDDEN, hidden_characters, name_of
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_ADVICE = "Delete it, or copy the text as plain text."
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot);)")
_TOLD = 20
"""So many of a page are told: a file full of them is told once more, not ten thousand times."""


def check(library: Library) -> Iterator[Finding]:
    """Yield what reading found in registers and front matter, and what stands in a page's text."""
    yield from (fault.finding for fault in library.faults_of(FaultKind.HIDDEN_CHARACTER))
    for page in filter(_may_hide, library.pages):
        for _, (place, character) in zip(range(_TOLD), _hidden_in(page), strict=False):
            yield Finding(place, f"Here stands a character that nobody sees: {name_of(character)}.", _ADVICE)


def _may_hide(page: Page) -> bool:
    """Tell whether anything can be hidden in a page: typed as it is, or as a character reference other than these."""
    html = page.body.html
    if HIDDEN.search(page.text) or HIDDEN.search(html):
        return True
    return bool(_REFERENCE.search(html) or not html) and HIDDEN.search("\n".join(_texts(page.body))) is not None


def _texts(body: Body) -> Iterator[str]:
    """Yield all that is read of a body."""
    yield from (block.text for block in body.blocks)
    yield body.tree.text
    for placed in body.elements:
        yield from placed.element.attributes.values()


def _hidden_in(page: Page) -> Iterator[tuple[Location, str]]:
    """Yield each with its place: as it was typed, else as a character reference such as `&shy;` made it."""
    typed = set()
    for offset, character in hidden_characters(page.text):
        typed.add(character)
        yield page.place(offset), character
    for block in page.body.blocks:
        yield from ((block.locate(at), c) for at, c in hidden_characters(block.text) if c not in typed)
    told = typed | {c for block in page.body.blocks for _, c in hidden_characters(block.text)}
    yield from ((page.location, c) for _, c in hidden_characters(page.body.tree.text) if c not in told)
    for placed in page.body.elements:
        for value in placed.element.attributes.values():
            yield from ((placed.location, c) for _, c in hidden_characters(value) if c not in typed)


RULE = Rule(
    "FMT030", "hidden-character", Severity.ERROR, "A character is there that nobody sees.", check=check, binding=True
)
