"""Quotations that the source's page no longer shows.

Pages change without a word. A quotation that is gone is the surest sign that the page no longer says what ours says.

Can be wrong when: the words stand in a picture, a table that a script fills, or a part of the page that opens on
a click.

Read the page again. Correct the quotation and what rests on it, or name an archived copy that shows it.

Bad:  `quote: Adults need seven hours.`, and the page speaks of eight
Good: the words that stand there now, or `archived:` with the copy that was read
"""

from collections.abc import Iterator

from careleaf.model.evidence_look import LookResult
from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.registry import Registry
from careleaf.model.rule import Rule
from careleaf.rules.lookups.answers import evidence_looks


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each quotation that was not on the page."""
    for source, registry, look in evidence_looks(library):
        if registry is Registry.WEB and look.quote is LookResult.NOT_FOUND and not source.value.archived:
            yield Finding(
                source.at(f"evidence.{look.evidence}.quote"),
                f"The page of `{source.id}` does not show the quotation of `{look.evidence}`.",
                "Read the page again: it may have changed since.",
            )


RULE = Rule("SRC323", "vanished-quotation", Severity.WARNING, "A quotation is no longer on its page.", check=check)
