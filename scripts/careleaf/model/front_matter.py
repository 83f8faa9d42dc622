"""The YAML head of a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from careleaf.model.page_type import PageType

NOT_KNOWN = "not known"
"""What an author writes when a fact about an adapted work could not be found."""


@dataclass(frozen=True, slots=True)
class AdaptedFrom:
    """The work a page was rewritten from; its people stand behind the original, not behind this wording."""

    __pydantic_config__ = {"extra": "forbid"}

    title: str
    publisher: str
    author: str
    """The id of a person in the register."""
    reviewer: str
    """The id of the person who reviewed the original, or ``not known``."""
    url: str
    """Its address, or ``not known``."""
    date: str
    """Its date, or ``not known``."""


@dataclass(frozen=True, slots=True)
class Change:
    """What changed on a page, told to its readers."""

    __pydantic_config__ = {"extra": "forbid"}

    on: date
    what: str
    """In a sentence for patients: what is new, and why."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page says about itself. A page with a `type` is a topic page."""

    __pydantic_config__ = {"extra": "forbid"}

    title: str
    description: str
    """One sentence for search results and cards."""
    type: PageType | None = None
    main_message: str = ""
    """What a reader should take away, printed at the top."""
    action: str = ""
    """The one thing to do first, printed below the main message."""
    authors: tuple[str, ...] = ()
    """Ids of people in the register."""
    written_on: date | None = None
    changed_on: date | None = None
    """The day the wording last changed; by default the day it was written."""
    changes: tuple[Change, ...] = ()
    """What changed, for readers of the page's history; small corrections need no entry."""
    audience: str = ""
    area: str = ""
    """On a topic's first page: under which heading of the list of topics it stands, such as Sleep."""
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Diagnosis codes by system: icd-10-cm, mesh."""
    adapted_from: AdaptedFrom | None = None
    standalone: tuple[str, ...] = ()
    """Ids of sections that are safe to show alone: each gets an embed of its own once a clinician signed the page."""
    licence: str = ""
    template: str = ""
    """A page template of the theme, for generated pages."""
    hide: tuple[str, ...] = ()
    """Parts of the theme that are not shown: navigation, toc."""

    @property
    def last_changed_on(self) -> date | None:
        """The day the wording last changed, as far as the page says."""
        return self.changed_on or self.written_on
