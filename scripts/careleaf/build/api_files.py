"""Writes the JSON API, its schemas, its feed, and the resolver of diagnosis codes."""

import json
from collections.abc import Iterator

from careleaf.build.notices import shown
from careleaf.build.run import Run
from careleaf.channels.api.atom import FEED, changes_atom
from careleaf.channels.api.changes import CHANGES, all_changes, changes_json
from careleaf.channels.api.codes import code_files, codings
from careleaf.channels.api.topics import topics_json
from careleaf.channels.infobutton import infobutton_pages
from careleaf.model.api.document import FOLDER
from careleaf.model.library import Library
from careleaf.model.policy import Channel
from careleaf.reading.schemas import API_TYPES, schema_of


def api_files(run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of everything portals ask for by program, the pages themselves left out."""
    views = [shown(view, Channel.EMBED, run) for view in run.views.values()]
    yield f"{FOLDER}topics.json", topics_json(views, run.library).encode()
    yield from change_files(run, run.library)
    yield from _code_files(run)
    for name in API_TYPES:
        yield schema_path(name), f"{json.dumps(schema_of(f'api-{name}'), ensure_ascii=False, indent=1)}\n".encode()


def change_files(run: Run, library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield what happened on the site, as JSON, and as a feed where the site has an address.

    `library` is the run's own, or the one with the register as a release is about to write it.
    """
    changes = all_changes(run.views.values(), library, run.wording)
    yield CHANGES, changes_json(changes).encode()
    if library.site.url:
        yield FEED, changes_atom(changes, library, run.wording)


def schema_path(name: str) -> str:
    """Return where the schema of an API document lies, relative to the site."""
    return f"{FOLDER}schemas/{name}.schema.json"


def _code_files(run: Run) -> Iterator[tuple[str, bytes]]:
    found = codings(run.views.values(), run.library, run.wording)
    for path, text in code_files(found):
        yield path, text.encode()
    for address, html in infobutton_pages(found, run.library, run.templates, run.wording):
        yield f"{address}index.html", html.encode()
