"""What a topic page is about."""

from enum import StrEnum


class PageType(StrEnum):
    """A page with a type is a topic page: reviewed, printed, embedded. Without one it is a site page."""

    CONDITION = "condition"
    SYMPTOM = "symptom"
    TREATMENT = "treatment"
    LIFESTYLE = "lifestyle"
    SUPPORT = "support"
