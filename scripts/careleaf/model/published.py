"""Every address ever released, and what became of it; written by `careleaf release`, never by a build."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class PublishedStatus(StrEnum):
    """What became of an address."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Version:
    """A wording that was released."""

    __pydantic_config__ = {"extra": "forbid"}

    digest: str
    released_on: date


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """One released address."""

    __pydantic_config__ = {"extra": "forbid"}

    status: PublishedStatus = PublishedStatus.PUBLISHED
    title: str = ""
    """What the page was called, for its notice when its file is gone."""
    versions: tuple[Version, ...] = ()
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    reason: str = ""
    replaced_by: str = ""
    """The page that takes its place, as a site address."""
    imported_on: date | None = None
    """The day it first went out as an import; from then on it has FHIR resources, whatever becomes of it."""
    sections: tuple[str, ...] = ()
    """Addresses of its sections that were released as embeds of their own."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether a notice stands in the page's place for good."""
        return self.status is PublishedStatus.WITHDRAWN


@dataclass(frozen=True, slots=True)
class PublishedLoader:
    """A loader that portals may have pinned; the file itself is kept below ``_data/loaders``."""

    __pydantic_config__ = {"extra": "forbid"}

    integrity: str
    """What a portal's `integrity` attribute says (https://www.w3.org/TR/SRI/)."""
    released_on: date


@dataclass(frozen=True, slots=True)
class Published:
    """The register of released pages, by address relative to the site, and of released loaders, by file name."""

    __pydantic_config__ = {"extra": "forbid"}

    pages: Mapping[str, PublishedPage] = field(default_factory=dict)
    loaders: Mapping[str, PublishedLoader] = field(default_factory=dict)
