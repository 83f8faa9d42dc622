"""What is asked about a source, and of whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careleaf.model.registry import Registry
from careleaf.model.source import Source


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one registry."""

    registry: Registry
    asked: str
    read_on: date
    """The day the editor read the work: the archived copy wanted is the one of that day."""
    wants_text: bool = False
    """Whether evidence is to be looked for in the text, if one more question brings it."""


def questions(source: Source) -> Mapping[Registry, str]:
    """Return whom a source can be asked about, and by what; an address only where there is no identifier."""
    asked = {Registry.CROSSREF: source.doi, Registry.PUBMED: source.pmid}
    if not source.pmid:
        asked[Registry.PMC] = source.pmcid
    if not (source.doi or source.pmid or source.pmcid):
        asked[Registry.WEB] = source.url
    return {registry: value for registry, value in asked.items() if value}


def suggestions(source: Source) -> Mapping[Registry, str]:
    """Return who can be asked for help with a source; no answer is needed."""
    return {Registry.ARCHIVE: source.url} if source.is_only_a_page and not source.archived else {}
