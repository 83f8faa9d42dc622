"""Pages whose content is made from the registers and pages: all sources, all reviewers, all code for portals."""

from collections.abc import Iterator

from jinja2 import Environment

from careleaf.channels.embed_assets import loader
from careleaf.channels.embed_code import embed_code
from careleaf.channels.embed_section import may_stand_alone
from careleaf.channels.page_view import page_view
from careleaf.channels.site_page import addresses_from
from careleaf.channels.source_list import source_view
from careleaf.model.citation import Citation
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.person import Role
from careleaf.model.section import section_heading, section_parts
from careleaf.model.wording import Wording

_NO_ADDRESS = "https://your-address.example/"
"""What stands for the site's address where none is set."""


def sources_page_html(library: Library, templates: Environment, wording: Wording) -> str:
    """Return every source of the site, each with the pages that cite it."""
    home = next(page for page in library.pages if page.front.value.template == "sources.html")
    cited_on: dict[str, list[Page]] = {}
    for page in library.topic_pages:
        for key in page.body.cited_sources:
            cited_on.setdefault(key, []).append(page)
    everything = [source_view(0, key, [Citation(key)], library, wording) for key in cited_on if key in library.sources]
    by_line = sorted(everything, key=lambda view: view.line.casefold())
    return templates.get_template("careleaf/all_sources.html").render(
        sources=by_line,
        kinds={source.key: library.sources[source.key].value.kind for source in everything},
        cited_on=cited_on,
        say=wording.say,
        address=addresses_from(home),
    )


def reviewers_html(library: Library, templates: Environment, wording: Wording) -> str:
    """Return the people who signed pages of this site, with those pages; nobody else."""
    signed: dict[str, list[Page]] = {}
    for page in library.topic_pages:
        for record in library.reviews[page.id].value.records if page.id in library.reviews else ():
            signed.setdefault(record.reviewer, []).append(page)
    reviewers = {i: p.value for i, p in library.people.items() if i in signed and Role.REVIEWER in p.value.roles}
    home = next(page for page in library.pages if page.front.value.template == "reviewers.html")
    return templates.get_template("careleaf/reviewers.html").render(
        reviewers=reviewers, signed=signed, say=wording.say, address=addresses_from(home)
    )


def embed_codes_html(library: Library, templates: Environment, wording: Wording) -> str:
    """Return what a portal team pastes, for each page that stands and each section that may stand alone."""
    script, site = loader(templates), library.site.url or _NO_ADDRESS
    codes = [
        embed_code(title, url, embed_url, site, script)
        for page in library.topic_pages
        if not library.is_withdrawn(page)
        for title, url, embed_url in _embedded(page, library, wording)
    ]
    home = next(page for page in library.pages if page.front.value.template == "clinics.html")
    return templates.get_template("careleaf/embed_codes.html").render(
        codes=codes, say=wording.say, site=library.site, address=addresses_from(home)
    )


def _embedded(page: Page, library: Library, wording: Wording) -> Iterator[tuple[str, str, str]]:
    """Yield title, address and embed of a page, then of its sections that are shown alone."""
    title = page.front.value.title
    yield title, page.url, page.embed_url
    for section in page.front.value.standalone:
        if may_stand_alone(page_view(page, library, wording), section, library):
            heading = section_heading(section_parts(page.body, section))
            yield f"{heading} – {title}", f"{page.url}#{section}", page.section_embed_url(section)
