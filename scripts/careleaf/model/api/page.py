"""What the API says of pages and topics."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careleaf.model.api.document import camel_case
from careleaf.model.state_name import StateName


class Shown(StrEnum):
    """What stands at a page's addresses."""

    PAGE = "page"
    NOTICE = "notice"
    """Only why its words are not there: take your copy down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSummary:
    """A page in a list."""

    __pydantic_config__ = {"alias_generator": camel_case}

    id: str
    title: str
    description: str
    state: StateName
    """How far these words were reviewed."""
    state_in_words: str
    """The same for people: show it wherever you show the page."""
    shown: Shown
    digest: str
    """Of the wording: it changes when a reader would see a change."""
    changed_on: date | None
    """The day the wording last changed, as far as its author says."""
    reviewed_on: date | None
    """The day a clinician signed this wording; null when nobody did."""
    due_on: date | None
    """The day somebody has to look at it again; from the day after, call it overdue."""
    replaced_by: str | None
    """The page that takes a withdrawn one's place."""
    page: str
    """Where people read it."""
    embed: str
    """Where it stands ready for a frame."""
    handout: str
    """The PDF in the site's first format."""
    handouts: Mapping[str, str]
    """Every PDF of it, by edition: a4, letter, large-print."""
    api: str
    """Its own document."""


@dataclass(frozen=True, slots=True)
class PublishingSite:
    """Who publishes."""

    __pydantic_config__ = {"alias_generator": camel_case}

    name: str
    publisher: str
    url: str | None
    """The address that all others are relative to; null when the site's settings name none."""
    language: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Pages that belong together."""

    __pydantic_config__ = {"alias_generator": camel_case}

    id: str
    handouts: Mapping[str, str]
    """The PDF of the whole topic, by edition."""
    pages: tuple[PageSummary, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class MovedPage:
    """An address that leads to another one now."""

    __pydantic_config__ = {"alias_generator": camel_case}

    page: str
    replaced_by: str


@dataclass(frozen=True, slots=True)
class TopicsDocument:
    """`api/v1/topics.json`: every topic and page of the site."""

    __pydantic_config__ = {"alias_generator": camel_case}

    version: str
    site: PublishingSite
    topics: tuple[Topic, ...]
    moved: tuple[MovedPage, ...]


@dataclass(frozen=True, slots=True)
class LabelledFact:
    """One line of what a page says about its review."""

    __pydantic_config__ = {"alias_generator": camel_case}

    label: str
    text: str
    on: date | None
    """The day in the text."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A clinician who signed this wording."""

    __pydantic_config__ = {"alias_generator": camel_case}

    name: str
    credentials: str
    role: str
    """In which capacity the page was reviewed."""
    orcid: str
    reviewed_on: date


@dataclass(frozen=True, slots=True)
class SignedReview:
    """The review of this very wording."""

    __pydantic_config__ = {"alias_generator": camel_case}

    digest: str
    """Of the wording that was signed; another than the page's when only spelling or a link was corrected since."""
    reviewed_on: date
    next_review_on: date
    reviewers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """How far a page was reviewed, for people and for programs."""

    __pydantic_config__ = {"alias_generator": camel_case}

    heading: str
    meaning: str
    facts: tuple[LabelledFact, ...]
    """What the page itself tells its readers."""
    signed: SignedReview | None
    """Null unless clinicians signed the words that stand on the page."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that happened to a page."""

    __pydantic_config__ = {"alias_generator": camel_case}

    on: date
    what: str


@dataclass(frozen=True, slots=True)
class SectionDocument:
    """A part of a page: what stands before its first heading, or below one of its main headings."""

    __pydantic_config__ = {"alias_generator": camel_case}

    id: str
    """The anchor of its heading; empty before the first one."""
    heading: str
    html: str
    """Without scripts, styles, forms and frames. Links are full addresses, or relative to `embed` of the page."""
    text: str
    embed: str | None
    """Its own embed. Null unless a clinician signed that it may be read without the page: then show the whole page."""


@dataclass(frozen=True, slots=True)
class EvidenceDocument:
    """What a source reports, in the editor's words."""

    __pydantic_config__ = {"alias_generator": camel_case}

    id: str
    says: str
    study: str
    read_in: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A source of a page."""

    __pydantic_config__ = {"alias_generator": camel_case}

    number: int
    """As it stands in the text."""
    key: str
    kind: str
    line: str
    """The whole source on one line, in AMA style."""
    address: str | None
    archived: str | None
    checked: str
    """What registries said about it, in words."""
    evidence: tuple[EvidenceDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDocument(PageSummary):
    """`api/v1/pages/<id>.json`: a page with its words, its sources and its review."""

    version: str
    language: str
    main_message: str
    action: str
    general_information: str
    """The sentence that has to stand wherever the words stand."""
    review: ReviewDocument
    history: tuple[HistoryEntry, ...]
    """Newest first."""
    text: str
    """All words of the body, a line each block; those of the sections in their order."""
    html: str
    sections: tuple[SectionDocument, ...]
    sources: tuple[SourceDocument, ...]
    structured_data: Mapping[str, object]
    """The page as a MedicalWebPage of schema.org, as it stands in the public page."""
