"""The numbered sources of a page, with what each reports and how that was read."""

from dataclasses import dataclass

from careleaf.channels.ama import ama_line
from careleaf.channels.checked_words import checked_words
from careleaf.model.citation import Citation
from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.source import Evidence, Source
from careleaf.model.wording import Wording


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One statement of a source, as readers see it."""

    id: str
    """``<source>-<evidence id>``: unique on a page."""
    says: str
    study: str
    """What kind of study it is, and how many people took part, in a sentence; empty when it is no study."""
    read_in: str
    """On whose page it was read, in a sentence."""

    @property
    def as_read(self) -> str:
        """What kind of study it is and where it was read."""
        return f"{self.study} {self.read_in}".strip()


@dataclass(frozen=True, slots=True)
class SourceView:
    """One numbered source of a page."""

    number: int
    key: str
    line: str
    title: str
    kind: str
    """What kind of work it is, in words."""
    address: str
    """Where a reader can open it; empty when there is no address."""
    archived: str
    checked: str
    """What the online check found, in words; never more than is known."""
    evidence: tuple[EvidenceView, ...]

    @property
    def line_around_title(self) -> tuple[str, str, str]:
        """The line before its title, the title, and the rest: the title is what a link is made of."""
        if not self.title or self.title not in self.line:
            return "", self.line, ""
        return self.line.partition(self.title)

    @property
    def is_by_doi(self) -> bool:
        """Whether the line itself says where the source can be opened."""
        return "doi:" in self.line

    @property
    def evidence_as_read(self) -> tuple[tuple[str, tuple[EvidenceView, ...]], ...]:
        """The statements together that were read in one place and one kind of study: it is said once."""
        groups: dict[str, tuple[EvidenceView, ...]] = {}
        for evidence in self.evidence:
            groups[evidence.as_read] = (*groups.get(evidence.as_read, ()), evidence)
        return tuple(groups.items())


def source_list(page: Page, library: Library, wording: Wording) -> tuple[SourceView, ...]:
    """Return the sources a page cites, numbered in order of first citation."""
    cited: dict[str, list[Citation]] = {key: [] for key in page.body.cited_sources}
    for mark in page.body.marks:
        for citation in mark.citations:
            cited[citation.source].append(citation)
    known = [key for key in cited if key in library.sources]
    return tuple(source_view(n, key, cited[key], library, wording) for n, key in enumerate(known, start=1))


def source_view(number: int, key: str, citations: list[Citation], library: Library, wording: Wording) -> SourceView:
    """Return one source with the evidence that these citations point at."""
    source = library.sources[key].value
    evidence = {eid: e for citation in citations for eid, e in library.evidence_for(citation).items()}
    return SourceView(
        number=number,
        key=key,
        line=ama_line(source, wording),
        title=source.title,
        kind=wording.say(f"kind-{source.kind}"),
        address=source_address(source),
        archived=source.archived,
        checked=checked_words(source, library.answers.about(key, source), wording),
        evidence=tuple(_evidence_view(key, eid, e, wording) for eid, e in evidence.items()),
    )


def source_address(source: Source) -> str:
    """Return where a reader can open the source: its DOI, else PubMed, else its page."""
    if source.doi:
        return f"https://doi.org/{source.doi}"
    if source.url:
        return source.url
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{source.pmcid}/" if source.pmcid else ""


def _evidence_view(key: str, evidence_id: str, evidence: Evidence, wording: Wording) -> EvidenceView:
    place = wording.say("seen-" + evidence.seen.replace(" ", "-").replace("'", ""))
    return EvidenceView(
        id=f"{key}-{evidence_id}",
        says=evidence.says,
        study=_study(evidence, wording),
        read_in=wording.say("source-read-in", place=place),
    )


def _study(evidence: Evidence, wording: Wording) -> str:
    kind = wording.say("source-study", study=evidence.study) if evidence.study else ""
    people = "" if evidence.people is None else wording.say("source-people", people=f"{evidence.people:,}")
    return " ".join(filter(None, (kind, people)))
