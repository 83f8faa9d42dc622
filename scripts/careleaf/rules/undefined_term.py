"""A medical term that a page does not explain where it is first met.

One unknown word can make a reader give up, or guess wrong. Each page is read alone, on paper and in portals too, so
each explains its terms anew. Terms and their plain words come from the glossary, `docs/_data/glossary/<term>.yml`; a
term that is not in it is not seen. Only English text is looked at; on a site in another language this rule stays
silent.

Can be wrong when: the page explains the term in a wording that the glossary does not know.

Put the plain words beside the term: in the same paragraph or list item, in the one after it, or anywhere before it. If
other words on the page explain it already, add them to `explained_by` in the glossary. An `<abbr title="…">` explains
its abbreviation too. A list item that is nothing but a link names another page and needs no explanation.

Bad:  `Ask for your ferritin.`
Good: `Ask for your ferritin, a measure of the iron your body has stored.`
"""

from collections.abc import Iterator

from careleaf.model.body import Block
from careleaf.model.finding import Finding, Severity
from careleaf.model.glossary import Term
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.readability.prose import english_pages, prose
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each term of the glossary that a page uses without its plain words."""
    if library.glossary.terms:
        for page in english_pages(library):
            yield from _undefined(page, library)


def _undefined(page: Page, library: Library) -> Iterator[Finding]:
    names_of_pages = {placed.text for placed in page.body.placed("a")}
    blocks = tuple(block for block in prose(page) if block.text not in names_of_pages)
    met = _marked_up(page)
    for index, block in enumerate(blocks):
        for use in library.glossary.find(block.text):
            if use.id in met or block.text[use.start : use.end] in met:
                continue
            met.add(use.id)
            term = library.glossary.terms[use.id].value
            if not term.is_explained_in(_up_to(blocks, index)):
                yield _finding(block, block.text[use.start : use.end], use.start, term)


def _marked_up(page: Page) -> set[str]:
    """Return the words whose meaning the page gives in its markup."""
    return {placed.text for placed in page.body.placed("abbr") if placed.element.attributes.get("title")}


def _up_to(blocks: tuple[Block, ...], index: int) -> str:
    return "\n".join(block.text for block in blocks[: index + 2])


def _finding(block: Block, written: str, offset: int, term: Term) -> Finding:
    return Finding(
        block.locate(offset),
        f"`{written}` is not explained where the page first uses it.",
        f"Put plain words beside it, such as “{term.plain}”.",
    )


RULE = Rule(
    "LAN201", "undefined-term", Severity.WARNING, "A medical term is not explained at its first use.", check=check
)
