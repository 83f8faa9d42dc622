"""When two records describe one work."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from careleaf.model.source import Source


def identities(source: Source) -> Iterator[tuple[str, str]]:
    """Yield everything that names one work and no other: what it is called, and its value."""
    if source.doi:
        yield "DOI", source.doi.lower()
    if source.pmid:
        yield "PMID", source.pmid
    if source.pmcid:
        yield "PMCID", source.pmcid.upper()
    if source.isbn and source.type != "chapter":
        yield "ISBN", re.sub(r"[\s-]", "", source.isbn)
    if source.url and not source.page:
        yield "url", re.sub(r"^https?://(?:www\.)?|/$", "", source.url.lower())
    if source.title and source.issued:
        yield "title and year", f"{folded(source.title)} {source.issued[:4]}"


def known_as(source: Source, register: Mapping[str, Source]) -> tuple[str, str] | None:
    """Return the key of the record of the same work, and what both have in common."""
    wanted = set(identities(source))
    for key, known in register.items():
        shared = next((pair for pair in identities(known) if pair in wanted), None)
        if shared and not differ(source, known):
            return key, shared[0]
    return None


def differ(one: Source, other: Source) -> bool:
    """Tell whether something says that two works with one title are two."""
    return any(
        a and b and folded(a) != folded(b)
        for a, b in (
            (one.doi, other.doi),
            (one.pmid, other.pmid),
            (one.publisher, other.publisher),
            (one.container_title, other.container_title),
        )
    ) and not _share_an_identifier(one, other)


def _share_an_identifier(one: Source, other: Source) -> bool:
    named = {pair for pair in identities(one) if pair[0] != "title and year"}
    return bool(named & set(identities(other)))


def folded(text: str) -> str:
    """Return a title's words without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))
