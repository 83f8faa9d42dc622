"""The embed: one self-contained page a clinic portal can frame, readable without script.

No script, no font, no storage, no third party; one request, pictures apart, which come from the same host. Its
style sheet is inline and pinned by its hash in a Content Security Policy
(https://www.w3.org/TR/CSP3/#strict-csp), so that nothing else can run or load.
"""

import base64
from collections.abc import Callable
from hashlib import sha256

from jinja2 import Environment
from markupsafe import Markup

from careleaf.channels.citation_places import citation_places
from careleaf.channels.embed_body import embed_body
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.channels.relative import relative_address
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.wording import Wording


def embed_page(view: PageView, library: Library, templates: Environment, wording: Wording) -> str:
    """Return a topic page as one HTML document."""
    style = templates.get_template("careleaf/embed.css").render()
    address = _addresses(view, library)
    return templates.get_template("careleaf/embed.html").render(
        view=view,
        site=library.site,
        policy=library.policy.value,
        say=wording.say,
        style=Markup(style),  # noqa: S704  # our own template, without values
        style_hash=csp_hash(style),
        body=Markup(embed_body(view.page, library.site)),  # noqa: S704  # written by our own escaping serialiser
        public_url=address(view.page.url),
        handout_url="" if is_held_back(view, library, Channel.HANDOUT) else address(view.page.handout_path),
        address=address,
        places=citation_places(view.page.body.tree),
        new_window=True,
    )


def _addresses(view: PageView, library: Library) -> Callable[[str], str]:
    """Return how the site's addresses stand here: in full, or relative where the site has no address."""
    site, home = library.site.url, view.page.embed_url
    return lambda target: site + target if site else relative_address(target, home)


def csp_hash(text: str) -> str:
    """Return the source expression that pins an inline style or script."""
    digest = base64.b64encode(sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
