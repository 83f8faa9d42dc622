"""The one door to PubMed and PubMed Central (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from careleaf.registries.client import Client
from careleaf.registries.reply import Reply, UnansweredError

BASE = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"


@dataclass(frozen=True, slots=True)
class Entrez:
    """How the door is knocked at: with a name, a contact, and a key where somebody has one."""

    client: Client
    email: str = ""
    api_key: str = ""
    base: str = BASE

    def ask(self, tool: str, **query: str) -> Reply:
        """Ask one of the E-utilities, such as ``esummary``; JSON unless the question says otherwise."""
        named = {"retmode": "json", "tool": "careleaf", "email": self.email, "api_key": self.api_key, **query}
        return self.client.get_json(f"{self.base}/{tool}.fcgi?{urlencode({k: v for k, v in named.items() if v})}")

    def summary(self, database: str, number: str, called: str) -> tuple[dict[str, Any] | None, date]:
        """Return the summary of one record, or None when there is no such number; and the day of the answer."""
        reply = self.ask("esummary", db=database, id=number)
        if reply.status != 200:
            raise UnansweredError(f"{called} answered with status {reply.status}")
        said = reply.json()
        result = said.get("result") if isinstance(said, dict) else None
        record = result.get(number) if isinstance(result, dict) else None
        if not isinstance(record, dict):
            raise UnansweredError(f"{called}'s record has an unexpected shape")
        if "cannot get document summary" in str(record.get("error", "")):
            return None, reply.received_on
        if "error" in record:
            raise UnansweredError(f"{called}'s record has an unexpected shape")
        return record, reply.received_on
