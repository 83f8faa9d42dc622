"""Sentences whose whole paragraph cites nothing: what softer wording is asked of."""

from collections.abc import Iterator

from careleaf.model.body import Body
from careleaf.model.cited_sentence import CitedSentence
from careleaf.model.library import Library
from careleaf.rules.claims.attribution import find_attribution
from careleaf.rules.claims.figures import figures_to_cite
from careleaf.rules.claims.quotation import find_quotation
from careleaf.rules.claims.sentences import claiming_sentences

_SOURCES_LINE = ("sources:", "source:", "fuentes:", "fuente:")


def unsupported_sentences(library: Library) -> Iterator[CitedSentence]:
    """Yield statements without a citation in their paragraph or a `Sources:` line in their section.

    Questions state nothing. A sentence that needs a citation anyway is another rule's finding.
    """
    with_sources: dict[str, frozenset[int]] = {}
    for page in library.topic_pages:
        with_sources[page.path] = _sections_with_sources(page.body)
    for claim in claiming_sentences(library):
        if claim.citations or claim.block.marks or claim.sentence.is_question or _needs_its_own(claim):
            continue
        if claim.block.location.line not in with_sources[claim.block.location.path]:
            yield claim


def _needs_its_own(claim: CitedSentence) -> bool:
    return bool(find_attribution(claim.text) or figures_to_cite(claim.sentence) or find_quotation(claim.text))


def _sections_with_sources(body: Body) -> frozenset[int]:
    """Return the first lines of all blocks in sections that have a line of sources."""
    lines: set[int] = set()
    section: list[int] = []
    has_sources = False
    for block in body.blocks:
        if block.is_heading:
            lines |= set(section) if has_sources else set()
            section, has_sources = [], False
        section.append(block.location.line)
        has_sources |= bool(block.marks) and block.text.casefold().startswith(_SOURCES_LINE)
    return frozenset(lines | (set(section) if has_sources else set()))
