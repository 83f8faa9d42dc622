"""A source's own words, kept without the licence that allows it.

Evidence records are published with the site's data. Words of others may stand there only where their licence, or the
law, allows it, and nobody can tell later if the record does not say so.

Can be wrong when: the words are too few to be anybody's property; write that into `licence`.

Write the source's licence, or take the quotation out: `says`, in our own words, is what figures are held against.

Bad:  `quote: …`, and no `licence`
Good: `quote: …` with `licence: CC BY 4.0`, or `licence: public domain (US federal government)`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each source that keeps a quotation without a licence."""
    for source in library.sources.values():
        quoted = next((eid for eid, evidence in source.value.evidence.items() if evidence.quote), None)
        if quoted is not None and not source.value.licence.strip():
            yield Finding(
                source.at(f"evidence.{quoted}.quote"),
                f"`{source.id}` keeps the source's own words and does not say which licence allows it.",
                "Write `licence:`, or say it in your own words and take the quotation out.",
            )


RULE = Rule("SRC111", "quote-without-licence", Severity.ERROR, "A quotation is kept without a licence.", check=check)
