"""What became of a version: the page behind the number printed on a handout, and the page behind a moved address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from careleaf.channels.embed_assets import embed_assets
from careleaf.channels.exports.changes import changes_since
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.channels.relative import relative_address
from careleaf.model.differences import ChangedLine
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.model.printed_version import printed_version
from careleaf.model.published import PublishedPage, PublishedStatus, Version
from careleaf.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Place:
    """One page a version belonged to, and what became of it."""

    name: str
    sentences: tuple[str, ...]
    link: str = ""
    link_text: str = ""
    became: str = "superseded"
    """What that is, for its look: current, superseded, or held-back."""
    changes: tuple[ChangedLine, ...] = ()
    """What is not as it was, where the old text was kept."""


def version_pages(
    views: Mapping[str, PageView], library: Library, templates: Environment, wording: Wording
) -> Iterator[tuple[str, str]]:
    """Yield address and HTML for each version ever released and each version now on the site.

    A version has two addresses: its whole digest, and the few characters a handout prints.
    """
    by_url = {view.page.url: view for view in views.values()}
    for digest, owners in sorted(_owners(by_url, library).items()):
        for name in (digest, printed_version(digest)):
            address = f"v/{name}/"
            places = [_place(url, digest, by_url.get(url), address, library, wording) for url in sorted(owners)]
            yield address, _html(wording.say("version-heading"), places, library, templates, wording, {})


def moved_pages(library: Library, templates: Environment, wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield address and HTML for each address that moved, on the website and as an embed."""
    titles = {page.url: page.front.value.title for page in library.pages}
    for url, entry in library.published.value.pages.items():
        if entry.status is not PublishedStatus.MOVED or url in titles:
            continue
        for address in (url, f"embed/{url}", *entry.sections):
            target = f"embed/{entry.replaced_by}" if address != url else entry.replaced_by
            title = titles.get(entry.replaced_by, entry.replaced_by)
            link = relative_address(target, address)
            place = Place(entry.title or title, (), link, title)
            facts = {} if address == url else _moved_facts(url, entry, library, address)
            yield address, _html(wording.say("moved-heading"), [place], library, templates, wording, facts)


def _moved_facts(url: str, entry: PublishedPage, library: Library, address: str) -> Mapping[str, str]:
    """Return what an embed that moved tells its portal."""
    target = entry.replaced_by
    instead = library.site.url + target if library.site.url else relative_address(target, address)
    return {"id": url.strip("/"), "state": entry.status.value, "shown": "notice", "replaced-by": instead}


def _owners(by_url: Mapping[str, PageView], library: Library) -> dict[str, set[str]]:
    """Return the addresses of each version."""
    owners: dict[str, set[str]] = {}
    for url, entry in library.published.value.pages.items():
        for version in entry.versions:
            owners.setdefault(version.digest, set()).add(url)
    for url, view in by_url.items():
        owners.setdefault(view.state.digest, set()).add(url)
    return owners


def _place(url: str, digest: str, view: PageView | None, address: str, library: Library, wording: Wording) -> Place:
    entry = library.published.value.pages.get(url, PublishedPage())
    title = view.title if view else entry.title or url
    name = wording.say("version-of", title=title, version=printed_version(digest))
    released = next((version for version in entry.versions if version.digest == digest), None)
    target = entry.replaced_by or url if view is None or entry.is_withdrawn else url
    said = _sentences(digest, released, view, library, wording)
    words = wording.say("replaced-by" if target != url else "version-page")
    is_replaced = view is not None and view.state.digest != digest and not is_held_back(view, library, Channel.SITE)
    changes = changes_since(digest, view, library) if view is not None and is_replaced else ()
    return Place(name, said, relative_address(target, address), words, _became(digest, view, library), changes)


def _became(digest: str, view: PageView | None, library: Library) -> str:
    if view is not None and is_held_back(view, library, Channel.SITE):
        return "held-back"
    return "current" if view is not None and view.state.digest == digest else "superseded"


def _sentences(
    digest: str, released: Version | None, view: PageView | None, library: Library, wording: Wording
) -> tuple[str, ...]:
    """Say what became of it; never that words stand on a page which shows its notice."""
    if view and is_held_back(view, library, Channel.SITE):
        return (wording.say("held-back-means", state=view.review.heading), view.review.meaning)
    if view and view.state.digest == digest:
        return (wording.say("version-current"), view.review.short + ".")
    day = (wording.say("version-released", date=released.released_on),) if released else ()
    return (wording.say("version-superseded"), *day)


def _html(
    heading: str,
    places: list[Place],
    library: Library,
    templates: Environment,
    wording: Wording,
    facts: Mapping[str, str],
) -> str:
    """Return the page; one with facts is an embed, and tells them to the portal that frames it."""
    assets = embed_assets(templates, has_blocks=False, is_alone=not facts)
    return templates.get_template("careleaf/version.html").render(
        heading=heading,
        places=places,
        site=library.site,
        policy=library.policy.value,
        say=wording.say,
        facts=facts,
        style=Markup(assets.style),  # noqa: S704  # our own template, without values
        script=Markup(assets.script) if facts else "",  # noqa: S704  # our own file, without values
        security_policy=assets.security_policy,
    )
