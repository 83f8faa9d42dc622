"""The digest of a canonical text: the short name of exact words."""

from hashlib import sha256

SCHEME = "c1"
"""The scheme of the canonical text; see `careleaf.model.canonical`."""


def digest_of(text: str) -> str:
    """Return the digest of a canonical text, scheme first."""
    return f"{SCHEME}-{sha256(text.encode()).hexdigest()}"
