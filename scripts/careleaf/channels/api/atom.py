"""The newest changes as an Atom feed (RFC 4287)."""

import re
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from careleaf.model.api.changes import SiteChange
from careleaf.model.api.document import FOLDER
from careleaf.model.library import Library
from careleaf.model.wording import Wording

FEED = f"{FOLDER}changes.atom"
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST = 100
"""How many changes stand in the feed; the JSON has all."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets)."""

register_namespace("", _ATOM)


def changes_atom(changes: tuple[SiteChange, ...], library: Library, wording: Wording) -> bytes:
    """Return ``api/v1/changes.atom``; its ids need the site's address, so a site without one has no feed."""
    site = library.site
    newest = max((change.on for change in changes), default=library.today)
    feed = Element(f"{{{_ATOM}}}feed", {_LANGUAGE: site.language})
    _add(feed, "id", site.url + FEED)
    _add(feed, "title", wording.say("changes-feed", site=site.name))
    _add(feed, "updated", _instant(newest))
    _add(SubElement(feed, f"{{{_ATOM}}}author"), "name", library.policy.value.publisher or site.name)
    _link(feed, "self", site.url + FEED, "application/atom+xml")
    _link(feed, "alternate", site.url, "text/html")
    for change in changes[:_MOST]:
        _entry(feed, change, site.url)
    indent(feed, " ")
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(feed: Element, change: SiteChange, site_url: str) -> None:
    entry = SubElement(feed, f"{{{_ATOM}}}entry")
    page, _, event = change.id.partition("#")
    _add(entry, "id", f"{site_url}{FEED}#{quote(page)}/{event}")
    _add(entry, "title", change.title)
    _add(entry, "updated", _instant(change.on))
    SubElement(entry, f"{{{_ATOM}}}category", {"term": change.kind.value})
    _link(entry, "alternate", site_url + change.page, "text/html")
    _add(entry, "summary", change.what)


def _instant(day: object) -> str:
    """Return the start of a day: the registers know days, Atom wants an instant (RFC 3339)."""
    return f"{day}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = _NOT_IN_XML.sub("", text)


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "href": address, "type": kind})
