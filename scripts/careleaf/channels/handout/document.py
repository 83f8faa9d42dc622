"""The data of one handout: all its words and pictures, as JSON can carry them.

What the template prints beside the page's own words comes from the page's view and the wording, so a handout
cannot claim more than the website does.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urljoin

from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.links import Chapter, Links
from careleaf.channels.handout.pictures import picture_data, pictures_in
from careleaf.channels.handout.tree import printed_anchors, to_nodes
from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.model.body import Element
from careleaf.model.errors import RenderError
from careleaf.model.library import Library
from careleaf.model.wording import Wording

_VERSION_LENGTH = 12
"""Characters of a digest that are printed: enough to tell any two wordings of a page apart."""


def page_handout(
    view: PageView, library: Library, wording: Wording, pictures: Mapping[str, bytes]
) -> dict[str, object]:
    """Return the data of one page's handout.

    Args:
        view: The page.
        library: Everything the build knows.
        wording: The words around the page.
        pictures: Image bytes (PNG, JPEG, SVG) by address as it stands in the body.

    Raises:
        RenderError: An element has no form on paper, or a picture is missing.
    """
    return _handout(view.title, (view,), library, wording, pictures, is_topic=False)


def topic_handout(
    title: str, views: Sequence[PageView], library: Library, wording: Wording, pictures: Mapping[str, bytes]
) -> dict[str, object]:
    """Return the data of a topic's handout: a cover, all its pages in order, one list of sources.

    Pages of one topic lie in different folders, so a picture is first looked up by its address relative to
    the site, then as it stands in the body. Arguments and errors are otherwise those of `page_handout`.
    """
    return _handout(title, views, library, wording, pictures, is_topic=True)


def _handout(
    title: str,
    views: Sequence[PageView],
    library: Library,
    wording: Wording,
    pictures: Mapping[str, bytes],
    *,
    is_topic: bool,
) -> dict[str, object]:
    sources = _renumbered(views)
    numbers = {source.key: number for number, source in enumerate(sources, start=1)}
    places = {v.page.url: Chapter(v.page.id, printed_anchors(v.page.body.tree)) for v in views}
    chapters = [
        _chapter(view, _context(view, library, wording, numbers, places, shift=int(is_topic))) for view in views
    ]
    days = [view.page.front.value.last_changed_on for view in views]
    return {
        "title": title,
        "is_topic": is_topic,
        "page": ", ".join(view.page.path for view in views),
        "language": library.site.language,
        "paper": library.policy.value.paper.value,
        "date": _newest(days),
        "site": library.site.name,
        "publisher": library.policy.value.publisher or library.site.name,
        "notice": views[0].review.general_information if views else "",
        "words": _words(wording),
        "chapters": chapters,
        "sources": [_source(source, numbers[source.key], wording) for source in sources],
        "pictures": _pictures(chapters, views, pictures),
    }


def _renumbered(views: Sequence[PageView]) -> list[SourceView]:
    """Return each source once, in order of first citation: numbers that restart in one document confuse."""
    return list({source.key: source for view in reversed(views) for source in reversed(view.sources)}.values())[::-1]


def _context(
    view: PageView,
    library: Library,
    wording: Wording,
    numbers: Mapping[str, int],
    places: Mapping[str, Chapter],
    *,
    shift: int,
) -> Context:
    page = view.page

    def refuse(element: Element, reason: str) -> list[Node]:
        raise RenderError(f"`{page.path}`: <{element.tag}> “{_excerpt(element)}” {reason}")

    return Context(page.id, Links(page.url, library.site.url, places), numbers, wording, refuse, shift)


def _excerpt(element: Element) -> str:
    return " ".join((element.text or element.attributes.get("src", "")).split())[:60]


def _chapter(view: PageView, context: Context) -> dict[str, object]:
    changed_on = view.page.front.value.last_changed_on
    return {
        "id": view.page.id,
        "title": view.title,
        "main_message": view.main_message,
        "body": to_nodes(view.page.body.tree, context),
        "state": view.review.heading,
        "state_means": view.review.meaning,
        "state_short": view.review.short,
        "facts": [{"label": fact.label, "text": fact.text} for fact in view.review.facts],
        "version": view.state.digest.partition("-")[2][:_VERSION_LENGTH],
        "changed": context.wording.date(changed_on) if changed_on else "",
        "address": view.public_url,
    }


def _source(source: SourceView, number: int, wording: Wording) -> dict[str, object]:
    return {
        "number": number,
        "name": wording.say("source-number", number=number),
        "line": source.line,
        "address": source.address,
        "archived": source.archived,
        "checked": source.checked,
    }


def _words(wording: Wording) -> dict[str, str]:
    keys = (
        "archived-copy",
        "contents",
        "last-changed",
        "main-message",
        "publisher",
        "review-heading",
        "sources",
        "state",
        "version",
    )
    return {**{key: wording.say(key) for key in keys}, "page-of": wording.say("page-of", page="{page}", pages="{pages}")}


def _newest(days: Sequence[date | None]) -> list[int] | None:
    """Return the newest day as year, month and day: the document's date, which is never the clock's."""
    known = [day for day in days if day]
    return [max(known).year, max(known).month, max(known).day] if known else None


def _pictures(
    chapters: Sequence[dict[str, object]], views: Sequence[PageView], pictures: Mapping[str, bytes]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for chapter, view in zip(chapters, views, strict=True):
        for source in pictures_in(chapter["body"]):
            content = pictures.get(urljoin(view.page.url, source), pictures.get(source))
            if content is None:
                raise RenderError(f"`{view.page.path}`: there is no picture at `{source}`")
            found[f"{view.page.id}#{source}"] = picture_data(content, f"`{view.page.path}`: `{source}`")
    return found
