"""The canonical text that was signed, kept beside its record: differences never need version control."""

from dataclasses import dataclass

from careleaf.model.digest import digest_of
from careleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class SignedText:
    """One kept text; the file's name is the digest it was signed under."""

    digest: str
    text: str
    location: Location

    @property
    def is_genuine(self) -> bool:
        """Whether the text still is the one its name stands for."""
        return digest_of(self.text) == self.digest
