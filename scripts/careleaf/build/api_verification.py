"""The verifier of the API: each document is there, agrees with the pages, and no code opens what is held back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careleaf.build.run import Run
from careleaf.channels.api.atom import FEED
from careleaf.channels.api.changes import CHANGES
from careleaf.channels.api.codes import code_path, codings
from careleaf.channels.infobutton import MOST_LISTED, RESOLVER
from careleaf.channels.page_view import PageView
from careleaf.model.api.codes import CODES, SYSTEMS
from careleaf.model.api.document import FOLDER
from careleaf.model.policy import Channel
from careleaf.model.published import PublishedPage
from careleaf.reading.written_page import WrittenPage

_NOTHING: Any = {}


def api_faults(site_dir: Path, run: Run, resolver: WrittenPage | None) -> Iterator[str]:
    """Yield, in sentences, what is wrong with what portals ask for by program."""
    topics = _read(site_dir, f"{FOLDER}topics.json").get("topics", [])
    listed = {page["id"]: page for topic in topics for page in topic["pages"]}
    for view in run.views.values():
        yield from _page_faults(site_dir, view, listed.get(view.page.id))
    yield from _change_faults(site_dir, run)
    yield from _code_faults(site_dir, run)
    yield from _resolver_faults(run, resolver)


def _page_faults(site_dir: Path, view: PageView, listed: Any) -> Iterator[str]:
    documents = {f"{FOLDER}topics.json": listed, view.page.api_path: _read(site_dir, view.page.api_path)}
    for path, document in documents.items():
        if not document or (document["digest"], document["state"]) != (view.state.digest, view.state.name):
            yield f"{path} does not say in which wording and state {view.page.id} is."
    sections = documents[view.page.api_path].get("sections", [])
    if "\n".join(section["text"] for section in sections) != documents[view.page.api_path].get("text"):
        yield f"{view.page.api_path} has other words in its sections than in its text."


def _change_faults(site_dir: Path, run: Run) -> Iterator[str]:
    told = {(change["page"], change["on"]) for change in _read(site_dir, CHANGES).get("changes", [])}
    for view in run.views.values():
        entry = run.library.published.value.pages.get(view.page.url, PublishedPage())
        days = {version.released_on for version in entry.versions} | {entry.withdrawn_on}
        for day in sorted(filter(None, days)):
            if (view.page.url, str(day)) not in told:
                yield f"{CHANGES} does not tell what happened to {view.page.url} on {day}."
    if run.library.site.url and not (site_dir / FEED).is_file():
        yield f"{FEED} was not written."


def _code_faults(site_dir: Path, run: Run) -> Iterator[str]:
    """Hold every code's file against the pages: all of them are there, and answer with what may go out."""
    expected = {SYSTEMS}
    for coding in codings(run.views.values(), run.library, run.wording):
        expected.add(f"{CODES}{coding.system.name}/index.json")
        for code in (coding.code, *coding.system.broader(coding.code)):
            path = code_path(coding.system.name, code)
            expected.add(path)
            document = _read(site_dir, path)
            side = "heldBack" if coding.held_back else "pages"
            if coding.view.page.id not in {page["id"] for page in document.get(side, [])}:
                yield f"{path} does not name {coding.view.page.id} where it should."
            yield from _opened_faults(path, document, run)
    there = {file.relative_to(site_dir).as_posix() for file in (site_dir / CODES).rglob("*") if file.is_file()}
    yield from (f"{path} is missing, or answers a code no page has." for path in sorted(expected ^ there))


def _opened_faults(path: str, document: Any, run: Run) -> Iterator[str]:
    policy = run.library.policy.value
    for page in document.get("pages", []):
        view = run.views.get(page["id"])
        if view is None or not all(policy.allows(one, view.state.name) for one in (Channel.CODES, Channel.SITE)):
            yield f"{path} opens {page['id']}, which policy holds back."


def _resolver_faults(run: Run, resolver: WrittenPage | None) -> Iterator[str]:
    if resolver is None:
        yield f"{RESOLVER} was not written."
        return
    found = codings(run.views.values(), run.library, run.wording)
    for coding in found if len(found) <= MOST_LISTED else ():
        if f"({coding.system.title} {coding.code})" not in resolver.text:
            yield f"{RESOLVER} does not list {coding.code} of {coding.view.page.id}."


def _read(site_dir: Path, path: str) -> Any:
    try:
        return json.loads((site_dir / path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return _NOTHING
