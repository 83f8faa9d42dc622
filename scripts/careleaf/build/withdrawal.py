"""Withdrawing a page: one entry in published.yml, after which its address shows a notice in every channel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files

from careleaf.build.page_files import leave_registers_out, page_id, page_url, read_page_files
from careleaf.build.published_file import published_file
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.model.errors import ConfigError
from careleaf.model.published import Published, PublishedPage, PublishedStatus


@dataclass(frozen=True, slots=True)
class Request:
    """Who withdraws what, and why."""

    page: str
    """The page's id, its address or its file."""
    reason: str
    by: str
    day: date
    replaced_by: str = ""
    """The page to read instead; named as the page is."""


@dataclass(frozen=True, slots=True)
class KnownPage:
    """A page that can be withdrawn."""

    address: str
    title: str = ""
    is_site_page: bool = False
    """Whether its front matter says that it is none of the topic's pages."""


def withdraw(settings: Path, request: Request) -> str:
    """Enter a page as withdrawn and return its address. A second time changes nothing.

    Raises:
        ConfigError: there is no such page, it cannot be withdrawn, or a word of the entry is missing.
        PublishError: published.yml could not be written; it is as it was.
    """
    _refuse_incomplete(request)
    config = load_settings(settings)
    with published_file(config) as register:
        known = known_pages(config, register.published)
        page = find_page(request.page, known)
        instead = find_page(request.replaced_by, known).address if request.replaced_by else ""
        entry = _withdrawn(page, register.published, replace(request, replaced_by=instead))
        with register.changing_to(replace(register.published, pages={**register.published.pages, page.address: entry})):
            pass
    return page.address


def known_pages(config: MkDocsConfig, published: Published) -> Mapping[str, KnownPage]:
    """Return every page of the site and of the register, by each of its names."""
    files, root = get_files(config), root_folder(config)
    leave_registers_out(files)
    read, _ = read_page_files(files, root)
    names = {address: KnownPage(address, entry.title) for address, entry in published.pages.items()}
    for file in files.documentation_pages():
        front = read[file.src_uri].front
        is_site_page = front.value.type is None and "title" in front.places
        page = KnownPage(page_url(file), front.value.title, is_site_page)
        names.update(dict.fromkeys(_names(file, front.location.path, site_of(config).url), page))
    return names


def find_page(name: str, known: Mapping[str, KnownPage]) -> KnownPage:
    """Return the page somebody named. Raises ConfigError with the nearest name."""
    path = Path(name)
    asked = [name, name.strip("/"), f"{name.strip('/')}/", name.removesuffix("index.html")]
    asked.extend([str(path.resolve())] if path.suffix == ".md" else [])
    for each in asked:
        if each in known:
            return known[each]
    same_name = [each for each in known if each.rpartition("/")[2] == name.strip("/")]
    close = same_name[:1] or get_close_matches(name.strip("/"), known, n=1, cutoff=0.5)
    near = f" Did you mean `{close[0]}`?" if close else ""
    raise ConfigError(f"There is no page `{name}`.{near}")


def _names(file: File, path: str, site_url: str) -> Iterable[str]:
    url = page_url(file)
    return (page_id(file), url, file.src_uri, path, str(Path(file.abs_src_path or "").resolve()), site_url + url)


def _refuse_incomplete(request: Request) -> None:
    for option, value in (("--reason", request.reason), ("--by", request.by)):
        if not value.strip():
            raise ConfigError(f"{option} is empty. Readers are told why a page was withdrawn, and editors by whom.")
        if not value.isprintable():
            raise ConfigError(f"{option} holds a character that cannot be printed. Write it in one line of plain text.")


def _withdrawn(page: KnownPage, published: Published, request: Request) -> PublishedPage:
    """Return the page's new entry. What the register already says of a withdrawal is never changed."""
    entry = published.pages.get(page.address, PublishedPage())
    if page.is_site_page:
        raise ConfigError(f"`{page.address}` is no topic page, so it has no notice. Change or remove its text instead.")
    if entry.status is PublishedStatus.MOVED:
        raise ConfigError(f"`{page.address}` has moved to `{entry.replaced_by}`. Withdraw that page.")
    _refuse_replacement(page, published, request.replaced_by)
    kept = entry if entry.is_withdrawn else PublishedPage()
    _refuse_change(page.address, kept, request)
    return replace(
        entry,
        status=PublishedStatus.WITHDRAWN,
        title=entry.title or page.title,
        withdrawn_on=kept.withdrawn_on or request.day,
        withdrawn_by=kept.withdrawn_by or request.by,
        reason=kept.reason or request.reason,
        replaced_by=kept.replaced_by or request.replaced_by,
    )


def _refuse_replacement(page: KnownPage, published: Published, address: str) -> None:
    entry = published.pages.get(address)
    if address == page.address and address:
        raise ConfigError("A page cannot take its own place. Name another with --replaced-by.")
    if entry and entry.status is not PublishedStatus.PUBLISHED:
        raise ConfigError(f"`{address}` is {entry.status} itself. Name a page that stands with --replaced-by.")


def _refuse_change(address: str, kept: PublishedPage, request: Request) -> None:
    pairs = ((kept.reason, request.reason), (kept.replaced_by, request.replaced_by))
    if any(old and new and old != new for old, new in pairs):
        raise ConfigError(
            f"`{address}` was withdrawn on {kept.withdrawn_on} by {kept.withdrawn_by or 'somebody not named'} with "
            "another reason or replacement, which is kept. Correct published.yml by hand if it is wrong."
        )
