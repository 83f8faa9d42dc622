"""Published addresses that no page has any more.

Handouts, portals and other sites point at them for years. A patient would land on an error page.

Can be wrong when: the address was never handed out; remove it from published.yml in the same commit then.

Bring the page back, or say what became of it with `careleaf withdraw`, or as `moved` with `replaced_by`.

Bad:  `legs/sleep/` in published.yml, and `docs/legs/sleep.md` was deleted
Good: the same entry with `status: moved` and `replaced_by: legs/timing/`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.published import PublishedStatus
from careleaf.model.rule import Rule
from careleaf.rules.lookups.addresses import without_index
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each published address that has vanished, or that moved to nowhere."""
    present = {without_index(page.url) for page in library.pages}
    published = library.published
    for address, released in published.value.pages.items():
        if released.status is PublishedStatus.PUBLISHED and without_index(address) not in present:
            yield Finding(
                published.at(f"pages.{address}"),
                f"The published address `{address}` has no page any more.",
                "Bring it back, run `careleaf withdraw`, or enter it as moved.",
            )
        elif released.status is PublishedStatus.MOVED and without_index(released.replaced_by) not in present:
            yield Finding(
                published.at(f"pages.{address}.replaced_by"),
                f"`{address}` moved to `{released.replaced_by}`, which is no page of this site.",
                suggestion(released.replaced_by, present, "Name the page that takes its place."),
            )


RULE = Rule("LNK005", "vanished-page", Severity.ERROR, "A published address has no page.", check=check, binding=True)
