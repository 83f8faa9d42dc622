"""One page as a portal takes it in: its address, its state, its people and its files.

Once a page went out as an import, it stays one for ever: a portal that took it in has to learn that it was changed,
or withdrawn. What may not go out now stays without its words, its people and its files.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from urllib.parse import quote

from careleaf.channels.page_view import PageView
from careleaf.model.state_name import NEVER_SHOWN, StateName

_PLAIN = re.compile(r"[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*")
_MOST = 60
"""Characters of an id; FHIR allows 64 (https://hl7.org/fhir/R4/datatypes.html#id)."""


class Stage(Enum):
    """How far a material may be used: FHIR's status of Library and DocumentReference, and docStatus."""

    REVIEWED = ("active", "current", "final")
    PRELIMINARY = ("draft", "current", "preliminary")
    RETIRED = ("retired", "superseded", "")

    @property
    def library(self) -> str:
        """`Library.status`."""
        return self.value[0]

    @property
    def document(self) -> str:
        """`DocumentReference.status`."""
        return self.value[1]

    @property
    def wording(self) -> str:
        """`DocumentReference.docStatus`; empty for none."""
        return self.value[2]


def stage_of(state: StateName) -> Stage:
    """Return the stage of a page's state: only what a clinician signed, and is not due, is final."""
    if state in NEVER_SHOWN:
        return Stage.RETIRED
    return Stage.REVIEWED if state is StateName.REVIEWED else Stage.PRELIMINARY


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of a material, as it lies in the finished site."""

    address: str
    """Relative to the site."""
    kind: str
    """Its media type."""
    content: bytes

    @property
    def sha1(self) -> str:
        """FHIR R4 names SHA-1 for `Attachment.hash`; SHA-256 of every file stands in the site's list of files."""
        return base64.b64encode(hashlib.sha1(self.content, usedforsecurity=False).digest()).decode()


@dataclass(frozen=True, slots=True)
class Material:
    """One page as a portal takes it in."""

    url: str
    """The page's address, relative to the site."""
    title: str
    said: str
    """Its state, in words."""
    stage: Stage
    day: date
    """The day it became what it is: reviewed, changed or withdrawn."""
    replaced_by: str = ""
    """The full address of the page that takes its place."""
    view: PageView | None = None
    """The page; None when its words may not go out."""
    attached: tuple[Attached, ...] = ()

    @property
    def id(self) -> str:
        """The id of its resources: the same in every release, whatever becomes of the page."""
        name = self.url.strip("/") or "home"
        if _PLAIN.fullmatch(name) and len(name) <= _MOST:
            return name.replace("/", ".")
        return f"page-{hashlib.sha256(self.url.encode()).hexdigest()[:32]}"


def full_address(address: str, site_url: str) -> str:
    """Return an address of the site in full, as a URL."""
    return site_url + quote(address, safe="/~#")
