"""The typefaces that policy names for the handouts, from docs/_data/fonts: a bad one is a finding, with its reason."""

from pathlib import Path

from careleaf.channels.handout.typefaces import typeface
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.handout import HandoutFont
from careleaf.model.policy import Policy
from careleaf.model.record import Record
from careleaf.model.typeface import Typeface

_MOST_BYTES = 40_000_000
"""Of one file: a typeface with all Chinese characters has 10 to 20 million."""
_MOST_FILES = 12
_ADVICE = "Put a TTF or OTF file there, and name it in `fonts` of `handouts`."


def named_typefaces(policy: Record[Policy], folder: Path) -> tuple[tuple[Typeface, ...], list[Fault]]:
    """Return the typefaces that can be used, and a fault for each that cannot."""
    named = policy.value.handouts.fonts
    place = policy.at("handouts.fonts")
    if sum(len(font.files) for font in named) > _MOST_FILES:
        return (), [_fault(f"More than {_MOST_FILES} files of typefaces are named", place)]
    found: list[Typeface] = []
    faults: list[Fault] = []
    for font in named:
        try:
            found.append(_typeface(font, folder))
        except (OSError, ValueError) as fault:
            faults.append(_fault(f"The typeface of `{font.files[0]}` cannot be used: {_why(fault, font)}", place))
    return tuple(found), faults


def _typeface(font: HandoutFont, folder: Path) -> Typeface:
    for name in font.files:
        file = folder / name
        if file.is_symlink() or not file.is_file():
            raise ValueError(f"there is no file docs/_data/fonts/{name}")
        if file.stat().st_size > _MOST_BYTES:
            raise ValueError(f"`{name}` has more than {_MOST_BYTES // 1_000_000} MB")
    return typeface(folder.resolve(), font.files, font.languages)


def _why(fault: OSError | ValueError, font: HandoutFont) -> str:
    return f"{font.files[0]} cannot be read" if isinstance(fault, OSError) else str(fault)


def _fault(message: str, place: Location) -> Fault:
    return Fault(FaultKind.UNUSABLE_TYPEFACE, Finding(place, f"{message}.", _ADVICE))
