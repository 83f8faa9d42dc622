"""What the API answers to a diagnosis code."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careleaf.model.api.document import FOLDER, camel_case
from careleaf.model.state_name import StateName

CODES = f"{FOLDER}codes/"
SYSTEMS = f"{CODES}index.json"
"""The list of all code systems, and of what is held back from them."""


class Match(StrEnum):
    """How a code that was asked for fits the code of a page."""

    EXACT = "exact"
    BROADER = "broader"
    """The code asked for is broader than that of the page: offer the page, never open it by itself."""


@dataclass(frozen=True, slots=True)
class CodedPage:
    """A page that answers a code."""

    __pydantic_config__ = {"alias_generator": camel_case}

    match: Match
    code: str
    """The code of the page itself."""
    id: str
    title: str
    state: StateName
    state_in_words: str
    reviewed_on: date | None
    due_on: date | None
    page: str
    embed: str
    handout: str
    api: str


@dataclass(frozen=True, slots=True)
class HeldBackPage:
    """A page that has a code and does not answer it."""

    __pydantic_config__ = {"alias_generator": camel_case}

    match: Match
    code: str
    id: str
    title: str
    state: StateName
    reason: str


@dataclass(frozen=True, slots=True)
class SystemDocument:
    """A system of codes."""

    __pydantic_config__ = {"alias_generator": camel_case}

    name: str
    title: str
    oid: str
    """As HL7 Infobutton names it."""
    uri: str
    """As FHIR names it."""
    index: str
    """The list of its codes on this site."""


@dataclass(frozen=True, slots=True)
class CodeDocument:
    """`api/v1/codes/<system>/<CODE>.json`: what this site has about a code."""

    __pydantic_config__ = {"alias_generator": camel_case}

    version: str
    system: SystemDocument
    code: str
    match: Match | None
    """`exact` when a page has this very code; null when no page answers it."""
    pages: tuple[CodedPage, ...]
    """Exact ones first, then in reading order."""
    held_back: tuple[HeldBackPage, ...]


@dataclass(frozen=True, slots=True)
class IndexedCode:
    """A code in the list of its system."""

    __pydantic_config__ = {"alias_generator": camel_case}

    code: str
    match: Match | None
    pages: tuple[str, ...]
    """Ids of the pages that answer it."""
    held_back: tuple[str, ...]
    api: str


@dataclass(frozen=True, slots=True)
class SystemIndexDocument:
    """`api/v1/codes/<system>/index.json`: every code of a system that has a file."""

    __pydantic_config__ = {"alias_generator": camel_case}

    version: str
    system: SystemDocument
    codes: tuple[IndexedCode, ...]


@dataclass(frozen=True, slots=True)
class HeldBackCode:
    """A code that a page has and does not answer."""

    __pydantic_config__ = {"alias_generator": camel_case}

    system: str
    code: str
    id: str
    title: str
    state: StateName
    reason: str


@dataclass(frozen=True, slots=True)
class SystemsDocument:
    """`api/v1/codes/index.json`: the systems of this site, and what is held back."""

    __pydantic_config__ = {"alias_generator": camel_case}

    version: str
    systems: tuple[SystemDocument, ...]
    held_back: tuple[HeldBackCode, ...]
