"""The embed: one self-contained page a clinic portal can frame, readable without script.

No font, no storage, no third party; one request, pictures apart, which come from the same host. Its style sheet and
its script are inline and pinned by their hashes in a Content Security Policy
(https://www.w3.org/TR/CSP3/#strict-csp), so that nothing else can run or load.
"""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup

from careleaf.channels.citation_places import citation_places
from careleaf.channels.embed_assets import embed_assets
from careleaf.channels.embed_body import embed_body
from careleaf.channels.embed_section import Part
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.channels.relative import relative_address
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.state_name import StateName
from careleaf.model.wording import Wording


def embed_page(
    view: PageView, library: Library, templates: Environment, wording: Wording, part: Part | None = None
) -> str:
    """Return a topic page, or a part of it, as one HTML document."""
    has_blocks = any("data-block" in element.attributes for element in view.page.body.tree.walk())
    assets = embed_assets(templates, has_blocks=has_blocks)
    home = part.address if part else view.page.embed_url
    address = _addresses(home, library)
    is_text = part.is_shown if part else not is_held_back(view, library, Channel.EMBED)
    return templates.get_template("careleaf/embed.html").render(
        view=view,
        title=f"{part.heading} – {view.title}" if part and part.heading else view.title,
        part=part,
        site=library.site,
        policy=library.policy.value,
        say=wording.say,
        style=Markup(assets.style),  # noqa: S704  # our own template, without values
        script=Markup(assets.script),  # noqa: S704  # our own file, without values
        security_policy=assets.security_policy,
        body=Markup(embed_body(view.page, library.site, home)),  # noqa: S704  # written by our own escaping serialiser
        facts=_facts(view, address, is_text=is_text),
        overdue_notice=_overdue_notice(view, wording) if is_text else "",
        hides_when_overdue=not library.policy.value.allows(Channel.EMBED, StateName.OVERDUE),
        public_url=address(view.page.url),
        whole_url=address(f"{view.page.url}#{part.section}" if part and part.heading else view.page.url),
        handout_url=""
        if is_held_back(view, library, Channel.HANDOUT)
        else address(library.policy.value.handouts.path(view.page.id)),
        address=address,
        places=citation_places(view.page.body.tree),
        new_window=True,
    )


def _facts(view: PageView, address: Callable[[str], str], *, is_text: bool) -> Mapping[str, str]:
    """Return what the script reads: the page, its state and its dates; nothing about who reads it."""
    state = view.state
    is_signed = state.review is not None and state.review.digest == state.digest
    replaced_by = state.withdrawal.replaced_by if state.withdrawal else ""
    if replaced_by and not urlsplit(replaced_by).scheme:
        replaced_by = address(replaced_by)
    facts = {
        "id": view.page.id,
        "state": state.name.value,
        "shown": "text" if is_text else "notice",
        "digest": state.digest,
        "reviewed-on": str(state.review.reviewed_on) if state.review and is_signed else "",
        "due-on": str(state.due_on) if state.due_on and is_text else "",
        "replaced-by": replaced_by,
    }
    return {name: value for name, value in facts.items() if value}


def _overdue_notice(view: PageView, wording: Wording) -> str:
    """Return what the browser shows from the day on which the page falls due; empty where that is said already."""
    state = view.state
    if not state.due_on or state.name is StateName.OVERDUE:
        return ""
    return wording.say("state-overdue-means", due=state.due_on)


def _addresses(home: str, library: Library) -> Callable[[str], str]:
    """Return how the site's addresses stand here: in full, or relative where the site has no address."""
    site = library.site.url
    return lambda target: site + target if site else relative_address(target, home)
