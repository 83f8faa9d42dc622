"""The claims of a page, each beside the evidence it rests on."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from careleaf.channels.packet.packet import Claim, ClaimEvidence
from careleaf.channels.source_list import SourceView
from careleaf.model.citation import Citation
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.wording import Wording


def claims_of(page: Page, library: Library, sources: Sequence[SourceView], wording: Wording) -> Iterator[Claim]:
    """Yield what a page says that rests on a source, in reading order; what rests on the same evidence, together."""
    sections = _sections(page)
    cited = [sentence for sentence in page.body.cited_sentences if sentence.citations]
    views = {source.key: source for source in sources}
    groups = groupby(cited, key=lambda sentence: (sections[id(sentence.block)], sentence.citations))
    for number, ((section, citations), group) in enumerate(groups, start=1):
        sentences = list(group)
        evidence = dict.fromkeys(e for citation in citations for e in _evidence(citation, library, views, wording))
        is_inherited = any(sentence.is_inherited for sentence in sentences)
        yield Claim(number, tuple(s.text for s in sentences), section, is_inherited, tuple(evidence))


def _sections(page: Page) -> dict[int, str]:
    """Return the heading above each block."""
    sections: dict[int, str] = {}
    heading = ""
    for block in page.body.blocks:
        heading = block.text if block.is_heading else heading
        sections[id(block)] = heading
    return sections


def _evidence(
    citation: Citation, library: Library, sources: dict[str, SourceView], wording: Wording
) -> Iterator[ClaimEvidence]:
    view = sources.get(citation.source)
    if view is None:
        return
    title = library.sources[citation.source].value.title
    read_in = {shown.id: shown.read_in for shown in view.evidence}
    for evidence_id, evidence in library.evidence_for(citation).items():
        place = read_in.get(f"{citation.source}-{evidence_id}", "")
        yield ClaimEvidence(view.number, title, evidence.says, evidence.where, evidence.quote, place)
