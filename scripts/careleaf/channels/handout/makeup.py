"""How a handout is made up: for which sheet, with whose name on it."""

from dataclasses import dataclass

from careleaf.model.clinic import Clinic
from careleaf.model.handout import Edition, HandoutPolicy, Paper


@dataclass(frozen=True, slots=True)
class Makeup:
    """One edition for one clinic."""

    edition: Edition = Edition.A4
    paper: Paper = Paper.A4
    clinic: Clinic | None = None
    logo: bytes = b""
    """What the clinic's logo file holds; empty when it has none."""
    name_line: bool = False


def makeup(edition: Edition, policy: HandoutPolicy, clinic: Clinic | None = None, logo: bytes = b"") -> Makeup:
    """Return how the policy wants an edition made up."""
    return Makeup(edition, policy.paper(edition), clinic, logo, policy.name_line)
