"""Citations of a source that is not in the register.

The sentence looks sourced, and there is nothing behind it that a patient could read.

Can be wrong when: the source's file exists under another name; its name is the key.

Correct the key, or add `docs/_data/sources/<key>.yml`.

Bad:  `54% said so.[@cederberg24]`, and the file is `cederberg2024.yml`
Good: `54% said so.[@cederberg2024]`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.nearest import suggestion
from careleaf.rules.lookups.unread import is_unread


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each citation whose source nobody recorded."""
    for page in library.pages:
        if all(key in library.sources for key in page.body.cited_sources):
            continue
        for mark in page.body.marks:
            for citation in mark.citations:
                key = citation.source
                if key in library.sources or is_unread(library, "sources", key):
                    continue
                yield Finding(
                    mark.location,
                    f"`[@{key}]` cites a source that is not in the register.",
                    suggestion(key, library.sources, f"Correct the key, or record the source as `{key}.yml`."),
                )


RULE = Rule(
    "SRC001", "unresolved-citation", Severity.ERROR, "A citation names no recorded source.", check=check, binding=True
)
