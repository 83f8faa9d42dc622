"""What stands around and beside one topic page, as tasks: bytes to bytes, so that nothing is made twice.

A task sees one page's part of the library, the site's settings and words, and the templates the site replaced. As its
input is all it can see, what was kept under the hash of that input is what would be made again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import msgspec
from jinja2 import Environment

from careleaf.build.run import Run
from careleaf.build.templates import environment
from careleaf.build.workshop import Task
from careleaf.channels.api.page import page_json
from careleaf.channels.embed import embed_page
from careleaf.channels.page_view import PageView
from careleaf.channels.site_page import breadcrumb, site_page_html, topic_page_html
from careleaf.channels.terms import page_terms
from careleaf.channels.way import pages_above
from careleaf.model.body import Body
from careleaf.model.finding import Location
from careleaf.model.glossary import Glossary
from careleaf.model.library import Library, Site
from careleaf.model.page import Page
from careleaf.model.person import Person
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.wording import Wording
from careleaf.reading.folded_body import parts
from careleaf.reading.stored_body import restored


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all pages of a site have in common."""

    site: Site
    policy: Record[Policy]
    glossary: Glossary
    wording: Wording
    templates: dict[str, str]
    """The site's own, by name."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A page, and what is said of others on it."""

    shared: bytes
    view: PageView
    """Without its body."""
    html: str
    body: bytes
    topic: bytes
    """The views of the page's topic, without words and sources."""
    above: tuple[Page, ...]
    """The pages from the home page down to this one, without words."""
    people: dict[str, Record[Person]]


@dataclass(frozen=True, slots=True)
class Around:
    """What the website shows around a page's words, as HTML."""

    main_message: str
    actions: str
    after: str
    structured_data: str
    breadcrumb: str
    site_page: str
    terms: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A page in the channels beside the website."""

    embed: str
    api: str


def around(view: PageView, run: Run) -> Around:
    """Return what stands around a page, or around its notice."""
    return _AROUND.decode(run.workshop.here(_MAKE_AROUND, _case(view, run)))


def beside(view: PageView, run: Run) -> Beside:
    """Return a page, or its notice, as embed and as data."""
    return _BESIDE.decode(run.workshop.here(_MAKE_BESIDE, _case(view, run)))


def _case(view: PageView, run: Run) -> bytes:
    """Return the input of both tasks."""
    library, body = run.library, view.page.body
    shared = run.once.of("shared by pages", (library,), lambda: _shared_by_pages(run))
    topic = run.once.of(("topic", view.page.topic), (library,), lambda: _topic(view.page.topic, run))
    bare = replace(view, page=replace(view.page, body=Body()))
    above = tuple(_without_words(page) for page in pages_above(view.page, library))
    people = {key: library.people[key] for key in sorted(set(_named(view))) if key in library.people}
    return msgspec.msgpack.encode(_Case(shared, bare, *parts(body), topic, above, people))


def _shared_by_pages(run: Run) -> bytes:
    library = run.library
    shared = _Shared(library.site, library.policy, library.glossary, run.wording, dict(run.own_templates))
    return msgspec.msgpack.encode(shared)


def _topic(topic: str, run: Run) -> bytes:
    views = (run.views[page.id] for page in run.library.topics[topic] if page.id in run.views)
    return msgspec.msgpack.encode([replace(view, page=_without_words(view.page), sources=()) for view in views])


def _without_words(page: Page) -> Page:
    return replace(page, body=Body(), text="", suppressions=())


def _named(view: PageView) -> Iterator[str]:
    yield from view.page.front.value.authors
    yield from (record.reviewer for record in view.state.reviews)


@dataclass(frozen=True, slots=True)
class _Part:
    """One page's part of a library, ready to be shown."""

    view: PageView
    views: dict[str, PageView]
    library: Library


def _part(it: _Case) -> _Part:
    """Build the part up again."""
    shared = _site(it.shared)[0]
    page = replace(it.view.page, body=restored(it.body, it.html, it.view.page.path))
    view = replace(it.view, page=page)
    views = {**{other.page.id: other for other in _TOPIC.decode(it.topic)}, page.id: view}
    pages = {one.id: one for one in it.above} | {one.page.id: one.page for one in views.values()}
    library = Library(
        shared.site,
        date.min,
        shared.policy,
        Record("published", Published(), Location(""), {}),
        pages=tuple(pages.values()),
        people=it.people,
        glossary=shared.glossary,
    )
    return _Part(view, views, library)


def _make_around(content: bytes) -> bytes:
    it = _CASE.decode(content)
    shared, templates = _site(it.shared)
    part = _part(it)
    page, library, wording = part.view.page, part.library, shared.wording
    topic = topic_page_html(part.view, library, part.views, templates, wording)
    made = Around(
        topic.main_message,
        topic.actions,
        topic.after,
        topic.structured_data,
        breadcrumb=breadcrumb(page, library, templates, wording),
        site_page=site_page_html(page, library, templates, wording),
        terms=page_terms(page, library),
    )
    return msgspec.msgpack.encode(made)


def _make_beside(content: bytes) -> bytes:
    it = _CASE.decode(content)
    shared, templates = _site(it.shared)
    part = _part(it)
    embed = embed_page(part.view, part.library, templates, shared.wording)
    return msgspec.msgpack.encode(Beside(embed, page_json(part.view, part.library)))


@lru_cache(maxsize=1)
def _site(content: bytes) -> tuple[_Shared, Environment]:
    shared = msgspec.msgpack.decode(content, type=_Shared)
    return shared, environment(shared.templates)


_CASE = msgspec.msgpack.Decoder(_Case)
_TOPIC = msgspec.msgpack.Decoder(list[PageView])
_AROUND = msgspec.msgpack.Decoder(Around)
_BESIDE = msgspec.msgpack.Decoder(Beside)
_MAKE_AROUND = Task("around-page", _make_around)
_MAKE_BESIDE = Task("beside-page", _make_beside)
