"""Pages without what every reader, handout and portal needs to know about them.

A card without a description, a handout without a main message, a text nobody wrote on no day: a patient
cannot judge such a page.

Can be wrong when: never; these are few, and each is shown.

Add the key. A topic page has `description`, `main_message`, `authors` and `written_on`; a site page
`description`.

Bad:  a page of the type `condition` without `main_message`
Good: `main_message: Ask for a blood test of your iron.`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.front_matter import FrontMatter
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each missing key; pages whose front matter was unusable have theirs already."""
    for page in library.pages:
        if not page.front.places:
            continue
        for key in _missing(page.front.value):
            yield Finding(
                page.front.at(key),
                f"`{page.id}` has no `{key}`.",
                f"Add `{key}:` to its front matter.",
            )


def _missing(front: FrontMatter) -> Iterator[str]:
    if not front.title.strip():
        yield "title"
    if not front.description.strip():
        yield "description"
    if front.type is None:
        return
    if not front.main_message.strip():
        yield "main_message"
    if not front.authors:
        yield "authors"
    if front.written_on is None:
        yield "written_on"


RULE = Rule("FMT023", "missing-field", Severity.ERROR, "A page's front matter lacks a key.", check=check)
