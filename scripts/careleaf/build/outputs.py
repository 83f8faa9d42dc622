"""Writes the channels that stand beside the website: handouts and embeds."""

from collections.abc import Iterator
from pathlib import Path

from careleaf.build.assembly import page_pictures
from careleaf.build.run import Run
from careleaf.channels.embed import embed_page
from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.document import page_handout, topic_handout
from careleaf.channels.notice import is_held_back
from careleaf.channels.page_view import PageView
from careleaf.model.policy import Channel


def write_outputs(run: Run, site_dir: str) -> None:
    """Write every embed and handout that policy lets out."""
    root = Path(site_dir)
    for path, content in (*_embeds(run), *_handouts(run)):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _allowed(run: Run, channel: Channel) -> list[PageView]:
    return [view for view in run.views.values() if not is_held_back(view, run.library, channel)]


def _embeds(run: Run) -> Iterator[tuple[str, bytes]]:
    for view in _allowed(run, Channel.EMBED):
        html = embed_page(view, run.library, run.templates, run.wording)
        yield f"{view.page.embed_url}index.html", html.encode()


def _handouts(run: Run) -> Iterator[tuple[str, bytes]]:
    allowed = _allowed(run, Channel.HANDOUT)
    for view in allowed:
        pictures = page_pictures(view.page.body, view.page, run.pictures)
        yield view.page.handout_path, render_pdf(page_handout(view, run.library, run.wording, pictures))
    for topic in run.library.topics:
        views = [view for view in allowed if view.page.topic == topic]
        if topic and views:
            yield f"handouts/{topic}.pdf", render_pdf(_topic_handout(run, views))


def _topic_handout(run: Run, views: list[PageView]) -> dict[str, object]:
    first = next((view for view in views if view.page.is_topic_index), views[0])
    pictures: dict[str, bytes] = {}
    for view in views:
        pictures.update(page_pictures(view.page.body, view.page, run.pictures))
    return topic_handout(first.title, views, run.library, run.wording, pictures)
