"""Writes the pages behind printed versions and moved addresses, so that they always answer."""

from itertools import chain
from pathlib import Path

from careleaf.build.run import Run
from careleaf.channels.exports.versions import moved_pages, version_pages


def write_version_pages(run: Run, site: Path) -> None:
    """Write what became of each version ever released, and of each address that moved."""
    versions = version_pages(run.views, run.library, run.templates, run.wording)
    for address, html in chain(versions, moved_pages(run.library, run.templates, run.wording)):
        file = site / (address if address.endswith(".html") else f"{address}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8", newline="\n")
