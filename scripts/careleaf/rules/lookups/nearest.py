"""The word an author may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a sentence that names the nearest known word, or the other advice when none is near."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean `{close[0]}`?" if close else otherwise
