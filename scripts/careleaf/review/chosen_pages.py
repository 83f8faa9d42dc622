"""Which pages somebody means by a page or a topic."""

from collections.abc import Sequence
from difflib import get_close_matches

from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.page import Page


def chosen_pages(names: Sequence[str], library: Library) -> tuple[Page, ...]:
    """Return the topic pages of these names, in the order of the site; all of them when there is no name.

    A page is named by its id, address or file; a topic by its folder.

    Raises:
        ConfigError: nothing has such a name, or it is no topic page.
    """
    wanted = {page.id for name in names for page in _named(name, library)}
    return tuple(page for page in library.topic_pages if not names or page.id in wanted)


def chosen_page(name: str, library: Library) -> Page:
    """Return the one topic page of this name. Raises ConfigError when there is none, or it names a whole topic."""
    pages = _named(name, library)
    if len(pages) > 1:
        ids = ", ".join(f"`{page.id}`" for page in pages)
        raise ConfigError(f"`{name}` names a topic with several pages. Name one of {ids}.")
    return pages[0]


def _named(name: str, library: Library) -> tuple[Page, ...]:
    asked = name.strip("/").removesuffix("index.html").strip("/")
    exact = [page for page in library.pages if name == page.path or asked in {page.id, f"{page.id}.md"}]
    topic = () if exact else library.topics.get(asked, ())
    by_address = [page for page in library.pages if asked == page.url.strip("/")]
    pages = tuple(exact or topic or by_address)
    if not pages:
        raise ConfigError(f"There is no page or topic `{name}`.{_near(asked, library)}")
    site_pages = [page.id for page in pages if not page.is_topic_page]
    if site_pages:
        raise ConfigError(f"`{site_pages[0]}` has no `type`, so it is no topic page and needs no review.")
    return pages


def _near(asked: str, library: Library) -> str:
    close = get_close_matches(asked, [page.id for page in library.topic_pages] + list(library.topics), n=1, cutoff=0.5)
    return f" Did you mean `{close[0]}`?" if close else " `careleaf review status` lists them."
