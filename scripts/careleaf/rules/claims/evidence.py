"""The figures that recorded evidence holds."""

from collections.abc import Iterable

from careleaf.model.citation import Citation
from careleaf.model.figures import find_contacts, find_quantities
from careleaf.model.library import Library
from careleaf.model.quantity import Quantity
from careleaf.model.source import Evidence, Source


def reported_figures(citations: Iterable[Citation], library: Library) -> tuple[Quantity, ...] | None:
    """Return every figure of the cited evidence; None when some of it is not there to compare with."""
    figures: list[Quantity] = []
    for citation in dict.fromkeys(citations):
        evidence = library.evidence_for(citation)
        if not evidence:
            return None
        for statement in evidence.values():
            figures += _of_evidence(statement)
        figures += _of_source(library.sources[citation.source].value)
    return tuple(figures)


def _of_evidence(evidence: Evidence) -> tuple[Quantity, ...]:
    studied = f"{evidence.people} people" if evidence.people is not None else ""
    return tuple(q for text in (evidence.says, evidence.quote, studied) for q in figures_and_contacts(text))


def figures_and_contacts(text: str) -> tuple[Quantity, ...]:
    """Return everything in a text that evidence can bear out."""
    return (*find_quantities(text), *find_contacts(text))


def _of_source(source: Source) -> tuple[Quantity, ...]:
    """Return the years in which the source says that it appeared, and its own address."""
    years = (q for text in (source.issued[:4], source.updated[:4]) for q in find_quantities(text))
    return (*years, *find_contacts(source.url))
