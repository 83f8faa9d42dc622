"""Images without words for those who cannot see them.

A patient who listens to the page, or whose network is slow, gets nothing (WCAG 2.2, success criterion
1.1.1).

Can be wrong when: an image is only decoration; write `![](line.png){role=presentation}` then.

Say in a few words what the image tells, not that it is one.

Bad:  `![](ferritin.png)`, `![ferritin.png](ferritin.png)`, `![image](ferritin.png)`
Good: `![Where the blood sample is taken: the bend of the arm](ferritin.png)`
"""

import re
from collections.abc import Iterator, Mapping
from posixpath import basename, splitext

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {
        "image", "picture", "photo", "photograph", "graphic", "figure", "illustration",
        "icon", "img", "chart", "diagram", "screenshot", "alt",
    }
)  # fmt: skip


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each image that says nothing."""
    for page in library.pages:
        for placed in page.body.placed("img"):
            attributes = placed.element.attributes
            problem = _problem(attributes)
            if problem:
                name = basename(attributes.get("src", "")) or "?"
                yield Finding(
                    placed.location,
                    f"The image `{name}` {problem}.",
                    "Write between `![` and `]` what the image tells.",
                )


def _problem(attributes: Mapping[str, str]) -> str:
    words = " ".join(attributes.get("alt", "").split())
    stem = splitext(basename(attributes.get("src", "")))[0]
    if not words:
        return "" if attributes.get("role") in {"presentation", "none"} else "has no alternative text"
    folded = words.strip(" .:").casefold()
    if _FILE_NAME.fullmatch(words) or folded == stem.casefold():
        return f"has its file name as alternative text, `{words}`"
    if folded in _EMPTY_WORDS:
        return f"has an alternative text that says nothing, `{words}`"
    return ""


RULE = Rule(
    "A11001",
    "missing-alternative-text",
    Severity.ERROR,
    "An image has no words that stand for it.",
    check=check,
)
