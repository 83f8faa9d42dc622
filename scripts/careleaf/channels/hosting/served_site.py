"""What a web server has to know about a site: who may frame it, which addresses are gone, which files never change.

Browsers take `frame-ancestors` from a header only (https://www.w3.org/TR/CSP3/#directive-frame-ancestors). A portal
with Cross-Origin-Embedder-Policy shows an embed only if the embed sends that header as well
(https://html.spec.whatwg.org/multipage/browsers.html#coep). Pictures of an embed in a sandbox come from another origin
than the sandbox has, so every file may be used across origins; there is nothing on the site that is not public.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PAGES: Mapping[str, str] = {"Content-Security-Policy": "frame-ancestors 'self'; base-uri 'self'; form-action 'none'"}
"""What public pages send beside the policy each has in its head, with the hashes of its own scripts."""
SHARED: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}
"""For data and loaders: programs of any portal may read them."""
SHARED_FOLDERS = ("api", "fhir", "oembed")
BRIEFLY = "public, max-age=300, must-revalidate"
"""Words can be withdrawn at any time, so no page and no data is kept for longer."""
FOR_AN_HOUR = "public, max-age=3600"
FOR_EVER = "public, max-age=31536000, immutable"
_LASTING = re.compile(r"embed/v1/careleaf-embed-[0-9a-f]{16}\.js|assets/[\w./-]+\.[0-9a-f]{8}\.min\.(?:js|css)")
_PLAIN = re.compile(r"(?:[\w~-][\w.~-]*/)*(?:[\w~-][\w.~-]*)?")
"""Addresses that mean the same in every configuration: letters, digits and marks that are no syntax anywhere."""


@dataclass(frozen=True, slots=True)
class ServedSite:
    """What servers are told. All addresses are relative to the site."""

    embed_policy: str
    """The Content Security Policy of embeds, with who may frame them."""
    framed_by: str = "*"
    """Who may frame the look-up by diagnosis, which leads on to embeds: the portals that may frame those."""
    folders: tuple[str, ...] = ()
    """The folders and files at the top of the site that are none of careleaf's own."""
    gone: tuple[str, ...] = ()
    """Addresses of withdrawn pages and their embeds: they answer 410 (RFC 9110, 15.5.11) with their notice."""
    lasting: tuple[str, ...] = ()
    """Files whose name changes with their content."""

    @property
    def embeds(self) -> Mapping[str, str]:
        """What everything below ``embed/`` sends."""
        return {
            "Content-Security-Policy": self.embed_policy,
            "Cross-Origin-Embedder-Policy": "require-corp",
            **SHARED,
        }

    @property
    def look_up(self) -> Mapping[str, str]:
        """What everything below ``infobutton/`` sends, beside the policy in its head."""
        return {
            "Content-Security-Policy": f"frame-ancestors {self.framed_by}; base-uri 'none'; form-action 'none'",
            "Cross-Origin-Embedder-Policy": "require-corp",
        }


def served_site(files: Iterable[str], gone: Iterable[str], embed_policy: str, embed_hosts: Iterable[str]) -> ServedSite:
    """Return what servers are told of a site.

    Args:
        files: every file of the site.
        gone: the addresses of withdrawn pages and their embeds.
        embed_policy: what an embed may do, without who may frame it.
        embed_hosts: the portals that may frame embeds; empty when any may.
    """
    listed = tuple(files)
    tops = {path.partition("/")[0] + ("/" if "/" in path else "") for path in listed}
    framed_by = " ".join(embed_hosts) or "*"
    return ServedSite(
        f"{embed_policy}; frame-ancestors {framed_by}",
        framed_by=framed_by,
        folders=_plain(top for top in tops if top.rstrip("/") not in {*SHARED_FOLDERS, "embed", "infobutton"}),
        gone=_plain(address for address in gone if address.endswith("/") or not address),
        lasting=_plain(path for path in listed if _LASTING.fullmatch(path)),
    )


def _plain(addresses: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses that can be written into any configuration; the others are served as everything is."""
    return tuple(sorted(address for address in addresses if _PLAIN.fullmatch(address)))
