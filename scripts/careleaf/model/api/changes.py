"""What the API tells of what happened on the site."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careleaf.model.api.document import camel_case


class ChangeKind(StrEnum):
    """What can happen to a published page, in the order in which things of one day are told, last first."""

    PUBLISHED = "published"
    CHANGED = "changed"
    """Another wording of it was published, or its author told readers what is new."""
    CORRECTED = "corrected"
    """Spelling, punctuation or a link only; the review holds on."""
    REVIEWED = "reviewed"
    OVERDUE = "overdue"
    """Somebody should have looked at it again by the day before."""
    SOURCE_RETRACTED = "source-retracted"
    """It rests on a work that was taken back; a notice stands in its place."""
    WITHDRAWN = "withdrawn"
    """A notice stands in its place for good: take your copy down now."""


@dataclass(frozen=True, slots=True)
class SiteChange:
    """One thing that happened."""

    __pydantic_config__ = {"alias_generator": camel_case}

    id: str
    """Of this event: it stays the same in every build."""
    on: date
    kind: ChangeKind
    page_id: str
    title: str
    what: str
    """In the site's language."""
    page: str
    api: str
    replaced_by: str | None


@dataclass(frozen=True, slots=True)
class ChangesDocument:
    """`api/v1/changes.json`: everything that happened, newest first."""

    __pydantic_config__ = {"alias_generator": camel_case}

    version: str
    changes: tuple[SiteChange, ...]
