"""What stands in a review packet; the paper and the screen form are both made from it."""

from dataclasses import dataclass
from datetime import date

from careleaf.channels.page_view import PageView
from careleaf.model.differences import ChangedLine
from careleaf.model.finding import Severity


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """One statement of a source that a claim rests on."""

    number: int
    """The source's number in the page's list."""
    source: str
    """The source's title."""
    says: str
    where: str
    quote: str
    read_in: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences that follow one another and rest on the same evidence."""

    number: int
    sentences: tuple[str, ...]
    section: str
    """The heading it stands under; empty above the first."""
    is_inherited: bool
    """Whether a citation stands in the sentence that leads into their list or table."""
    evidence: tuple[ClaimEvidence, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Something the checks say about a page."""

    severity: Severity
    rule: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that the editors allowed, with their reason."""

    result: CheckResult
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True)
class LastSigned:
    """The wording that was signed last."""

    reviewer: str
    on: date
    is_kept: bool
    """Whether its text is there to compare with."""
    changes: tuple[ChangedLine, ...]


@dataclass(frozen=True, slots=True)
class PacketPage:
    """One page of a packet, with all that is needed to judge it."""

    view: PageView
    claims: tuple[Claim, ...]
    last_signed: LastSigned | None
    findings: tuple[CheckResult, ...]
    set_aside: tuple[SetAside, ...]
    questions: tuple[str, ...]
    """Ids of the questions only a person can answer."""

    @property
    def digest(self) -> str:
        """The digest that is signed."""
        return self.view.state.digest


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who may sign."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Packet:
    """One or more pages of a site, for one sitting of a reviewer."""

    title: str
    site_id: str
    publisher: str
    language: str
    made_on: date
    pages: tuple[PacketPage, ...]
    reviewers: tuple[Reviewer, ...]
    roles: tuple[str, ...]
    every_months: int
    needed: int
    """How many different reviewers policy asks for."""
