"""Rules that look at one page at a time, and all that they may see of a library.

What such a rule says about a page depends on that page, on the sources it cites, and on policy, glossary and language.
So it can be asked on any processor, and its answer be remembered for as long as these are the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from careleaf.model.finding import Finding, Location
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.rule import Rule

Answer = list[tuple[str, Finding]]
"""Findings, each with its rule's code."""

PAGE_BY_PAGE = frozenset(
    "card-heading changed-qualifier changed-text digit-beside-asterisk double-negative empty-section"
    " figure-not-in-evidence footnote-mismatch hard-text hidden-character label-for-people leftover-markup"
    " link-in-emergency-card long-paragraph long-sentence missing-alternative-text misused-block mixed-denominators"
    " ragged-table-row renumbered-list skipped-heading-level swallowed-braces swapped-figure text-after-card"
    " turned-number unclosed-block uncited-attribution uncited-causal-wording uncited-figure uncited-quantifier"
    " uncited-quotation undefined-term undrawable-chart unknown-evidence unlisted-help-line unsafe-html"
    " vague-link-text weak-source".split()
)
"""Names of the rules of this kind that look at a page's body."""
_NO_DAY = date.min
"""What a page says is the same on any day."""


def answers(library: Library, rules: Sequence[Rule]) -> Answer:
    """Ask rules of this kind about every page."""
    return [found for page in library.pages for found in asked(part_for(page, library), rules)]


def asked(part: Library, rules: Sequence[Rule]) -> Answer:
    """Ask rules of this kind about one page's part of a library."""
    return [(rule.code, finding) for rule in rules for finding in rule.check(part)]


def besides_pages(library: Library, rules: Sequence[Rule]) -> Answer:
    """Ask rules of this kind about what stands in no page: a hidden character may stand in a register."""
    return asked(replace(library, pages=()), rules)


def part_for(page: Page, library: Library) -> Library:
    """Return all that a rule of this kind may see when it looks at a page."""
    return Library(
        library.site,
        _NO_DAY,
        library.policy,
        Record("published", Published(), Location(""), {}),
        pages=(page,),
        sources={key: library.sources[key] for key in page.body.cited_sources if key in library.sources},
        glossary=library.glossary,
    )
