"""Rules that look at one page at a time, and all that they may see of a library.

What such a rule says about a page depends on that page, on the sources it cites, and on what the whole site shares
(policy, people, glossary, the day). So its answer can be remembered for as long as these are the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from careleaf.model.finding import Finding
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.rule import Rule

Answer = list[tuple[str, Finding]]
"""Findings, each with its rule's code."""
Recall = Callable[[Library, Callable[[Library], Answer]], Answer]
"""Returns the answer about a part of a library: a remembered one, or what asking gives now."""

PAGE_BY_PAGE = frozenset(
    "changed-qualifier digit-beside-asterisk double-negative empty-section figure-not-in-evidence footnote-mismatch"
    " hard-text label-for-people leftover-markup long-paragraph long-sentence mixed-denominators ragged-table-row"
    " renumbered-list swallowed-braces swapped-figure unclosed-block uncited-attribution uncited-causal-wording"
    " uncited-figure uncited-quantifier uncited-quotation undefined-term unsafe-html weak-source".split()
)
"""Names of the rules of this kind that cost enough to be worth remembering."""


def ask_anew(part: Library, ask: Callable[[Library], Answer]) -> Answer:
    """Remember nothing."""
    return ask(part)


def answers(library: Library, rules: Sequence[Rule], recall: Recall) -> Answer:
    """Ask rules of this kind about every page."""

    def ask(part: Library) -> Answer:
        return [(rule.code, finding) for rule in rules for finding in rule.check(part)]

    return [found for page in library.pages for found in recall(part_for(page, library), ask)]


def part_for(page: Page, library: Library) -> Library:
    """Return all that a rule of this kind may see when it looks at a page."""
    return replace(
        library,
        pages=(page,),
        sources={key: library.sources[key] for key in page.body.cited_sources if key in library.sources},
        published=Record("published", Published(), library.published.location, {}),
        reviews={},
        signed_texts={},
        signature_checks={},
        files=frozenset(),
        faults=(),
        register_suppressions=(),
    )
