"""The services outside that are asked about sources."""

from enum import StrEnum


class Registry(StrEnum):
    """Whom a source is asked about."""

    CROSSREF = "crossref"
    DOI_ORG = "doi_org"
    PUBMED = "pubmed"
    WEB = "web"
    """The source's own page."""
    DATACITE = "datacite"
    PMC = "pmc"
    """PubMed Central, about works that only its number names."""
    ARCHIVE = "archive"
    """The Wayback Machine: it only suggests a copy, and its silence means nothing."""

    @property
    def called(self) -> str:
        """Its name as readers know it."""
        return _CALLED[self]

    @property
    def next(self) -> "Registry | None":
        """Who is asked about a DOI that this one does not hold."""
        return {Registry.CROSSREF: Registry.DATACITE, Registry.DATACITE: Registry.DOI_ORG}.get(self)


_CALLED = {
    Registry.CROSSREF: "Crossref",
    Registry.DOI_ORG: "doi.org",
    Registry.PUBMED: "PubMed",
    Registry.WEB: "its page",
    Registry.DATACITE: "DataCite",
    Registry.PMC: "PubMed Central",
    Registry.ARCHIVE: "the Wayback Machine",
}
