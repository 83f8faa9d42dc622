"""What registries said about each source, for the rules that read it."""

from collections.abc import Iterator

from careleaf.model.evidence_look import Look, wording_of
from careleaf.model.finding import Location
from careleaf.model.library import Library
from careleaf.model.record import Record
from careleaf.model.registry import Registry
from careleaf.model.source import Source
from careleaf.model.source_check import Answer, NoticeKind

_FIELDS = {
    Registry.CROSSREF: "DOI",
    Registry.DATACITE: "DOI",
    Registry.DOI_ORG: "DOI",
    Registry.PUBMED: "PMID",
    Registry.PMC: "PMCID",
    Registry.WEB: "url",
    Registry.ARCHIVE: "url",
}


def registry_answers(library: Library) -> Iterator[tuple[Record[Source], Registry, Answer]]:
    """Yield each answer that is about a source as it is recorded now."""
    return iter(library.registry_answers)


def registry_notices(library: Library, *kinds: NoticeKind) -> Iterator[tuple[Record[Source], Registry, str]]:
    """Yield each notice of some kinds, told in words that end a sentence: word, DOI, day."""
    for source, registry, answer in registry_answers(library):
        for notice in answer.notices_of(*kinds):
            details = ", ".join(filter(None, (notice.doi, notice.dated)))
            word = notice.word.replace("_", " ")
            yield source, registry, f"`{word}` ({details})" if details else f"`{word}`"


def evidence_looks(library: Library) -> Iterator[tuple[Record[Source], Registry, Look]]:
    """Yield each look for evidence that is still worded as it was looked for."""
    for source, registry, answer in registry_answers(library):
        wordings = {key: wording_of(evidence) for key, evidence in source.value.evidence.items()}
        for look in answer.looks:
            if wordings.get(look.evidence) == look.wording:
                yield source, registry, look


def copy_of(library: Library, source: Record[Source]) -> str:
    """Return the archived copy that the Wayback Machine named, or the words for any."""
    known = library.answers.about(source.id, source.value).get(Registry.ARCHIVE)
    return known.copy if known and known.copy else "a copy"


def place_of(source: Record[Source], registry: Registry) -> Location:
    """Return where the record names what the registry was asked about."""
    return source.at(_FIELDS[registry])


def asked_as(registry: Registry, answer: Answer) -> str:
    """Return the identifier with its kind."""
    return f"{_FIELDS[registry]} `{answer.asked}`"
