"""The words the extension itself prints, in English; the MkDocs plugin passes those of the site's language."""

from collections.abc import Mapping

DEFAULT_WORDS: Mapping[str, str] = {
    "card-routine": "Routine",
    "card-urgent": "Urgent",
    "card-emergency": "Emergency",
    "card-region": "Phone numbers are for: {region}",
    "block-key-facts": "Key facts",
    "block-do": "Do",
    "block-dont": "Do not",
    "block-not-known": "What we do not know yet",
    "block-before-stopping": "Before you stop a medicine",
    "source-number": "Source {number}",
}
"""By key of templates/words; a test holds them equal to those."""
