"""Pages whose content is made from the registers: all sources, all reviewers."""

from jinja2 import Environment

from careleaf.channels.site_page import addresses_from
from careleaf.channels.source_list import source_view
from careleaf.model.citation import Citation
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.person import Role
from careleaf.model.wording import Wording


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
