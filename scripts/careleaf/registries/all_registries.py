"""Asks each registry its question, and turns silence into an answer that says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from careleaf.model.registry import Registry
from careleaf.model.source_check import Answer, Outcome, Told
from careleaf.model.source_question import Question
from careleaf.registries import archive, crossref, datacite, doi_org, entrez
from careleaf.registries.archive import ask_archive
from careleaf.registries.client import Client
from careleaf.registries.crossref import ask_crossref
from careleaf.registries.datacite import ask_datacite
from careleaf.registries.doi_org import ask_doi_org
from careleaf.registries.entrez import Entrez
from careleaf.registries.items import book_item
from careleaf.registries.pmc import ask_pmc
from careleaf.registries.pubmed import ask_pubmed
from careleaf.registries.reply import UnansweredError
from careleaf.registries.web_page import ask_page


@dataclass(frozen=True)
class Addresses:
    """Where the registries are; tests put their own there."""

    crossref: str = crossref.BASE
    datacite: str = datacite.BASE
    doi_org: str = doi_org.BASE
    entrez: str = entrez.BASE
    archive: str = archive.BASE
    open_library: str = book_item.BASE


@dataclass(frozen=True)
class Registries:
    """The registries, and how they are greeted."""

    client: Client
    email: str = ""
    """The contact registries ask for; empty when there is none."""
    api_key: str = ""
    """A key for PubMed, which then allows more questions a second."""
    at: Addresses = field(default_factory=Addresses)

    def ask(self, question: Question, today: date) -> Told:
        """Return a registry's answer; `unchecked`, with the reason, when there is none."""
        client, asked = self.client, question.asked
        ways: dict[Registry, Callable[[], Told]] = {
            Registry.CROSSREF: lambda: ask_crossref(client, asked, self.email, self.at.crossref),
            Registry.DATACITE: lambda: ask_datacite(client, asked, self.at.datacite),
            Registry.DOI_ORG: lambda: ask_doi_org(client, asked, self.at.doi_org),
            Registry.PUBMED: lambda: ask_pubmed(self.entrez, asked, wants_text=question.wants_text),
            Registry.PMC: lambda: ask_pmc(self.entrez, asked, wants_text=question.wants_text),
            Registry.WEB: lambda: ask_page(client, asked),
            Registry.ARCHIVE: lambda: ask_archive(client, asked, question.read_on, self.at.archive),
        }
        try:
            told = ways[question.registry]()
        except UnansweredError as error:
            client.forget()
            return Told(Answer(asked, Outcome.UNCHECKED, today, tried_on=today, why=str(error)))
        client.remember()
        return told

    @property
    def entrez(self) -> Entrez:
        """The door to PubMed and PubMed Central."""
        return Entrez(self.client, self.email, self.api_key, self.at.entrez)
