"""What portal teams paste: it names the page, pins the loader, and cannot be broken by a title."""

import base64
import hashlib

from lxml import html

from careleaf.channels.embed_assets import Loader
from careleaf.channels.embed_code import EmbedCode, embed_code

LOADER = Loader('"use strict";\n')
SITE = "https://health.test/en/"


def code(title: str = "Timing") -> EmbedCode:
    return embed_code(title, "legs/timing/", "embed/legs/timing/", SITE, LOADER)


def test_the_frame_names_its_page_and_sends_no_referrer() -> None:
    frame = html.fragment_fromstring(code().frame)
    assert frame.get("src") == f"{SITE}embed/legs/timing/"
    assert frame.get("title") == "Timing"
    assert frame.get("referrerpolicy") == "no-referrer"
    assert "allow-same-origin" not in frame.get("sandbox")


def test_the_loader_is_pinned_by_the_hash_of_its_very_content() -> None:
    topic, script = html.fragments_fromstring(code().loaded)
    digest = base64.b64encode(hashlib.sha384(LOADER.content.encode()).digest()).decode()
    assert script.get("integrity") == f"sha384-{digest}"
    assert script.get("crossorigin") == "anonymous"
    assert script.get("src") == SITE + LOADER.pinned_path
    assert topic.get("topic") == "legs/timing"
    assert topic.find("a").get("href") == f"{SITE}legs/timing/"


def test_a_title_cannot_break_out() -> None:
    title = "\"><script>x()</script> & 'more'"
    assert html.fragment_fromstring(code(title).frame).get("title") == title
    pasted = html.fragments_fromstring(code(title).loaded)
    assert [element.tag for element in pasted] == ["health-topic", "script"]
    assert pasted[0].text_content() == title
