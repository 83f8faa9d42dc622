"""What stands in the place of a page that may not go out in its present state: the address never goes empty."""

from urllib.parse import urlsplit

from jinja2 import Environment

from careleaf.channels.page_view import PageView
from careleaf.channels.relative import relative_address
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.wording import Wording


def is_held_back(view: PageView, library: Library, channel: Channel) -> bool:
    """Tell whether policy keeps a page's words from a channel."""
    return not library.policy.value.allows(channel, view.state.name)


def notice_html(view: PageView, templates: Environment, wording: Wording) -> str:
    """Return the notice as a page body: which state, what it means, what to read instead."""
    replaced_by = view.state.withdrawal.replaced_by if view.state.withdrawal else ""
    if replaced_by and not urlsplit(replaced_by).scheme:
        replaced_by = relative_address(replaced_by, view.page.url)
    return templates.get_template("careleaf/notice.html").render(
        review=view.review, replaced_by=replaced_by, say=wording.say
    )
