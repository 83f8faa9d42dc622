"""All topics and their pages, in reading order."""

from collections.abc import Sequence

from careleaf.channels.api.summary import summary
from careleaf.channels.page_view import PageView
from careleaf.model.api.document import VERSION, as_json
from careleaf.model.api.page import MovedPage, PageSummary, PublishingSite, Topic, TopicsDocument
from careleaf.model.library import Library
from careleaf.model.published import PublishedStatus


def topics_json(views: Sequence[PageView], library: Library) -> str:
    """Return ``api/v1/topics.json``; `views` are the pages as embeds may show them."""
    topics: dict[str, list[PageView]] = {}
    for view in views:
        topics.setdefault(view.page.topic, []).append(view)
    listed = tuple(_topic(topic, pages, library) for topic, pages in topics.items())
    return as_json(TopicsDocument(VERSION, _site(library), listed, _moved(library)))


def _topic(topic: str, views: list[PageView], library: Library) -> Topic:
    handouts = library.policy.value.handouts.paths(topic) if topic else {}
    pages = tuple(summary(PageSummary, view, library) for view in views)
    return Topic(topic, {edition.value: path for edition, path in handouts.items()}, pages)


def _site(library: Library) -> PublishingSite:
    site = library.site
    return PublishingSite(site.name, library.policy.value.publisher or site.name, site.url or None, site.language)


def _moved(library: Library) -> tuple[MovedPage, ...]:
    entries = sorted(library.published.value.pages.items())
    return tuple(MovedPage(url, e.replaced_by) for url, e in entries if e.status is PublishedStatus.MOVED)
