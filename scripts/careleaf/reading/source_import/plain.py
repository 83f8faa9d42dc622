"""Text from outside as plain text: one line, no markup, no characters that hide or reorder others."""

import re
import unicodedata

from careleaf.model.hidden import hidden_characters
from careleaf.reading.source_import.entry import MAX_FIELD

_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]{0,200})?>", re.IGNORECASE)
"""The tags CSL allows in a title (https://docs.citationstyles.org, appendix "Rich Text")."""
_REORDERING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


class UnusableError(Exception):
    """An entry cannot be a source; the message is one sentence."""


def plain_text(value: object, key: str) -> str:
    """Return a value as one line of text; empty when there is none.

    Raises:
        UnusableError: the value is longer than any such value is, or holds no text.
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):  # Crossref's own JSON: the title is a list of titles
        return plain_text(value[0], key) if value and isinstance(value[0], str) else ""
    if not isinstance(value, str | int | float):
        raise UnusableError(f"Its `{key}` is not text.")
    text = str(value)
    if len(text) > MAX_FIELD:
        raise UnusableError(f"Its `{key}` is longer than {MAX_FIELD} characters.")
    return one_line(_MARKUP.sub("", text))


def one_line(text: str) -> str:
    """Join lines, and leave out control characters and those that turn the order of others around."""
    kept = (" " if c.isspace() else c for c in text if c not in _REORDERING and not _is_control(c))
    return _without_hidden(" ".join(unicodedata.normalize("NFC", "".join(kept)).split()))


def _without_hidden(text: str) -> str:
    """Leave out what no reader sees; a record may not hold it."""
    hidden = {offset for offset, _ in hidden_characters(text)}
    return "".join(c for offset, c in enumerate(text) if offset not in hidden) if hidden else text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Cn"} and not character.isspace()
