"""doi.org: whether a DOI exists at all, whichever agency registered it (https://www.doi.org/doi-handbook/)."""

from urllib.parse import quote

from careleaf.model.source_check import Answer, Outcome, Told
from careleaf.registries.client import Client
from careleaf.registries.reply import UnansweredError

BASE = "https://doi.org"
_FOUND, _NO_SUCH_HANDLE, _NO_SUCH_VALUE, _NO_SUCH_PREFIX = 1, 100, 200, 301


def ask_doi_org(client: Client, doi: str, base: str = BASE) -> Told:
    """Ask about one DOI. Raises UnansweredError for every code that says neither yes nor no."""
    if {".", ".."} & set(doi.split("/")):
        raise UnansweredError("the DOI cannot be asked for: it has dots between slashes")
    reply = client.get_json(f"{base}/api/handles/{quote(doi, safe='/')}?type=URL")
    said = reply.json()
    code = said.get("responseCode") if isinstance(said, dict) else None
    if type(code) is not int:
        raise UnansweredError("doi.org's answer has an unexpected shape")
    if (reply.status, code) in ((200, _FOUND), (200, _NO_SUCH_VALUE), (404, _NO_SUCH_VALUE)):
        return Told(Answer(doi, Outcome.FOUND, reply.received_on))
    if (reply.status, code) in ((404, _NO_SUCH_HANDLE), (400, _NO_SUCH_PREFIX)):
        return Told(Answer(doi, Outcome.MISSING, reply.received_on))
    raise UnansweredError(f"doi.org answered with status {reply.status}")
