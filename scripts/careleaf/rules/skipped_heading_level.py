"""Headings that skip a level, or repeat the page's title level.

Many people who listen to a page jump from heading to heading. A missing level sounds like a missing part
(WCAG 2.2, success criterion 1.3.1).

Can be wrong when: never; use the next level, and let the theme decide how large it looks.

Start with `##`: the title is the only `#`, and it comes from the front matter. Then go down one level at a
time.

Bad:  `## Signs` followed by `#### At night`
Good: `## Signs` followed by `### At night`
"""

from collections.abc import Iterator

from careleaf.model.body import HEADINGS
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each heading at a level that does not follow."""
    for page in library.pages:
        previous = 1
        for placed in page.body.placed(*HEADINGS):
            level = int(placed.element.tag[1])
            if level == 1:
                yield Finding(
                    placed.location,
                    f"`{_words(placed.text)}` is a second title.",
                    "Write `##`; the title stands in the front matter.",
                )
            elif level > previous + 1:
                yield Finding(
                    placed.location,
                    f"`{_words(placed.text)}` is a heading of level {level} below one of level {previous}.",
                    f"Write `{'#' * (previous + 1)}`.",
                )
            previous = level


def _words(text: str) -> str:
    return text.rstrip("¶ ")


RULE = Rule("A11002", "skipped-heading-level", Severity.ERROR, "A heading skips a level.", check=check)
