"""Finds the work that an identifier or an address names, and describes it as fully as the registries can.

A DOI is asked of Crossref, then of DataCite; PubMed adds its own numbers and what kind of publication it is. A number
of PubMed leads to the DOI where there is one: Crossref knows given names and whole titles.
"""

from collections.abc import Callable, Iterable
from typing import Any

from careleaf.model.source_check import NoticeKind
from careleaf.model.work_id import IdKind, WorkId
from careleaf.registries import crossref, datacite
from careleaf.registries.all_registries import Registries
from careleaf.registries.items.book_item import find_book
from careleaf.registries.items.crossref_item import crossref_item
from careleaf.registries.items.datacite_item import datacite_item
from careleaf.registries.items.item import FoundWork, with_own
from careleaf.registries.items.page_item import page_item, page_work_id
from careleaf.registries.items.pubmed_item import kind_of, pubmed_item
from careleaf.registries.pubmed import article_id, notices_of
from careleaf.registries.reply import UnansweredError
from careleaf.registries.web_page import refuse_walls, says_it_is_none

Record = dict[str, Any]


class WorkFinder:
    """Asks the registries about new works."""

    def __init__(self, registries: Registries) -> None:
        self._registries = registries

    def find(self, work: WorkId) -> FoundWork | None:
        """Return the work, or None when no registry knows it. Raises UnansweredError when that cannot be told."""
        ways: dict[IdKind, Callable[[str], FoundWork | None]] = {
            IdKind.DOI: self._by_doi,
            IdKind.PMID: self._by_pmid,
            IdKind.PMCID: self._by_pmcid,
            IdKind.ISBN: lambda isbn: find_book(self._registries.client, isbn, self._registries.at.open_library),
            IdKind.URL: self._by_address,
        }
        return ways[work.kind](work.value)

    def _by_doi(self, doi: str) -> FoundWork | None:
        found = self._described(doi)
        if found is None:
            return None
        record = self._in_pubmed(doi)
        return _joined(found, record) if record else found

    def _by_pmid(self, pmid: str) -> FoundWork | None:
        record, _ = self._registries.entrez.summary("pubmed", pmid, "PubMed")
        return self._of_record(record, "PubMed") if record else None

    def _by_pmcid(self, pmcid: str) -> FoundWork | None:
        record, _ = self._registries.entrez.summary("pmc", pmcid.removeprefix("PMC"), "PubMed Central")
        if record is None:
            return None
        pmid = article_id(record, "pmid")
        if pmid.strip("0"):
            return self._by_pmid(pmid)
        found = self._of_record(record, "PubMed Central")
        return FoundWork({**found.item, "PMCID": pmcid}, found.told_by, found.notes)

    def _by_address(self, address: str) -> FoundWork | None:
        page = self._registries.client.ask_page("GET", address.partition("#")[0])
        refuse_walls(page)
        if page.status in {404, 410}:
            return None
        if page.status != 200:
            raise UnansweredError(f"the page answered with status {page.status}")
        named = page_work_id(page)
        if named and (found := self.find(named)):
            return FoundWork({**found.item, "URL": address}, f"{found.told_by}, as its page names it", found.notes)
        found = page_item(page)
        return None if found is None or says_it_is_none(str(found.item["title"])) else found

    def _of_record(self, record: Record, called: str) -> FoundWork:
        """Describe a work that PubMed knows, in Crossref's words where it has some."""
        doi = article_id(record, "doi")
        try:
            found = self._described(doi) if doi else None
        except UnansweredError:
            found = None  # PubMed's own words are enough
        return _joined(found or FoundWork(pubmed_item(record), called, _fate(record)), record, called)

    def _described(self, doi: str) -> FoundWork | None:
        client, at = self._registries.client, self._registries.at
        work, _ = crossref.fetch_work(client, doi, self._registries.email, at.crossref)
        if work is not None:
            return FoundWork(crossref_item(work), "Crossref", _told(crossref.notices_of(work, doi), "Crossref"))
        work, _ = datacite.fetch_work(client, doi, at.datacite)
        return FoundWork(datacite_item(work), "DataCite") if work is not None else None

    def _in_pubmed(self, doi: str) -> Record | None:
        """Return PubMed's record of a DOI; without one, or without an answer, the work is described well enough."""
        try:
            found = self._registries.entrez.ask("esearch", db="pubmed", term=f'"{doi}"[AID]')
            listed = found.json()["esearchresult"]["idlist"] if found.status == 200 else []
            record = self._registries.entrez.summary("pubmed", str(listed[0]), "PubMed")[0] if listed else None
        except (UnansweredError, KeyError, TypeError, IndexError):
            return None
        return record if record and article_id(record, "doi").casefold() == doi.casefold() else None


def _joined(found: FoundWork, record: Record, called: str = "PubMed") -> FoundWork:
    """Add PubMed's numbers and kind to what is known of a work."""
    numbers = {"PMID": article_id(record, "pubmed"), "PMCID": article_id(record, "pmc")}
    item = with_own({**found.item, **{k: v for k, v in numbers.items() if v}}, kind=kind_of(record))
    told_by = found.told_by if found.told_by == called else f"{found.told_by} and {called}"
    return FoundWork(item, told_by, tuple(dict.fromkeys([*found.notes, *_fate(record)])))


def _fate(record: Record) -> tuple[str, ...]:
    try:
        return _told(notices_of(record), "PubMed")
    except UnansweredError:
        return ()


def _told(notices: Iterable[Any], called: str) -> tuple[str, ...]:
    words = {
        NoticeKind.RETRACTION: "it was taken back",
        NoticeKind.CONCERN: "there is a concern about it",
        NoticeKind.CORRECTION: "it was corrected",
        NoticeKind.NEW_VERSION: "there is a newer version",
        NoticeKind.IS_NOTICE: "it is itself a notice about another work",
        NoticeKind.UNKNOWN: "there is an update of a kind we do not know",
    }
    return tuple(dict.fromkeys(f"{called} says that {words[notice.kind]}." for notice in notices))
