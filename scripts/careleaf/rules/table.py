"""All rules in one ordered table, and the one way to ask them."""

from careleaf.model.library import Library
from careleaf.model.published import PublishedStatus
from careleaf.model.rule import Rule, RuleFinding
from careleaf.rules.families import accessibility, claims, formats, links, output, reviews, sources

RULES: tuple[Rule, ...] = (
    *formats.RULES,
    *sources.RULES,
    *claims.RULES,
    *reviews.RULES,
    *accessibility.RULES,
    *links.RULES,
    *output.RULES,
)
"""By family and code. A code is never used again."""


def check_library(library: Library) -> tuple[RuleFinding, ...]:
    """Ask every rule, and return all findings in the same order in every run; a finding is reported once.

    What is wrong with a withdrawn page is left out: its text goes nowhere, and withdrawing it must always be possible.
    """
    withdrawn = _withdrawn_paths(library)
    findings = {RuleFinding(rule, finding) for rule in RULES for finding in rule.check(library)}
    kept = (found for found in findings if found.finding.location.path not in withdrawn)
    return tuple(sorted(kept, key=lambda found: found.sort_key))


def _withdrawn_paths(library: Library) -> frozenset[str]:
    released = library.published.value.pages
    gone = {url for url, page in released.items() if page.status is PublishedStatus.WITHDRAWN}
    pages = [page for page in library.pages if page.url in gone]
    records = {library.reviews[page.id].location.path for page in pages if page.id in library.reviews}
    return frozenset(page.path for page in pages) | records


def find_rule(code_or_name: str) -> Rule | None:
    """Return the rule with a code or a name, as `careleaf explain` is asked for it."""
    asked = code_or_name.casefold()
    return next((rule for rule in RULES if asked in {rule.code.casefold(), rule.name}), None)
