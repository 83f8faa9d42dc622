"""HTML beyond what Markdown and careleaf write.

The text goes into clinics' portals. A script there could read what a patient types, and words hidden by a
style could not be seen by the reviewer who signs them.

Can be wrong when: a harmless element is not on the list; write it in Markdown, or propose it for the list.

Write paragraphs, lists, tables, images and care cards in Markdown.

Bad:  `<p style="display: none">Take 4 tablets.</p>`
Good: `Take 4 tablets.`
"""

from collections.abc import Iterator

from careleaf.model.body import Placed
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.markup.allowed import attribute_problem, is_allowed_tag
from careleaf.rules.markup.generated import handwritten_parts, imitation_problem
from careleaf.rules.markup.raw import raw_problems

_ADVICE = "Write it in Markdown; `careleaf explain FMT020` says why."


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each element, attribute or construct that is not allowed."""
    for page in library.pages:
        for problem in raw_problems(page.body.html):
            yield Finding(page.location, problem, _ADVICE)
        for offset, problem in handwritten_parts(page.text):
            yield Finding(page.place(offset), problem, _ADVICE)
        for placed in page.body.elements:
            for problem in _problems(placed, page):
                yield Finding(placed.location, problem, _ADVICE)


def _problems(placed: Placed, page: Page) -> Iterator[str]:
    element = placed.element
    if not is_allowed_tag(element.tag) and element is not page.body.tree:
        yield f"The element `<{element.tag}>` is not allowed."
        return
    for name, value in element.attributes.items():
        if problem := attribute_problem(element, name, value):
            yield problem
    if problem := imitation_problem(element):
        yield problem


RULE = Rule(
    "FMT020", "unsafe-html", Severity.ERROR, "A page holds HTML that is not allowed.", check=check, binding=True
)
