"""What registries and pages answered about the sources, and when.

An answer holds what the registry said, not what we made of it: whether it is the same work is asked anew in every
build, so a changed record is never covered by an answer about its earlier wording.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from careleaf.model.evidence_look import Look
from careleaf.model.registry import Registry
from careleaf.model.source import Source
from careleaf.model.source_question import questions, suggestions


class Outcome(StrEnum):
    """What came back."""

    FOUND = "found"
    MISSING = "missing"
    """The registry is in charge of such identifiers, and this one does not exist."""
    NOT_HELD = "not-held"
    """Another registry may know it."""
    GONE = "gone"
    MOVED = "moved"
    DOUBTFUL = "doubtful"
    """A page came back that may not be the one that was read."""
    UNCHECKED = "unchecked"
    """No answer, or none that could be understood. Never taken for a good one."""


class NoticeKind(StrEnum):
    """What a later notice does to a work."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    NEW_VERSION = "new-version"
    IS_NOTICE = "is-notice"
    """The record is itself the notice about another work."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something published about a work after it came out."""

    __pydantic_config__ = {"extra": "forbid"}

    kind: NoticeKind
    word: str
    """The registry's own word for it."""
    doi: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The last answer of one registry about one source."""

    __pydantic_config__ = {"extra": "forbid"}

    asked: str
    """The identifier or address the question was about."""
    outcome: Outcome
    checked_on: date
    """The day of this answer; for an unchecked one, of the first attempt."""
    title: str = ""
    author: str = ""
    """The first author's family name."""
    years: tuple[str, ...] = ()
    doi: str = ""
    """The work's DOI, as another registry than Crossref gives it."""
    pmid: str = ""
    """The PubMed number under which PubMed Central's answer was completed."""
    notices: tuple[Notice, ...] = ()
    moved_to: str = ""
    """Where the page came from in the end, for good or for a while; empty when it came from where it was asked for."""
    copy: str = ""
    """The archived copy nearest to the day the editor read the page."""
    modified: date | None = None
    """The day the page itself gives for its last change."""
    fingerprint: str = ""
    """A digest of the page's text."""
    changed_on: date | None = None
    """The day on which the text was first seen to differ from the answer before."""
    looks: tuple[Look, ...] = ()
    """What its text said about the recorded evidence."""
    gone_on: tuple[date, ...] = ()
    """The first days on which the page was gone, without a good answer between them."""
    tried_on: date | None = None
    """The last attempt that brought no answer, when it was after `checked_on`."""
    why: str = ""
    """Why there was no answer, or why the page is doubtful."""

    def notices_of(self, *kinds: NoticeKind) -> tuple[Notice, ...]:
        """Return the notices of some kinds."""
        return tuple(notice for notice in self.notices if notice.kind in kinds)


@dataclass(frozen=True, slots=True)
class SourceAnswers:
    """All answers about one source: a block of sources.lock."""

    __pydantic_config__ = {"extra": "forbid"}

    crossref: Answer | None = None
    doi_org: Answer | None = None
    pubmed: Answer | None = None
    web: Answer | None = None
    datacite: Answer | None = None
    pmc: Answer | None = None
    archive: Answer | None = None

    def of(self, registry: Registry) -> Answer | None:
        """Return what one registry said."""
        answer: Answer | None = getattr(self, registry)
        return answer

    def about(self, source: Source) -> Mapping[Registry, Answer]:
        """Return the answers that are about the identifiers and the address the record has now."""
        asked = {**questions(source), **suggestions(source)}
        if source.doi:
            asked |= {Registry.DATACITE: source.doi, Registry.DOI_ORG: source.doi}
        known = {Registry(f.name): self.of(Registry(f.name)) for f in fields(self)}
        return {r: a for r, a in known.items() if a and r in asked and a.asked.casefold() == asked[r].casefold()}


def last_word(answers: Mapping[Registry, Answer], registry: Registry) -> Answer | None:
    """Return the answer to a question, from whoever holds the identifier; None as long as nobody said yes or no."""
    answer = answers.get(registry)
    while answer is not None and answer.outcome is Outcome.NOT_HELD and registry.next:
        registry = registry.next
        answer = answers.get(registry)
    return answer


@dataclass(frozen=True, slots=True)
class AnswerRegister:
    """All answers, by the key of their source."""

    sources: Mapping[str, SourceAnswers] = field(default_factory=dict)

    def about(self, key: str, source: Source) -> Mapping[Registry, Answer]:
        """Return what is known about one source as it is recorded now."""
        answers = self.sources.get(key)
        return answers.about(source) if answers else {}


@dataclass(frozen=True, slots=True)
class Told:
    """A registry's answer, and the text it was about; the text is looked into and not kept."""

    answer: Answer
    text: str = ""
    is_whole: bool = False
    """Whether the text is the whole page, and not an abstract."""
