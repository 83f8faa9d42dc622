"""Addresses in registers and front matter that are no web address.

Source lists, review blocks and notices print them as links, on the website and in clinics' portals. An address such as
`javascript:…` would run there when a patient clicks on it.

Can be wrong when: a source is only found in a catalogue that has an address of its own kind; name its web page.

Write addresses that start with `https://` or `http://`. A page of this site is named without a scheme and without `..`.

Bad:  `url: javascript:alert(1)`
Good: `url: https://example.org/guideline`
"""

import re
from collections.abc import Iterator

from careleaf.model.finding import Finding, Location, Severity
from careleaf.model.front_matter import NOT_KNOWN
from careleaf.model.library import Library
from careleaf.model.rule import Rule

_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_OWN_PAGE = re.compile(r"(?!/)(?!(?:.*/)?\.\.(?:/|\Z))[^\s:<>\"\\^`{|}]+")


def check(library: Library) -> Iterator[Finding]:
    """Yield one finding for each address that a link must not have."""
    for place, address in _web_addresses(library):
        if address and address != NOT_KNOWN and not _WEB.fullmatch(address):
            yield Finding(place, f"`{address}` is no web address.", "Write an address that starts with `https://`.")
    for place, address in _pages_or_addresses(library):
        if address and not _WEB.fullmatch(address) and not _OWN_PAGE.fullmatch(address):
            advice = "Write the page's address on this site, such as `about/how-we-work/`."
            yield Finding(place, f"`{address}` is neither a page of this site nor a web address.", advice)


def _web_addresses(library: Library) -> Iterator[tuple[Location, str]]:
    for source in library.sources.values():
        yield source.at("url"), source.value.url
        yield source.at("archived"), source.value.archived
    yield library.policy.at("rule_pages"), library.policy.value.rule_pages
    for page in library.pages:
        if page.front.value.adapted_from is not None:
            yield page.front.at("adapted_from.url"), page.front.value.adapted_from.url


def _pages_or_addresses(library: Library) -> Iterator[tuple[Location, str]]:
    yield library.policy.at("report_error_page"), library.policy.value.report_error_page
    for key, page in library.published.value.pages.items():
        yield library.published.at(f"pages.{key}.replaced_by"), page.replaced_by


RULE = Rule(
    "FMT034", "unsafe-address", Severity.ERROR, "An address in a register is no web address.", check=check, binding=True
)
