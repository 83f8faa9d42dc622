"""The figures that recorded evidence holds, each with the words it stands among."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from careleaf.model.agreement import agrees
from careleaf.model.citation import Citation
from careleaf.model.cited_sentence import CitedSentence
from careleaf.model.figures import (
    derived_ratios,
    derived_shares,
    find_contacts,
    find_quantities,
    implied_figures,
    single_units_in,
)
from careleaf.model.library import Library
from careleaf.model.quantity import Quantity
from careleaf.model.source import Evidence, Source
from careleaf.rules.claims.sentences import claiming_sentences


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure of the evidence."""

    figure: Quantity
    statement: str
    """The text it stands in."""
    is_implied: bool = False
    """Whether the text does not write it, but comes to it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A sentence with figures, and the figures of all it cites."""

    claim: CitedSentence
    figures: tuple[Quantity, ...]
    reported: tuple[Reported, ...]

    @property
    def cited(self) -> str:
        """Its citations, as an author writes them."""
        listed = (
            f"@{c.source}#{c.evidence}" if c.evidence else f"@{c.source}" for c in dict.fromkeys(self.claim.citations)
        )
        return f"[{'; '.join(listed)}]"


def comparisons(library: Library) -> Iterator[Comparison]:
    """Yield every sentence whose figures can be held against evidence; uncited ones are other rules' findings."""
    for claim in claiming_sentences(library):
        figures = figures_and_contacts(claim.text) if claim.citations else ()
        reported = reported_figures(claim.citations, library) if figures else None
        if reported is not None:
            yield Comparison(claim, figures, reported)


def reported_figures(citations: Iterable[Citation], library: Library) -> tuple[Reported, ...] | None:
    """Return every figure of the cited evidence; None when some of it is not there to compare with."""
    found: list[Reported] = []
    for citation in dict.fromkeys(citations):
        evidence = library.evidence_for(citation)
        if not evidence:
            return None
        for statement in evidence.values():
            found += figures_of_evidence(statement)
        found += _of_source(library.sources[citation.source].value)
    return tuple(found)


@lru_cache(maxsize=4096)
def figures_of_evidence(evidence: Evidence) -> tuple[Reported, ...]:
    """Return the figures of one statement: what it says, quotes, and how many were studied."""
    studied = f"{evidence.people} people" if evidence.people is not None else ""
    texts = (evidence.says, evidence.quote, studied)
    return tuple(
        one
        for text in texts
        for one in (
            *(Reported(figure, text) for figure in (*figures_and_contacts(text), *derived_shares(text))),
            *(Reported(figure, text, True) for figure in (*derived_ratios(text), *single_units_in(text))),
            *(Reported(figure, text, True) for figure in implied_figures(text)),
        )
    )


def holding(figure: Quantity, reported: Iterable[Reported]) -> list[Reported]:
    """Return the evidence that bears a figure out: what is written there, else what that comes to."""
    found = [one for one in reported if agrees(figure, one.figure)]
    return [one for one in found if not one.is_implied] or found


def figures_and_contacts(text: str) -> tuple[Quantity, ...]:
    """Return everything in a text that evidence can bear out."""
    return (*find_quantities(text), *find_contacts(text))


def _of_source(source: Source) -> tuple[Reported, ...]:
    """Return the years in which the source says that it appeared, and its own address."""
    years = (q for text in (source.issued[:4], source.updated[:4]) for q in find_quantities(text))
    return tuple(Reported(figure, "") for figure in (*years, *find_contacts(source.url)))
