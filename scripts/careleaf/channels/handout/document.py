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
    shift = int(is_topic)
    chapters = [_chapter(v, _context(v, library, numbers, places, shift=shift), wording) for v in views]
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
        "words": _words(wording, is_topic=is_topic),
        "chapters": chapters,
        "reviews": _reviews(views),
        "sources": [_source(source, numbers[source.key], wording) for source in sources],
        "pictures": _pictures(chapters, views, pictures),
    }


def _renumbered(views: Sequence[PageView]) -> list[SourceView]:
    """Return each source once, in order of first citation: numbers that restart in one document confuse."""
    sources: dict[str, SourceView] = {}
    for source in (source for view in views for source in view.sources):
        sources.setdefault(source.key, source)
    return list(sources.values())


def _context(
    view: PageView,
    library: Library,
    numbers: Mapping[str, int],
    places: Mapping[str, Chapter],
    *,
    shift: int,
) -> Context:
    page = view.page

    def refuse(element: Element, reason: str) -> list[Node]:
        raise RenderError(f"`{page.path}`: <{element.tag}> “{_excerpt(element)}” {reason}")

    return Context(page.id, Links(page.url, library.site.url, places), numbers, refuse, shift)


def _excerpt(element: Element) -> str:
    return " ".join((element.text or element.attributes.get("src", "")).split())[:60]


def _chapter(view: PageView, context: Context, wording: Wording) -> dict[str, object]:
    changed_on = view.page.front.value.last_changed_on
    return {
        "id": view.page.id,
        "title": view.title,
        "main_message": view.main_message,
        "body": to_nodes(view.page.body.tree, context),
        "state_short": view.review.short,
        "version": view.state.digest.partition("-")[2][:_VERSION_LENGTH],
        "changed": wording.date(changed_on) if changed_on else "",
        "address": view.public_url,
    }


def _reviews(views: Sequence[PageView]) -> list[dict[str, object]]:
    """Return who stands behind which pages, said once for pages of which exactly the same is true."""
    groups: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[str]] = {}
    for view in views:
        review = view.review
        said = (review.heading, review.meaning, tuple((fact.label, fact.text) for fact in review.facts))
        groups.setdefault(said, []).append(view.title)
    return [
        {
            "titles": titles,
            "state": heading,
            "state_means": meaning,
            "facts": [{"label": label, "text": text} for label, text in facts],
        }
        for (heading, meaning, facts), titles in groups.items()
    ]


def _source(source: SourceView, number: int, wording: Wording) -> dict[str, object]:
    return {
        "number": number,
        "name": wording.say("source-number", number=number),
        "line": _without_doi(source),
        "address": source.address,
        "archived": source.archived,
        "checked": source.checked,
    }


def _without_doi(source: SourceView) -> str:
    """Return the line without the DOI that stands in the address beside it."""
    doi = source.address.removeprefix("https://doi.org/")
    return source.line.removesuffix(f"doi:{doi}").rstrip()


def _words(wording: Wording, *, is_topic: bool) -> dict[str, str]:
    keys = (
        "archived-copy",
        "contents",
        "last-changed",
        "main-message",
        "publisher",
        "sources",
        "version",
    )
    page_of = wording.say("page-of", page="{page}", pages="{pages}")
    one = wording.say("review-heading")
    review = wording.say("review-heading-topic") if is_topic else one
    return {**{key: wording.say(key) for key in keys}, "page-of": page_of, "review-heading": review}


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
