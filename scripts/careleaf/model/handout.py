"""Which handouts a site makes: editions, the clinic they name, a line for the patient's name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Edition(StrEnum):
    """One make-up of a handout."""

    A4 = "a4"
    LETTER = "letter"
    LARGE_PRINT = "large-print"

    def path(self, name: str) -> str:
        """Return where the handout of a page or topic lies, relative to the site; A4 is the plain name."""
        return f"handouts/{name}.pdf" if self is Edition.A4 else f"handouts/{name}-{self.value}.pdf"


class Paper(StrEnum):
    """The size of a handout's sheet (ISO 216, ANSI/ASME Y14.1), by the names Typst has for them."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class HandoutFont:
    """A typeface of the publisher's own, for a script that ours do not have."""

    __pydantic_config__ = {"extra": "forbid"}

    files: tuple[str, ...]
    """TTF or OTF files in docs/_data/fonts: regular, and bold if there is one."""
    licence: str
    """Under which licence it may be embedded in handouts: SIL Open Font License 1.1."""
    languages: tuple[str, ...] = ()
    """Languages (BCP 47) whose text is set in it first; any other text takes from it what ours lack."""

    def __post_init__(self) -> None:
        """Refuse what is no file name in that folder, and a typeface without files or licence. Raises ValueError."""
        if not self.files or not all(_FONT_FILE.fullmatch(name) for name in self.files):
            raise ValueError("`files` has to name TTF or OTF files in docs/_data/fonts, without a folder")
        if not self.licence.strip():
            raise ValueError("`licence` has to say under which licence the typeface may be embedded")


_FONT_FILE = re.compile(r"[^/\\\x00-\x1f]+\.(?:ttf|otf)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HandoutPolicy:
    """Which handouts are made, and what stands on them beside the page."""

    __pydantic_config__ = {"extra": "forbid"}

    editions: tuple[Edition, ...] = (Edition.A4,)
    """The editions made of every page and topic; the website links the first one first."""
    clinic: str = ""
    """The clinic named on every handout: a file name in docs/_data/clinics, without its ending."""
    fonts: tuple[HandoutFont, ...] = ()
    """Typefaces of the publisher's own, for scripts that ours do not have."""
    name_line: bool = False
    """Whether a blank line for the patient's name stands at the top; it is never filled in here."""

    def __post_init__(self) -> None:
        """Refuse a site without any edition, or with one named twice."""
        if not self.editions or len(set(self.editions)) < len(self.editions):
            raise ValueError("name at least one edition, and each once")

    def path(self, name: str) -> str:
        """Return where the first edition of a page's or topic's handout lies, relative to the site."""
        return self.editions[0].path(name)

    def paths(self, name: str) -> Mapping[Edition, str]:
        """Return where each edition lies, relative to the site."""
        return {edition: edition.path(name) for edition in self.editions}

    def paper(self, edition: Edition) -> Paper:
        """Return an edition's sheet; large print comes on the sheet of the first other edition."""
        others = [other for other in (edition, *self.editions) if other is not Edition.LARGE_PRINT]
        return Paper.LETTER if others[:1] == [Edition.LETTER] else Paper.A4
