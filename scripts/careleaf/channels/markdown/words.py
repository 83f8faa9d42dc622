"""The words the extension itself prints, in English; the MkDocs plugin passes those of the site's language."""

from collections.abc import Mapping

DEFAULT_WORDS: Mapping[str, str] = {
    "card-routine": "Routine",
    "card-urgent": "Urgent",
    "card-emergency": "Emergency",
    "card-region": "Phone numbers are for: {region}",
    "source-number": "Source {number}",
}
"""By key of templates/words; a test holds them equal to those."""
