"""Pages in a folder that careleaf fills itself.

A topic called `embed` would stand where the embeds of all topics stand; one would cover the other.

Can be wrong when: never; the folders are part of the site's promised addresses.

Move the page to a folder of another name.

Bad:  `docs/embed/index.md`
Good: `docs/embedding/index.md`
"""

from collections.abc import Iterator

from careleaf.model.finding import Finding, Severity
from careleaf.model.library import Library
from careleaf.model.reserved import RESERVED_FOLDERS
from careleaf.model.rule import Rule


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each page in the way."""
    for page in library.pages:
        folder = page.id.partition("/")[0]
        if folder in RESERVED_FOLDERS:
            message = f"The finished site has a folder `{folder}` of its own."
            yield Finding(page.front.at("title"), message, "Move the page to a folder of another name.")


RULE = Rule(
    "FMT036", "reserved-folder", Severity.ERROR, "A page lies in a folder careleaf fills.", check=check, binding=True
)
