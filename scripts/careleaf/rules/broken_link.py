"""Links to pages, files and images that this site does not have.

A patient who follows the link for help lands on an error page.

Can be wrong when: a file is added to the site after the build by somebody else.

Link to the Markdown file, relative to the page: `../about/how-we-work.md`.

Bad:  `[when to get help](gethelp.md)`, and the file is `get-help.md`
Good: `[when to get help](get-help.md)`
"""

from collections.abc import Iterator
from posixpath import basename, splitext

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.rule import Rule
from careleaf.rules.lookups.addresses import Addresses, Target, resolve
from careleaf.rules.lookups.nearest import suggestion


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each link and image whose target does not exist."""
    addresses = Addresses(library)
    for page in library.pages:
        for place, written in _addressed(page):
            if not written.strip():
                yield Finding(place, "This link leads nowhere.", "Write where it leads, or remove it.")
                continue
            target = resolve(written, page)
            if target is None:
                continue
            if target.leaves_root:
                yield Finding(
                    place,
                    f"The link `{written}` starts with a slash, so it breaks where a site lies in a folder.",
                    "Link relative to the page: `../topic/page.md`.",
                )
            elif not addresses.exists(target):
                yield Finding(
                    place,
                    f"The link to `{written}` leads to nothing on this site.",
                    _advice(target, page, library),
                )


def _addressed(page: Page) -> Iterator[tuple[Location, str]]:
    for link in page.body.outline.links:
        yield link.location(page.path), link.href
    if page.is_topic_page:
        return  # `unreadable-image` reports the images of topic pages, whose content is signed
    for placed in page.body.placed("img"):
        if "src" in placed.element.attributes:
            yield placed.location, placed.element.attributes["src"]


def _advice(target: Target, page: Page, library: Library) -> str:
    """Name the page whose file name, or else whose id, comes nearest."""
    wanted = splitext(target.path.strip("/"))[0]
    by_name = {other.name: other.path for other in library.pages if other.topic == page.topic and other is not page}
    if basename(wanted) in by_name:
        return f"Did you mean `{by_name[basename(wanted)]}`?"
    near = suggestion(basename(wanted), by_name, "")
    if near:
        return f"Did you mean `{by_name[near.split('`')[1]]}`?"
    return suggestion(f"docs/{wanted}.md", [other.path for other in library.pages], "Correct the address.")


RULE = Rule("LNK001", "broken-link", Severity.ERROR, "A link leads to nothing on this site.", check=check)
