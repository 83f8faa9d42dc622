"""Care cards whose heading does not lead into its list.

A heading such as "Call 911 now if:" and the points below it are read as one sentence, also by somebody in fear. So it
says one action and ends in "if:" (https://service-manual.nhs.uk/design-system/patterns/help-users-decide-when-and-where-to-get-care);
in other languages it ends in a colon.

Can be wrong when: the card holds no list of signs; then it is better a paragraph.

End the heading in `if:`.

Bad:  `/// care-card | Emergency signs`
Good: `/// care-card | Call 911 now if:`
"""

from collections.abc import Iterator

from careleaf.model.body import Element
from careleaf.model.finding import Finding, Severity
from careleaf.model.generated_part import GENERATED_CLASSES
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.care_cards import care_cards


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each card whose heading does not lead on."""
    end = " if:" if library.site.language.startswith("en") else ":"
    for page in library.pages:
        yield from _page_findings(page, end)


def _page_findings(page: Page, end: str) -> Iterator[Finding]:
    cards = {id(card.element) for card in care_cards(page)}
    headings = {id(h) for c in page.body.elements if id(c.element) in cards for h in c.element.walk() if h.tag == "h3"}
    for placed in page.body.placed("h3"):
        words = _own_words(placed.element)
        if id(placed.element) in headings and not words.casefold().endswith(end):
            message = f"The heading `{words}` does not lead into its list."
            yield Finding(placed.location, message, f"Say one action, and end the heading in `{end.strip()}`.")


def _own_words(heading: Element) -> str:
    own = (c if isinstance(c, str) else c.text for c in heading.children if not _is_generated(c))
    return " ".join("".join(own).split())


def _is_generated(child: Element | str) -> bool:
    return isinstance(child, Element) and bool(child.classes & GENERATED_CLASSES)


RULE = Rule("CLM302", "card-heading", Severity.WARNING, "A care card's heading does not lead on.", check=check)
