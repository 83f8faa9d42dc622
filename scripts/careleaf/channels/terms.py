"""The glossary for readers: a page with every term, and on each topic page the terms it uses.

The first use of a term is explained in the text itself (rule `undefined-term`); what is made here helps at the later
ones, and only adds: without script the page reads as before.
"""

import json
from collections.abc import Iterator, Mapping

from jinja2 import Environment

from careleaf.channels.site_page import addresses_from
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.wording import Wording

TEMPLATE = "glossary.html"
"""The page template by which a site asks for its glossary."""


def page_terms(page: Page, library: Library) -> str:
    """Return the terms that a page uses, with their plain words, as JSON that is safe inside a script element.

    What page or topic is about is left out: its readers meet it in every section.
    """
    used = dict.fromkeys(use.id for block in page.body.blocks for use in library.glossary.find(block.text))
    about = {use.id for text in _subjects(page, library) for use in library.glossary.find(text)}
    terms = [library.glossary.terms[key].value for key in used if key not in about]
    if not terms:
        return ""
    listed = [{"forms": list(term.all_forms), "plain": term.plain} for term in terms]
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def glossary_html(library: Library, templates: Environment, wording: Wording) -> str:
    """Return every term of the glossary with its plain words and the pages that use it, by the alphabet."""
    home = next(page for page in library.pages if page.front.value.template == TEMPLATE)
    terms = sorted(library.glossary.terms.items(), key=lambda item: item[1].value.term.casefold())
    return templates.get_template("careleaf/glossary.html").render(
        terms=[(key, record.value) for key, record in terms],
        used_on=_used_on(library),
        say=wording.say,
        address=addresses_from(home),
    )


def _subjects(page: Page, library: Library) -> Iterator[str]:
    for one in (page, *(other for other in library.topics.get(page.topic, ()) if other.is_topic_index)):
        yield one.front.value.title
        yield one.front.value.main_message


def _used_on(library: Library) -> Mapping[str, list[Page]]:
    pages: dict[str, list[Page]] = {key: [] for key in library.glossary.terms}
    for page in library.topic_pages:
        for key in dict.fromkeys(use.id for block in page.body.blocks for use in library.glossary.find(block.text)):
            pages[key].append(page)
    return pages
