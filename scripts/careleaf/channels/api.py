"""The JSON API, version 1: each topic page as data, with its text, its sources and the state of its wording.

Static files, so that any host serves them. What is said about review is what the website says, no more.
"""

import json
from collections.abc import Sequence

from careleaf.channels.embed_body import embed_body
from careleaf.channels.page_view import PageView
from careleaf.channels.source_list import SourceView
from careleaf.channels.structured_data import medical_web_page
from careleaf.model.library import Library

VERSION = "1"


def page_json(view: PageView, library: Library) -> str:
    """Return ``api/v1/pages/<page id>.json``."""
    page = view.page
    data = {
        **_summary(view, library),
        "version": VERSION,
        "mainMessage": view.main_message,
        "action": view.action,
        "generalInformation": view.review.general_information,
        "review": {fact.label: fact.text for fact in view.review.facts},
        "history": [{"on": str(event.day), "what": event.text} for event in view.review.history],
        "text": "\n".join(block.text for block in page.body.blocks if block.text),
        "html": embed_body(page, library.site),
        "sources": [_source(source) for source in view.sources],
        "structuredData": medical_web_page(view, library),
    }
    return _dump(data)


def topics_json(views: Sequence[PageView], library: Library) -> str:
    """Return ``api/v1/topics.json``: all topic pages, in reading order, by topic."""
    topics: dict[str, list[dict[str, object]]] = {}
    for view in views:
        topics.setdefault(view.page.topic, []).append(_summary(view, library))
    handouts = library.policy.value.handouts
    listed = [
        {
            "id": topic,
            "handouts": {edition.value: path for edition, path in handouts.paths(topic).items()} if topic else {},
            "pages": pages,
        }
        for topic, pages in topics.items()
    ]
    return _dump({"version": VERSION, "topics": listed})


def _summary(view: PageView, library: Library) -> dict[str, object]:
    page, state = view.page, view.state
    handouts = library.policy.value.handouts
    return {
        "id": page.id,
        "title": view.title,
        "description": page.front.value.description,
        "state": state.name.value,
        "stateInWords": f"{view.review.heading}. {view.review.meaning}",
        "digest": state.digest,
        "dueOn": state.due_on.isoformat() if state.due_on else None,
        "page": page.url,
        "handout": handouts.path(page.id),
        "handouts": {edition.value: path for edition, path in handouts.paths(page.id).items()},
        "embed": page.embed_url,
        "api": page.api_path,
    }


def _source(source: SourceView) -> dict[str, object]:
    return {
        "number": source.number,
        "key": source.key,
        "line": source.line,
        "address": source.address or None,
        "archived": source.archived or None,
        "checked": source.checked,
        "evidence": [{"id": e.id, "says": e.says, "readIn": e.read_in} for e in source.evidence],
    }


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
