"""The packet as one HTML file: it asks nothing of any network, runs from a disk, and can be answered without script.

Its Content Security Policy allows its own style sheet and script by their hashes, pictures within the file, and
nothing else (https://www.w3.org/TR/CSP3/): no page text and no file beside it can act, load or send.
"""

import json

from jinja2 import Environment
from markupsafe import Markup

from careleaf.channels.embed_assets import csp_hash
from careleaf.channels.packet.answer import empty_answer
from careleaf.channels.packet.packet import Packet
from careleaf.channels.packet.screen_body import Pictures, Place, screen_body
from careleaf.model.library import Library
from careleaf.model.review import Answer
from careleaf.model.review_answer import MOST_NOTES
from careleaf.model.wording import Wording

_SAID = ("packet-missing", "packet-made", "packet-copied")
"""Sentences the script says."""


def packet_html(
    packet: Packet, file_name: str, library: Library, pictures: Pictures, templates: Environment, wording: Wording
) -> str:
    """Return a packet as one HTML document; `file_name` is that of the answer file it saves."""
    style = templates.get_template("careleaf/packet.css").render()
    script = templates.get_template("careleaf/packet.js").render(
        said=Markup(_script_safe({key: wording.texts[key] for key in _SAID}))  # noqa: S704  # JSON, escaped below
    )
    places = {
        page.view.page.url: Place(number, page.view.page.body.anchors)
        for number, page in enumerate(packet.pages, start=1)
    }
    bodies = [
        Markup(screen_body(page.view.page, library.site, places, pictures))  # noqa: S704  # our escaping serialiser
        for page in packet.pages
    ]
    return templates.get_template("careleaf/packet.html").render(
        packet=packet,
        file_name=file_name,
        most_notes=MOST_NOTES,
        bodies=bodies,
        answer=empty_answer(packet),
        choices=tuple(Answer),
        say=wording.say,
        written=wording.date,
        style=Markup(style),  # noqa: S704  # our own template, without values
        script=Markup(script),  # noqa: S704  # our own template; its values are JSON
        style_hash=csp_hash(style),
        script_hash=csp_hash(script),
    )


def _script_safe(value: object) -> str:
    """Return JSON that can stand in a script element: nothing in it can end the element."""
    return json.dumps(value, ensure_ascii=True).replace("<", "\\u003c")
