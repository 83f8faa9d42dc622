"""The public page: what stands around the body the theme prints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from careleaf.channels.citation_places import citation_places
from careleaf.channels.next_step import ends_in_links, next_steps
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.channels.relative import relative_address
from careleaf.channels.source_list import source_list
from careleaf.channels.structured_data import structured_data
from careleaf.channels.way import pages_above
from careleaf.model.handout import Edition, HandoutPolicy
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.policy import Channel
from careleaf.model.report import Report
from careleaf.model.wording import Wording

_BEFORE = ("at_once", "main_message")
_AFTER = ("next_step", "review", "sources", "topic_pages")
"""What stands below a page's words. The next step comes first: few readers pass a long list of sources."""


@dataclass(frozen=True, slots=True)
class TopicPageHtml:
    """The finished parts of a topic page."""

    main_message: str
    """With the way to signs that need help at once, where the page has them."""
    actions: str
    """Links to the handouts."""
    after: str
    """The next step, review block, sources, and the topic's pages."""
    leads_on: bool
    """Whether its words end in a list of links to where a reader goes next."""
    structured_data: str


def topic_page_html(
    view: PageView, library: Library, views: Mapping[str, PageView], templates: Environment, wording: Wording
) -> TopicPageHtml:
    """Return the parts around a topic page's body."""
    values = {
        "view": view,
        "say": wording.say,
        "address": addresses_from(view.page),
        "pages": [views[page.id] for page in library.topics[view.page.topic] if page.id in views],
        "policy": library.policy.value,
        "next": next_steps(view.page, library, views),
        "places": citation_places(view.page.body.tree),
        "new_window": False,
        "handouts": _handouts(view, library, views, wording),
        "at_once": _emergency_section(view.page),
    }
    after = [templates.get_template(f"careleaf/{name}.html").render(values) for name in _AFTER]
    return TopicPageHtml(
        main_message="\n".join(templates.get_template(f"careleaf/{name}.html").render(values) for name in _BEFORE),
        actions=templates.get_template("careleaf/actions.html").render(values),
        after="\n".join(after),
        leads_on=ends_in_links(view.page),
        structured_data=structured_data(view, library),
    )


def _emergency_section(page: Page) -> str:
    """Return the anchor of the heading above a page's first emergency card; empty when it has none."""
    anchor = ""
    for element in page.body.tree.walk():
        if "care-card--emergency" in element.classes:
            return anchor
        if element.tag in {"h2", "h3"}:
            anchor = element.attributes.get("id", "")
    return ""


def _handouts(
    view: PageView, library: Library, views: Mapping[str, PageView], wording: Wording
) -> list[tuple[str, str, str]]:
    """Return for each handout of the page and its topic where a link leads, its words, and the address in full.

    There are none where policy holds them back.
    """
    address, topic, policy = addresses_from(view.page), view.page.topic, library.policy.value.handouts
    of_topic = [views[page.id] for page in library.topics[topic] if page.id in views]
    printed = [v for v in of_topic if not is_held_back(v, library, Channel.HANDOUT)]
    names = {"handout": view.page.id} if any(v is view for v in printed) else {}
    if topic and printed:
        names["handout-topic"] = topic
    return [
        (address(path), _handout_words(key, edition, policy, wording), library.site.url + path)
        for key, name in names.items()
        for edition, path in policy.paths(name).items()
    ]


def _handout_words(key: str, edition: Edition, policy: HandoutPolicy, wording: Wording) -> str:
    """Name the edition where there are several."""
    if len(policy.editions) == 1:
        return wording.say(key)
    return wording.say(f"{key}-edition", edition=wording.say(f"edition-{edition}"))


def cited_sources_html(page: Page, library: Library, templates: Environment, wording: Wording) -> str:
    """Return the sources of a page that belongs to no topic; empty when it cites none."""
    return templates.get_template("careleaf/sources.html").render(
        view={"sources": source_list(page, library, wording)},
        say=wording.say,
        places=citation_places(page.body.tree),
        new_window=False,
    )


def site_page_html(page: Page, library: Library, templates: Environment, wording: Wording) -> str:
    """Return what every page says at its foot: general information, who publishes, how it is made."""
    return templates.get_template("careleaf/foot.html").render(
        say=wording.say, policy=library.policy.value, site=library.site, address=addresses_from(page)
    )


def breadcrumb(page: Page, library: Library, templates: Environment, wording: Wording) -> str:
    """Return the way from the home page to this one, as links."""
    return templates.get_template("careleaf/breadcrumb.html").render(
        say=wording.say, steps=pages_above(page, library), page=page, address=addresses_from(page)
    )


def findings_html(page: Page, report: Report, templates: Environment, wording: Wording) -> str:
    """Return the findings of a page for its author, for the preview only."""
    own = report.of_page(page.path)
    elsewhere = report.findings if page.url == "" else ()
    return templates.get_template("careleaf/findings.html").render(
        own=own, elsewhere=[f for f in elsewhere if f not in own], say=wording.say
    )


def addresses_from(page: Page) -> Callable[[str], str]:
    """Return how other addresses of the site stand on a page."""
    return lambda target: relative_address(target, page.url)
