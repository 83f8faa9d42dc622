"""A cited work, and what the editor recorded that it reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class SourceKind(StrEnum):
    """How strong a kind of work it is; policy says what each kind may carry."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic-review"
    PRIMARY_STUDY = "primary-study"
    PUBLIC_BODY = "public-body"
    PROFESSIONAL_BODY = "professional-body"
    REFERENCE_WORK = "reference-work"
    NEWS = "news"


class Claim(StrEnum):
    """What a sentence can claim so that it needs a source."""

    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"


class SourceStatus(StrEnum):
    """What has become of the work, as far as the editor knows."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn"
    UNVERIFIED = "unverified"
    """Nobody has opened it: it cannot carry a published sentence."""

    @property
    def is_taken_back(self) -> bool:
        """Whether those who published it no longer stand behind it."""
        return self in {SourceStatus.RETRACTED, SourceStatus.WITHDRAWN}


class Seen(StrEnum):
    """On whose page the editor read what the evidence says."""

    PUBLISHERS_PAGE = "publisher's page"
    REGISTRY_RECORD = "registry record"
    INDEX_RECORD = "index record"
    ARCHIVED_COPY = "archived copy"
    MIRROR = "mirror"


@dataclass(frozen=True, slots=True)
class Name:
    """An author: a person by family and given name, or an organisation by its literal name."""

    __pydantic_config__ = {"extra": "forbid"}

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    """The whole name of an organisation."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a source reports, in the editor's words; figures in the prose are held against it."""

    __pydantic_config__ = {"extra": "forbid"}

    says: str
    """The editor's own statement of what the source reports, with every figure a page may print."""
    where: str
    """Where in the source: abstract, a section, a recommendation's number."""
    seen: Seen
    """On whose page it was read."""
    quote: str = ""
    """The source's own words, where its licence allows them."""
    study: str = ""
    """What kind of study, in plain words: a survey, a small trial."""
    people: int | None = None
    """How many people were studied."""
    calc: str = ""
    """How a figure in `says` was worked out from the source's own numbers: 119.9/250.0."""


_CSL_NAMES = {
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "number_of_pages": "number-of-pages",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "isbn": "ISBN",
    "issn": "ISSN",
}


def csl_name(field_name: str) -> str:
    """Return a field's name in CSL-JSON (https://docs.citationstyles.org), which our YAML uses."""
    return _CSL_NAMES.get(field_name, field_name)


@dataclass(frozen=True, slots=True)
class Source:
    """A cited work, in CSL's words; the file name is its key."""

    __pydantic_config__ = {"extra": "forbid", "alias_generator": csl_name}

    kind: SourceKind
    type: str
    """The CSL type: article-journal, webpage, book, report."""
    title: str
    accessed: date
    """The day the editor read it."""
    status: SourceStatus
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    """Who edited the book it stands in, or the book itself."""
    container_title: str = ""
    """The journal, book or website it stands in."""
    container_title_short: str = ""
    """The journal's abbreviation in the NLM Catalog, such as N Engl J Med."""
    publisher: str = ""
    genre: str = ""
    """What it is where the type does not say it, such as Dissertation."""
    issued: str = ""
    """Year, year-month or full date, as text; empty when not known."""
    updated: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    """A guideline's or report's number."""
    edition: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""
    """The official address."""
    archived: str = ""
    """The copy that was read, where the official page could not be opened."""
    language: str = "en"
    licence: str = ""
    superseded_by: str = ""
    """The key of the source that takes its place."""
    retraction_acknowledged: str = ""
    """Why a page may still cite it although it was taken back; each sentence that does so has to say that it was."""
    age_accepted: str = ""
    """Why it is still the right source although it is old, or was read long ago."""
    note: str = ""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def is_only_a_page(self) -> bool:
        """Whether nothing but an address leads to it: it may change or vanish, and no registry knows it."""
        return bool(self.url) and not (self.doi or self.pmid or self.pmcid or self.isbn)
