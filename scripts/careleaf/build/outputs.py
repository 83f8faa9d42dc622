"""Writes the channels that stand beside the website: handouts, embeds and the API."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from careleaf.build.api_files import api_files
from careleaf.build.handouts import handout_orders, handout_paths
from careleaf.build.kept_loaders import kept_loaders
from careleaf.build.notices import shown
from careleaf.build.page_channels import beside
from careleaf.build.run import Run
from careleaf.build.section_embeds import section_embeds
from careleaf.build.workshop import Order, Task
from careleaf.channels.embed import embed_page
from careleaf.channels.handout.compile import printed
from careleaf.channels.oembed import oembed_json, oembed_path
from careleaf.model.policy import Channel

_PRINT = Task("print-handout", printed)


def write_outputs(run: Run, site_dir: str) -> None:
    """Write the embed, handout and JSON of every topic page, or the notice in its place."""
    _write(chain(_embeds(run), kept_loaders(run), printed_handouts(run), api_files(run), _oembed(run)), Path(site_dir))


def write_handout_free_outputs(run: Run, site_dir: Path) -> None:
    """Write what `write_outputs` does, handouts left out: a preview makes those one by one."""
    _write(chain(_embeds(run), kept_loaders(run), api_files(run), _oembed(run)), site_dir)


def handout_at(path: str, run: Run) -> bytes | None:
    """Return the handout of a path below the site; None when there is none."""
    order = next((order for known, order in handout_orders(run) if known == path), None)
    return None if order is None else run.workshop.one(_PRINT, order)


def _write(made: Iterable[tuple[str, bytes]], root: Path) -> None:
    for path, content in made:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _embeds(run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield each page as embed and as data, and the embeds of single sections."""
    for whole in run.views.values():
        view = shown(whole, Channel.EMBED, run)
        made = beside(view, run)
        yield f"{view.page.embed_url}index.html", made.embed.encode()
        yield view.page.api_path, made.api.encode()
    for part, view in section_embeds(run):
        yield f"{part.address}index.html", embed_page(view, run.library, run.templates, run.wording, part).encode()


def _oembed(run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield what editors ask for when somebody pastes a page's address; a site without an address has none."""
    for view in run.views.values() if run.site.url else ():
        yield oembed_path(view.page), oembed_json(view, run.library).encode()


def begin_handouts(run: Run) -> None:
    """Let the workers start on the handouts while MkDocs still writes the website."""
    run.workshop.renew()
    run.workshop.feed(_PRINT, (order for _, order in handout_orders(run)))


def printed_handouts(run: Run) -> Iterator[tuple[str, bytes]]:
    """Yield every handout; what they say is gathered a little ahead of the press, which bounds the memory."""
    paths: deque[str] = deque()

    def noted() -> Iterator[Order]:
        for path, order in handout_orders(run):
            paths.append(path)
            yield order

    number = sum(1 for _ in handout_paths(run))
    for pdf in run.workshop.each(_PRINT, noted(), number):
        yield paths.popleft(), pdf
