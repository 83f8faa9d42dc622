"""Sources that no page cites.

A list of sources that carry nothing makes a page look better founded than it is, and they are work to keep
up to date.

Can be wrong when: the source is kept for a page that is being written.

Cite it where it carries a sentence, or remove its file.

Bad:  `docs/_data/sources/smith2001.yml`, and no page has `[@smith2001]`
Good: a sentence that ends in `[@smith2001]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each source without a citation."""
    cited = {key for page in library.pages for key in page.body.cited_sources}
    for key, source in library.sources.items():
        if key not in cited:
            yield Finding(
                source.location,
                f"No page cites the source `{key}`.",
                f"Cite it as `[@{key}]`, or remove its file.",
            )


RULE = Rule("SRC002", "unused-source", Severity.WARNING, "No page cites a source.", check=check)
