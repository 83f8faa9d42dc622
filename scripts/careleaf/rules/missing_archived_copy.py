"""Pages that may vanish, and of which no archived copy is named.

A reader who wants to look a sentence up finds nothing once the page is gone, and nobody can show any more what it said.

Can be wrong when: the publisher keeps every version of the page at an address of its own; name that one as `url`.

Save the page at https://web.archive.org/save, look whether the copy shows what you read, and write its address under
`archived`. `archived_copy_for` in policy.yml names the kinds of source that need one. `careleaf sources verify`
looks for a copy of the day on which the page was read.

Bad:  `archived_copy_for: [public-body]`, and a health department's page without `archived`
Good: `archived: https://web.archive.org/web/20261101000000/https://health.example.org/legs`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.rule import Rule
from careleaf.rules.lookups.answers import copy_of


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page that policy wants a copy of."""
    for key, source in library.sources.items():
        wanted = source.value.kind in library.policy.value.archived_copy_for
        if wanted and source.value.is_only_a_page and not source.value.archived:
            yield Finding(
                source.at("url"),
                f"`{key}` is only a page, and no archived copy of it is named.",
                _advice(copy_of(library, source)),
            )


def _advice(copy: str) -> str:
    if copy.startswith("https:"):
        return f"Look whether {copy} shows what you read, and write it under `archived`."
    return "Save it at web.archive.org/save, and write the copy's address under `archived`."


RULE = Rule(
    "SRC330", "missing-archived-copy", Severity.WARNING, "No archived copy of a source's page is named.", check=check
)
