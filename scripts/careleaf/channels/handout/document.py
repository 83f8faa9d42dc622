"""The data of one handout: all its words and pictures, as JSON can carry them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from careleaf.channels.handout import around
from careleaf.channels.handout.addresses import Addresses
from careleaf.channels.handout.columns import columns
from careleaf.channels.handout.context import Context, Node
from careleaf.channels.handout.links import Chapter, Links
from careleaf.channels.handout.makeup import Makeup
from careleaf.channels.handout.pictures import picture_data, pictures_in
from careleaf.channels.handout.tree import printed_anchors, to_nodes
from careleaf.channels.handout.typefaces import told
from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.model.body import Element
from careleaf.model.errors import RenderError
from careleaf.model.library import Library
from careleaf.model.printed_version import printed_version
from careleaf.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Contents:
    """The pages of a handout."""

    title: str
    views: tuple[PageView, ...]
    pictures: Mapping[str, bytes]
    """Image bytes (PNG, JPEG, SVG), by address relative to the site or as it stands in the body."""
    is_topic: bool = False
    """Whether it has a cover, and its pages are chapters."""
    help: PageView | None = None
    """The cards of another page that say when to get help; see `channels.handout.help`."""


def handout_data(contents: Contents, library: Library, wording: Wording, makeup: Makeup) -> dict[str, object]:
    """Return the data of a page's or a topic's handout.

    Args:
        contents: The pages.
        library: Everything the build knows.
        wording: The words around the pages.
        makeup: Edition, sheet and clinic.

    Raises:
        RenderError: An element has no form on paper, or a picture is missing.

    """
    views = contents.views
    every = [*views, *([contents.help] if contents.help else [])]
    sources = _renumbered(every)
    numbers = {source.key: number for number, source in enumerate(sources, start=1)}
    bodies = _Bodies(contents, library, numbers, Addresses())
    chapters = [
        {**around.opening(v, wording), **around.version(v, library.site, wording), "body": bodies.nodes(v)}
        for v in views
    ]
    help_part = _help(contents.help, bodies, wording) if contents.help else None
    policy = library.policy.value
    publisher = policy.publisher or library.site.name
    return {
        "title": contents.title,
        "is_topic": contents.is_topic,
        "page": ", ".join(view.page.path for view in views),
        "language": library.site.language,
        "direction": library.site.direction,
        "typefaces": [told(face) for face in library.typefaces],
        "edition": makeup.edition.value,
        "paper": makeup.paper.value,
        "columns": columns(chapters, makeup.edition),
        "date": _newest([view.page.front.value.last_changed_on for view in views]),
        "issuer": makeup.clinic.name if makeup.clinic else library.site.name,
        "publisher": publisher,
        "clinic": around.clinic(makeup, library.site),
        "name_line": makeup.name_line,
        "notice": views[0].review.general_information if views else "",
        "use_by": around.use_by(views, wording),
        "words": around.words(wording, is_topic=contents.is_topic),
        "notes": around.notes(views, wording),
        "chapters": chapters,
        "help": help_part,
        "reviews": around.reviews(views),
        "addresses": bodies.addresses.listed(),
        "sources": [around.source(source, numbers[source.key], wording) for source in sources],
        "pictures": {**bodies.pictures, **around.clinic_logo(makeup)},
    }


def _renumbered(views: Sequence[PageView]) -> list[SourceView]:
    """Return each source once, in order of first citation: numbers that restart in one document confuse."""
    sources: dict[str, SourceView] = {}
    for source in (source for view in views for source in view.sources):
        sources.setdefault(source.key, source)
    return list(sources.values())


class _Bodies:
    """Turns the bodies of one handout into nodes, and gathers what they need: pictures and printed addresses."""

    def __init__(self, contents: Contents, library: Library, numbers: Mapping[str, int], addresses: Addresses) -> None:
        self.contents, self.library, self.numbers, self.addresses = contents, library, numbers, addresses
        views = contents.views
        self.places = {v.page.url: Chapter(v.page.id, printed_anchors(v.page.body.tree)) for v in views}
        self.pictures: dict[str, dict[str, str]] = {}

    def nodes(self, view: PageView, *, shift: int = 0) -> list[Node]:
        """Return a body's nodes; `shift` sinks its headings."""
        page = view.page

        def refuse(element: Element, reason: str) -> list[Node]:
            raise RenderError(f"`{page.path}`: <{element.tag}> “{_excerpt(element)}” {reason}")

        context = Context(
            page_id=page.id,
            links=Links(page.url, self.library.site.url, self.places),
            source_numbers=self.numbers,
            refuse=refuse,
            flow=to_nodes,
            heading_shift=int(self.contents.is_topic) + shift,
            addresses=self.addresses,
        )
        nodes = to_nodes(page.body.tree, context)
        drawings = {name: {"format": "svg", "text": text} for name, text in context.drawings.items()}
        for source in pictures_in(nodes):
            found = drawings.get(source) or self._picture(view, source)
            self.pictures[f"{page.id}#{source}"] = found
        return nodes

    def _picture(self, view: PageView, source: str) -> dict[str, str]:
        pictures = self.contents.pictures
        content = pictures.get(urljoin(view.page.url, source), pictures.get(source))
        if content is None:
            raise RenderError(f"`{view.page.path}`: there is no picture at `{source}`")
        return picture_data(content, f"`{view.page.path}`: `{source}`")


def _excerpt(element: Element) -> str:
    return " ".join((element.text or element.attributes.get("src", "")).split())[:60]


def _help(view: PageView, bodies: _Bodies, wording: Wording) -> dict[str, object]:
    said = wording.say("help-from", title=view.title, version=printed_version(view.state.digest))
    return {"from": f"{said} {view.review.short}.", "body": bodies.nodes(view)}


def _newest(days: Sequence[date | None]) -> list[int] | None:
    """Return the newest day as year, month and day: the document's date, which is never the clock's."""
    known = [day for day in days if day]
    return [max(known).year, max(known).month, max(known).day] if known else None
