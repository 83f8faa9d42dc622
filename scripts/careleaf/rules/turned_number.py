"""A number in groups that a line from right to left turns round.

Between Arabic or Hebrew words each group of digits keeps its own order, but the groups follow each other from right to
left (Unicode Standard Annex 9): `01632 960 001` is shown as `001 960 01632`, and `+44` as `44+`. Who dials what they
see reaches nobody. A date such as 2026-10-01 becomes another date.

Can be wrong when: a direction was given to the number in another way than by a mark in front of it or by `dir="ltr"`.

Write `&lrm;`, the left-to-right mark, in front of the number. It is shown as it was written then, on paper too.

Bad:  `اتصل على 01632 960 001`
Good: `اتصل على &lrm;01632 960 001`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule

_GROUPS = r"\d+(?:[ -]\(?\d+\)?)"
_TURNED = re.compile(rf"(?<![\w\u200e.,:/-])(?:\+{_GROUPS}*|[0\u0660\u06f0]{_GROUPS}+|{_GROUPS}{{2,}})(?![\w%])")
"""Groups by spaces or hyphens: after a plus, after a nought, or three and more. Two of them are often two numbers."""
_LEFT_TO_RIGHT = "ltr"


def check(library: Library) -> Iterator[Finding]:
    """Yield each number that is turned round on a site from right to left."""
    if library.site.direction == "rtl":
        for page in library.pages:
            kept = _kept(page)
            for block in page.body.blocks:
                for match in _TURNED.finditer(block.text) if block.tag not in {"pre", "code"} else ():
                    if match[0] not in kept:
                        yield Finding(
                            block.locate(match.start()),
                            f"`{match[0]}` is shown with its groups turned round.",
                            "Write `&lrm;` in front of it.",
                        )


def _kept(page: Page) -> str:
    """Return the texts that an author set from left to right."""
    elements = (placed.element for placed in page.body.elements)
    return "\n".join(each.text for each in elements if each.attributes.get("dir") == _LEFT_TO_RIGHT)


RULE = Rule(
    "FMT039", "turned-number", Severity.ERROR, "A line from right to left turns a number's groups round.", check=check
)
