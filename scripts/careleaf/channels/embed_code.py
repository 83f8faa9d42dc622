"""What a portal team pastes to show a page: a plain frame, or the loader, pinned by its hash."""

from dataclasses import dataclass
from html import escape

from careleaf.channels.embed_assets import Loader

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
"""What a frame needs: its notice of being overdue, links in new tabs, printing, handouts. Never `allow-same-origin`."""
_FRAME = """\
<iframe src="{site}{embed_url}" title="{title}"
  width="100%" height="640" loading="lazy" referrerpolicy="no-referrer"
  sandbox="{sandbox}"
  style="border: 0; color-scheme: normal"></iframe>
"""
_LOADED = """\
<health-topic topic="{topic}"><a href="{site}{url}">{title}</a></health-topic>
<script src="{site}{loader}" integrity="{integrity}"
  crossorigin="anonymous" referrerpolicy="no-referrer" async></script>
"""


@dataclass(frozen=True, slots=True)
class EmbedCode:
    """The two ways to embed one page."""

    title: str
    frame: str
    """Without any script in the portal."""
    loaded: str
    """With `<health-topic>`: as high as its text, and with events."""


def embed_code(title: str, url: str, embed_url: str, site: str, loader: Loader) -> EmbedCode:
    """Return what to paste for one page, or one section. Addresses are relative to `site`, which ends in a slash."""
    values = {
        "site": escape(site),
        "url": escape(url),
        "embed_url": escape(embed_url),
        "topic": escape(embed_url.removeprefix("embed/").strip("/")),
        "title": escape(title),
        "sandbox": SANDBOX,
        "loader": loader.pinned_path,
        "integrity": loader.integrity,
    }
    return EmbedCode(title, _FRAME.format_map(values), _LOADED.format_map(values))
