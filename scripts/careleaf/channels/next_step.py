"""Where a reader goes from a page: the author's own list of links at its end, or the next pages of the topic."""

from collections.abc import Mapping
from dataclasses import dataclass

from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.model.body import Element
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.page_type import PageType
from careleaf.model.policy import Channel


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What the cards below a page's words lead to."""

    heading: str
    """The key of the words above them."""
    pages: tuple[Page, ...] = ()
    following: str = ""
    """The id of the page that comes next in the topic."""


def next_steps(page: Page, library: Library, views: Mapping[str, PageView]) -> NextSteps:
    """Return the cards below a page.

    A topic's first page shows all others. Any other leads to the next one and to where help is, the last back to the
    first; where its author says where to go next, there are none. No card leads to a notice.
    """
    pages = library.topics[page.topic]
    if not page.is_topic_index and ends_in_links(page):
        return NextSteps("next-step")
    at = next(i for i, other in enumerate(pages) if other.id == page.id)
    following = pages[(at + 1) % len(pages)]
    onward = (following, *(other for other in pages if other.front.value.type is PageType.SUPPORT))
    ids = dict.fromkeys(other.id for other in (pages if page.is_topic_index else onward) if other.id != page.id)
    shown = tuple(views[i].page for i in ids if i in views and not is_held_back(views[i], library, Channel.SITE))
    return NextSteps("topic-pages" if page.is_topic_index else "next-step", shown, following.id)


def ends_in_links(page: Page) -> bool:
    """Tell whether the last thing on a page is a list of nothing but links."""
    parts = [part for part in page.body.tree.children if not _is_blank(part)]
    last = parts[-1] if parts else ""
    return isinstance(last, Element) and last.tag == "ul" and all(map(_is_link, _elements(last)))


def _is_link(item: Element) -> bool:
    parts = [part for part in item.children if not _is_blank(part)]
    return len(parts) == 1 and isinstance(parts[0], Element) and parts[0].tag == "a"


def _elements(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _is_blank(part: Element | str) -> bool:
    return isinstance(part, str) and not part.strip()
