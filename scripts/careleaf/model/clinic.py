"""A clinic that hands out leaflets: what they say about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clinic:
    """One clinic; in docs/_data/clinics the file name is its id."""

    __pydantic_config__ = {"extra": "forbid"}

    name: str
    phone: str = ""
    """As patients should dial it."""
    hours: str = ""
    """When the telephone is answered."""
    address: str = ""
    website: str = ""
    logo: str = ""
    """A PNG, JPEG or SVG file, relative to docs."""
