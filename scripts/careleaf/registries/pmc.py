"""PubMed Central, about works that only its number names.

Its own record says nothing of retractions. It names the work's PubMed number, and PubMed does.
"""

from dataclasses import replace

from careleaf.model.identifiers import pmid_problem
from careleaf.model.source_check import Answer, Outcome, Told
from careleaf.registries.crossref import title_notices
from careleaf.registries.entrez import Entrez
from careleaf.registries.plain import plain_line
from careleaf.registries.pubmed import article_id, ask_pubmed, first_author, years_of
from careleaf.registries.reply import UnansweredError


def ask_pmc(entrez: Entrez, pmcid: str, *, wants_text: bool = False) -> Told:
    """Ask about one PMCID. Raises UnansweredError unless the answer can be understood as a whole."""
    record, seen_on = entrez.summary("pmc", pmcid.removeprefix("PMC"), "PubMed Central")
    if record is None:
        return Told(Answer(pmcid, Outcome.MISSING, seen_on))
    title = plain_line(record.get("title"))
    if not title:
        raise UnansweredError("PubMed Central's record has an unexpected shape")
    pmid = article_id(record, "pmid")
    if pmid_problem(pmid) is None:
        told = ask_pubmed(entrez, pmid, wants_text=wants_text)
        if told.answer.outcome is Outcome.FOUND:
            seen_on = min(seen_on, told.answer.checked_on)
            return replace(told, answer=replace(told.answer, asked=pmcid, checked_on=seen_on, pmid=pmid))
    doi, notices = article_id(record, "doi"), tuple(title_notices(title))
    return Told(Answer(pmcid, Outcome.FOUND, seen_on, title, first_author(record), years_of(record), doi, "", notices))
