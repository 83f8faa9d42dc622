"""Web addresses on paper: a small letter beside the link's words, and the address beside that letter in a list."""

import re
from dataclasses import dataclass, field

_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def printed_address(url: str) -> str:
    """Return an address as people type it: without ``https://`` and the slash at its end."""
    return _SCHEME.sub("", url, count=1).removesuffix("/")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one handout, each once, in order of first use."""

    marks: dict[str, str] = field(default_factory=dict)
    """The letter of each address."""

    def mark(self, url: str) -> str:
        """Return the letter of an address, a new one at its first use: a to z, then aa and so on."""
        return self.marks.setdefault(url, _letters(len(self.marks)))

    def listed(self) -> list[dict[str, str]]:
        """Return the list that is printed."""
        return [{"mark": mark, "url": url, "address_text": printed_address(url)} for url, mark in self.marks.items()]


def _letters(index: int) -> str:
    before, last = divmod(index, len(_LETTERS))
    return (_letters(before - 1) if before else "") + _LETTERS[last]
