"""The handouts of a site as data: every page and topic in every edition, ready to be set."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from urllib.parse import urljoin

from careleaf.build.assembly import page_pictures
from careleaf.build.known_by import known_by_site, known_by_view
from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.build.workshop import Order
from careleaf.channels.handout.document import Contents, handout_data
from careleaf.channels.handout.help import help_for
from careleaf.channels.handout.makeup import Makeup, makeup
from careleaf.channels.page_view import PageView
from careleaf.model.clinic import Clinic
from careleaf.model.policy import Channel

HandoutData = dict[str, object]
"""All there is to know about one handout, as JSON can carry it: the same data give the same PDF."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One handout of a site, in any edition."""

    name: str
    known_by: bytes
    """Everything its pages say: while it is the same, so are its contents."""
    contents: Callable[[], Contents]


def handout_orders(run: Run) -> Iterator[tuple[str, Order]]:
    """Yield the path below the site of each handout that policy asks for, and its data as the press gets them."""
    policy = run.library.policy.value.handouts
    clinic = run.library.clinic()
    makeups = [makeup(edition, policy, clinic, clinic_logo(clinic, run)) for edition in policy.editions]
    sites = [known_by_site(each, run) for each in makeups]
    for planned in planned_handouts(run):
        for each, site in zip(makeups, sites, strict=True):
            yield each.edition.path(planned.name), Order(site + planned.known_by, partial(_written, planned, each, run))


def planned_handouts(run: Run) -> Iterator[Planned]:
    """Yield each handout of a site: first all pages, then all topics."""
    views = {page.id: shown(run.views[page.id], Channel.HANDOUT, run) for page in run.library.topic_pages}
    topics = {topic: tuple(views[page.id] for page in pages) for topic, pages in run.library.topics.items()}
    said = {topic: b"".join(known_by_view(chapter, run) for chapter in chapters) for topic, chapters in topics.items()}
    for view in views.values():
        topic = view.page.topic
        contents = partial(page_contents, view, topics[topic], run)
        yield Planned(view.page.id, b"page" + known_by_view(view, run) + said[topic], contents)
    for topic, chapters in topics.items():
        if topic:
            yield Planned(topic, b"topic" + said[topic], partial(topic_contents, chapters, run))


def _written(planned: Planned, makeup: Makeup, run: Run) -> bytes:
    return json.dumps(data_of(planned.contents(), makeup, run)).encode()


def handout_paths(run: Run) -> Iterator[str]:
    """Yield the path of each handout below the site, in the order of `handout_orders`."""
    policy, topics = run.library.policy.value.handouts, filter(None, run.library.topics)
    names = chain((page.id for page in run.library.topic_pages), topics)
    return (path for name in names for path in policy.paths(name).values())


def page_contents(view: PageView, topic: tuple[PageView, ...], run: Run) -> Contents:
    """Return one page, with the cards of its topic when it has none itself."""
    helper = help_for(view, topic)
    return Contents(view.title, (view,), _pictures((view, *([helper] if helper else [])), run), help=helper)


def topic_contents(chapters: tuple[PageView, ...], run: Run) -> Contents:
    """Return the pages of a topic; its first page, else its index, gives the title."""
    first = next((view for view in chapters if view.page.is_topic_index), chapters[0])
    return Contents(first.title, chapters, _pictures(chapters, run), is_topic=True)


def data_of(contents: Contents, makeup: Makeup, run: Run) -> HandoutData:
    """Return the data of one handout in one edition."""
    return handout_data(contents, run.library, run.wording, makeup)


def clinic_logo(clinic: Clinic | None, run: Run) -> bytes:
    """Return what a clinic's logo file holds; empty when it has none."""
    file = run.pictures.get(clinic.logo) if clinic and clinic.logo else None
    return file.read_bytes() if file is not None and file.is_file() else b""


def _pictures(views: tuple[PageView, ...], run: Run) -> Mapping[str, bytes]:
    """Return the pictures of some pages by address relative to the site: pages may lie in different folders."""
    return {
        urljoin(view.page.url, src): content
        for view in views
        for src, content in page_pictures(view.page.body, view.page, run.pictures).items()
    }
