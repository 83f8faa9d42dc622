"""Links whose words do not say where they lead.

Somebody who listens to a page hears its links one after the other: "here, here, read more" tells them
nothing (WCAG 2.2, success criterion 2.4.4).

Can be wrong when: the sentence around the link makes it clear; a list of links still does not.

Let the link's words name what the reader finds there.

Bad:  `For signs that are urgent, click [here](get-help.md).`
Good: `See [the signs that are urgent](get-help.md).`
"""

from collections.abc import Iterator

from careleaf.model.body import Element
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_VAGUE = frozenset(
    {
        "here", "click", "click here", "click this", "click this link", "see here", "look here",
        "right here", "this", "this link", "this page", "this article", "this site", "this section",
        "that page", "the page", "link", "links", "the link", "page", "article", "website", "site",
        "web page", "more", "read", "read more", "read on", "read this", "read here", "learn more",
        "see more", "find out more", "more info", "more details", "more information", "info",
        "details", "further information", "continue", "continue reading", "go", "next", "download",
        "tap here", "view", "view more", "start here", "source", "visit", "visit page",
    }
)  # fmt: skip


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each link without words of its own."""
    for page in library.pages:
        for placed in (p for p in page.body.placed("a") if p.is_authored_link):
            words = " ".join((placed.text or _picture(placed.element)).split())
            if not words:
                yield Finding(placed.location, "This link has no words.", "Say in words where it leads.")
            elif words.strip(" .,:;!?…»>→()[]\"'“”‘’").casefold() in _VAGUE:
                yield Finding(
                    placed.location,
                    f"The link text `{words}` does not say where the link leads.",
                    "Name what the reader finds there.",
                )


def _picture(link: Element) -> str:
    return " ".join(below.attributes.get("alt", "") for below in link.walk() if below.tag == "img")


RULE = Rule("LNK003", "vague-link-text", Severity.ERROR, "A link does not say where it leads.", check=check)
