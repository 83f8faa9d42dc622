"""Everything that carries a fact: what has to be looked at when it turns out to be wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from careleaf.model.citation import Citation
from careleaf.model.finding import Location
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.state import page_state
from careleaf.model.state_name import StateName


@dataclass(frozen=True, slots=True)
class Carrier:
    """One page that cites a source or one of its evidence statements."""

    page: str
    title: str
    state: StateName
    places: tuple[Location, ...]
    """Where it is cited."""
    addresses: tuple[str, ...]
    """Everything made from the page, relative to the site: website, handouts, embeds, data."""
    signed_by: tuple[str, ...]
    """Ids of the clinicians whose reviews would no longer hold."""


def carriers(fact: Citation, library: Library) -> tuple[Carrier, ...]:
    """Return every topic page that cites a source, or one evidence statement of it, in the order of the site."""
    return tuple(_carriers(fact, library))


def _carriers(fact: Citation, library: Library) -> Iterator[Carrier]:
    for page in library.topic_pages:
        places = tuple(mark.location for mark in page.body.marks if any(_is_of(fact, c) for c in mark.citations))
        if places:
            state = page_state(page, library)
            signers = tuple(dict.fromkeys(record.reviewer for record in state.reviews))
            yield Carrier(
                page.id, page.front.value.title, state.name, places, tuple(_addresses(page, library)), signers
            )


def _is_of(fact: Citation, cited: Citation) -> bool:
    """Tell whether a citation rests on a fact; one that names no evidence may rest on any of its source."""
    return cited.source == fact.source and (not fact.evidence or cited.evidence in {"", None, fact.evidence})


def _addresses(page: Page, library: Library) -> Iterator[str]:
    handouts = library.policy.value.handouts
    yield page.url
    yield from handouts.paths(page.id).values()
    if page.topic:
        yield from handouts.paths(page.topic).values()
    yield page.embed_url
    yield from (page.section_embed_url(section) for section in page.front.value.standalone)
    yield page.api_path
