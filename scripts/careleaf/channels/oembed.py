"""oEmbed: what a page's address becomes when somebody pastes it into WordPress or another editor.

A static file (https://oembed.com/, type `rich`), found by a link in the head of the public page. It cannot know the
width somebody asks for, so its size is fixed.
"""

import json
from html import escape

from careleaf.channels.embed_code import SANDBOX
from careleaf.channels.imports.material import full_address
from careleaf.channels.page_view import PageView
from careleaf.model.library import Library
from careleaf.model.page import Page

_SIDE = 600
_KEPT_FOR = 86_400
"""Seconds. What is kept is the frame, not the words in it."""


def oembed_path(page: Page) -> str:
    """Return where a page's file lies, relative to the site."""
    return f"oembed/{page.id}.json"


def oembed_json(view: PageView, library: Library) -> str:
    """Return the file; `<` stands in it escaped, so that no host can serve it as a page."""
    site, publisher = library.site, library.policy.value.publisher or library.site.name
    frame = (
        f'<iframe src="{escape(full_address(view.page.embed_url, site.url))}" title="{escape(view.title)}" '
        f'width="{_SIDE}" height="{_SIDE}" loading="lazy" referrerpolicy="no-referrer" sandbox="{SANDBOX}" '
        'style="border: 0; color-scheme: normal"></iframe>'
    )
    data = {
        "version": "1.0",
        "type": "rich",
        "title": view.title,
        "author_name": publisher,
        "provider_name": site.name,
        "provider_url": site.url,
        "cache_age": _KEPT_FOR,
        "html": frame,
        "width": _SIDE,
        "height": _SIDE,
    }
    return json.dumps(data, ensure_ascii=False, indent=1).replace("<", "\\u003c") + "\n"
