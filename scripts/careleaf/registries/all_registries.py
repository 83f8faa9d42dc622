"""Asks each registry its question, and turns silence into an answer that says so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from careleaf.model.source_check import Answer, Outcome, Registry
from careleaf.registries import crossref, doi_org, pubmed
from careleaf.registries.client import Client, UnansweredError
from careleaf.registries.crossref import ask_crossref
from careleaf.registries.doi_org import ask_doi_org
from careleaf.registries.pubmed import ask_pubmed
from careleaf.registries.web_page import ask_page


@dataclass(frozen=True)
class Registries:
    """The registries at their addresses; tests put their own there."""

    client: Client
    email: str = ""
    """The contact registries ask for; empty when policy has none."""
    crossref: str = crossref.BASE
    doi_org: str = doi_org.BASE
    pubmed: str = pubmed.BASE

    def ask(self, registry: Registry, asked: str, today: date) -> Answer:
        """Return a registry's answer; `unchecked`, with the reason, when there is none."""
        question: Callable[[], Answer] = {
            Registry.CROSSREF: lambda: ask_crossref(self.client, asked, today, self.email, self.crossref),
            Registry.DOI_ORG: lambda: ask_doi_org(self.client, asked, today, self.doi_org),
            Registry.PUBMED: lambda: ask_pubmed(self.client, asked, today, self.email, self.pubmed),
            Registry.WEB: lambda: ask_page(self.client, asked, today),
        }[registry]
        try:
            return question()
        except UnansweredError as error:
            return Answer(asked, Outcome.UNCHECKED, today, tried_on=today, why=str(error))
