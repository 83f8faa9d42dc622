"""A site's own limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from careleaf.model.handout import HandoutPolicy
from careleaf.model.language_policy import LanguagePolicy
from careleaf.model.page_type import PageType
from careleaf.model.source import Claim, SourceKind
from careleaf.model.state_name import NEVER_SHOWN, StateName


class Channel(StrEnum):
    """Where a page can go out."""

    SITE = "site"
    HANDOUT = "handout"
    EMBED = "embed"
    CODES = "codes"


_TO_READERS = (StateName.REVIEWED, StateName.ADAPTED, StateName.OVERDUE)

DEFAULT_PUBLISH: Mapping[Channel, tuple[StateName, ...]] = {
    Channel.SITE: _TO_READERS,
    Channel.HANDOUT: _TO_READERS,
    Channel.EMBED: _TO_READERS,
    Channel.CODES: (StateName.REVIEWED,),
}


DEFAULT_MAY_CARRY: Mapping[SourceKind, tuple[Claim, ...]] = {
    **dict.fromkeys(SourceKind, tuple(Claim)),
    SourceKind.NEWS: (Claim.ATTRIBUTION, Claim.QUOTATION),
}
"""A report retells in few words and under a deadline: it may be quoted, and carries no figure."""

DEFAULT_SOURCE_AGE: Mapping[SourceKind, int] = {
    **dict.fromkeys(SourceKind, 60),
    SourceKind.SYSTEMATIC_REVIEW: 120,
    SourceKind.PRIMARY_STUDY: 120,
}
"""Advice and statistics are held to five years, as NICE looks at its guidelines again
(https://www.nice.org.uk/process/pmg20); what a study found stays found, and is held to ten.
"""


class Signatures(StrEnum):
    """Whether a review has to be signed with the reviewer's own key."""

    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """What a review has to be before a page counts as reviewed."""

    __pydantic_config__ = {"extra": "forbid"}

    reviewers: int = 1
    """How many different clinicians have to sign a wording."""
    roles: tuple[str, ...] = ()
    """In which capacities a page may be reviewed: neurologist, pharmacist; empty when any will do."""
    every_months: int = 24
    """After how many months at the latest a page has to be read again."""
    signatures: Signatures = Signatures.OPTIONAL
    """Whether every clinical review needs an OpenSSH signature."""

    credentials_checked_every_months: int = 12
    """After how many months a reviewer's credentials are to be looked up again; 0 asks for no look-up."""
    conflicts_declared_every_months: int = 24
    """After how many months a statement on conflicts of interest is to be given again; 0 means never."""

    def __post_init__(self) -> None:
        """Refuse numbers by which nothing, or never again, would have to be signed. Raises ValueError."""
        if not 1 <= self.reviewers <= _MOST_REVIEWERS:
            raise ValueError(f"`reviewers` has to be 1 to {_MOST_REVIEWERS}")
        if not 1 <= self.every_months <= _MOST_MONTHS:
            raise ValueError(f"`every_months` has to be 1 to {_MOST_MONTHS}")


_MOST_REVIEWERS = 9
_MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Policy:
    """What this site publishes, and when its pages fall due."""

    __pydantic_config__ = {"extra": "forbid"}

    site_id: str = ""
    """A name of this site that no other site has; review records carry it."""
    publisher: str = ""
    """Who publishes the site; by default the site's name."""
    contact: str = ""
    """Where readers report an error: a mailto:, tel: or https: address."""
    report_error_page: str = ""
    """The page that says how to report an error, relative to the site: about/how-we-work/#report-an-error."""
    unreviewed_expires_after_months: int = 24
    """When a page without a review falls due, counted from its last change."""
    review: ReviewPolicy = field(default_factory=ReviewPolicy)
    """What a review has to be."""
    publish: Mapping[Channel, tuple[StateName, ...]] = field(default_factory=dict)
    """Which states may go out, by channel."""
    publish_snomed_ct: bool = False
    """Whether SNOMED CT codes go out: ask first whether your licence allows it (https://www.snomed.org/get-snomed)."""
    embed_hosts: tuple[str, ...] = ()
    """Portals that may frame embeds, such as https://portal.clinic.example; empty when any may."""
    get_help_for: tuple[PageType, ...] = (PageType.CONDITION, PageType.SYMPTOM)
    """Page types that must say when to get help, on the page or on the page of their topic they link to."""
    handouts: HandoutPolicy = field(default_factory=HandoutPolicy)
    """Which handouts are made, and what stands on them."""
    help_lines: tuple[str, ...] = ()
    """The emergency numbers and help lines of this site's region; empty when nobody has listed them."""
    language: LanguagePolicy = field(default_factory=LanguagePolicy)
    """How plainly topic pages have to be written."""
    sources_checked_within_days: int = 0
    """How old a registry's last answer may be before a warning; 0 asks for no online check."""
    rule_pages: str = ""
    """The address below which each rule has its page: https://clinic.example/guide/rules/."""
    suppressions_last_at_most_days: int = 365
    """How far off a suppression's last day may be, counted from today."""

    source_may_carry: Mapping[SourceKind, tuple[Claim, ...]] = field(default_factory=dict)
    """Which claims a kind of source is strong enough for; a kind that is not named carries all, news no figure."""
    source_age_months: Mapping[SourceKind, int] = field(default_factory=dict)
    """After how many months a source of a kind is old; 0 means never."""
    source_read_within_months: int = 12
    """After how many months a source that is only a page is to be read again; 0 means never."""
    archived_copy_for: tuple[SourceKind, ...] = ()
    """Kinds whose records need an archived copy where the source is only a page."""

    def may_carry(self, kind: SourceKind, claim: Claim) -> bool:
        """Tell whether a kind of source is strong enough for a kind of claim."""
        return claim in self.source_may_carry.get(kind, DEFAULT_MAY_CARRY[kind])

    def source_age(self, kind: SourceKind) -> int:
        """Return after how many months a source of this kind is old; 0 for never."""
        return self.source_age_months.get(kind, DEFAULT_SOURCE_AGE[kind])

    def allows(self, channel: Channel, state: StateName) -> bool:
        """Tell whether a page in this state may go out on this channel."""
        return state not in NEVER_SHOWN and state in self.publish.get(channel, DEFAULT_PUBLISH[channel])
