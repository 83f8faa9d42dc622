"""People and organisations behind the words: authors, editors, reviewers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careleaf.model.signing_key import SigningKey


class Role(StrEnum):
    """What somebody did; the two `original` roles belong to a work that was adapted, not to this site."""

    AUTHOR = "author"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    ORIGINAL_AUTHOR = "original-author"
    ORIGINAL_REVIEWER = "original-reviewer"


OWN_ROLES = frozenset({Role.AUTHOR, Role.EDITOR, Role.REVIEWER})
"""Roles of this site's own people, to whom the rules on conflicts of interest apply."""


@dataclass(frozen=True, slots=True)
class ConflictOfInterest:
    """What somebody declared, and when."""

    __pydantic_config__ = {"extra": "forbid"}

    statement: str
    declared_on: date


@dataclass(frozen=True, slots=True)
class Verification:
    """Who looked up somebody's credentials, where and when."""

    __pydantic_config__ = {"extra": "forbid"}

    verified_on: date
    by: str
    """The id of the person of the register who looked."""
    where: str
    """Where: a licensing board's register, the NPI registry."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named on a page; the file name is the id."""

    __pydantic_config__ = {"extra": "forbid"}

    name: str
    roles: tuple[Role, ...]
    credentials: str = ""
    """Letters after the name, such as MD or RN."""
    biography: str = ""
    as_stated_in: str = ""
    """Where the facts come from when this site did not check them itself."""
    organisation: bool = False
    orcid: str = ""
    npi: str = ""
    licence_number: str = ""
    licensed_by: str = ""
    conflict_of_interest: ConflictOfInterest | None = None
    reviews_as: tuple[str, ...] = ()
    """In which capacities a reviewer can sign: neurologist, nurse specialist."""
    credentials_expire_on: date | None = None
    """The last day on which the credentials hold; nothing can be signed after it."""
    credentials_verified: Verification | None = None
    """Who looked the credentials up, and when; nobody did while it is empty."""
    signing_keys: tuple[SigningKey, ...] = ()
    """Public OpenSSH keys of a reviewer, for sites that want signed reviews."""

    @property
    def full_name(self) -> str:
        """The name as it is printed, credentials included."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name
