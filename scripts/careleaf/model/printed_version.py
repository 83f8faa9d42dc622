"""Versions as they are printed: the first characters of a digest, enough to tell all wordings of a site apart."""

from collections.abc import Iterable

_PRINTED = 12
"""Characters: two of a million wordings have the same with a chance of less than 1 in 500."""


def printed_version(digest: str) -> str:
    """Return a digest as a handout prints it."""
    return digest.partition("-")[2][:_PRINTED]


def colliding_versions(digests: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of different digests that are printed alike: one address cannot speak for both."""
    first: dict[str, str] = {}
    pairs = []
    for digest in sorted(set(digests)):
        other = first.setdefault(printed_version(digest), digest)
        if other != digest:
            pairs.append((other, digest))
    return pairs
