"""What every channel says around a page's words: state, people, sources, in the site's language.

Site, handout, embed and structured data all take it from here, so none can claim more than another.
"""

from dataclasses import dataclass

from careleaf.channels.review_block import ReviewBlock, review_block
from careleaf.channels.source_list import SourceView, source_list
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.state import PageState, page_state
from careleaf.model.wording import Wording


@dataclass(frozen=True, slots=True)
class PageView:
    """A topic page with all that stands around its body."""

    page: Page
    state: PageState
    review: ReviewBlock
    sources: tuple[SourceView, ...]
    public_url: str
    """The page's full address; empty when the site has none."""

    @property
    def title(self) -> str:
        """The one first-level heading."""
        return self.page.front.value.title

    @property
    def main_message(self) -> str:
        """What a reader should take away; may be empty."""
        return self.page.front.value.main_message

    @property
    def action(self) -> str:
        """The one thing to do first; may be empty."""
        return self.page.front.value.action


def page_view(page: Page, library: Library, wording: Wording) -> PageView:
    """Gather what every channel says around a topic page."""
    state = page_state(page, library)
    return PageView(
        page=page,
        state=state,
        review=review_block(page, state, library, wording),
        sources=source_list(page, library, wording),
        public_url=library.site.url + page.url if library.site.url else "",
    )
