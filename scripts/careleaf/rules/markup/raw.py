"""Constructs that a parser repairs or drops, and that another browser may read otherwise.

The tree holds what one parser made of the page. These never reach the tree, so they are looked for in the
HTML itself (WHATWG HTML, section 13.2.6: each of them is a parse error or belongs outside a body).
"""

import re
from collections.abc import Iterator

_WHOLE_PAGE = re.compile(r"<\s*/?\s*(html|head|body|base|meta|link|title|frameset|frame)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(?P<text>.*?)(?:-->|\Z)", re.DOTALL)
_TRICK = re.compile(r"\A-?>|<!--|--!>")


def raw_problems(html: str) -> Iterator[str]:
    """Yield a sentence for each construct that must not stand in a body."""
    for comment in _COMMENT.finditer(html):
        if _TRICK.search(comment["text"]) or not comment[0].endswith("-->"):
            yield "A comment is not closed properly, and browsers differ in where it ends."
    rest = _COMMENT.sub("", html)
    for name in dict.fromkeys(match[1].lower() for match in _WHOLE_PAGE.finditer(rest)):
        yield f"The element `<{name}>` is not allowed."
    if "<!" in rest or "<?" in rest:
        yield "A declaration or processing instruction is not allowed."
