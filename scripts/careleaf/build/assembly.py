"""From what was read and rendered to one library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.structure.files import File

from careleaf.build.page_files import page_id, page_url
from careleaf.channels.handout.glyphs import missing_glyphs
from careleaf.channels.handout.tree import unprintable
from careleaf.model.body import Body
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.page import Page
from careleaf.model.typeface import Typeface
from careleaf.reading.folded_body import FoldedBody, Shelf, SmallBody
from careleaf.reading.page_file import PageFile
from careleaf.reading.pictures import picture_digest

_SITE = "https://site.invalid/"
_TOLD = 10
"""So many characters of a page are told one by one: a page in a script we lack has hundreds."""
_NAME_A_TYPEFACE = "Write it otherwise, or name a typeface that has it: `fonts` of `handouts` in policy.yml."


def assemble_page(file: File, page_file: PageFile, kept: SmallBody, pictures: Mapping[str, Path], shelf: Shelf) -> Page:
    """Join one page's front matter with its rendered body. `pictures` are the site's files by address."""
    page = Page(
        page_id(file),
        page_url(file),
        page_file.front,
        text=page_file.text,
        first_line=page_file.first_line,
        suppressions=page_file.suppressions,
    )
    images: dict[str, str] = {}
    body = FoldedBody(kept, page.path, images, shelf)
    for source, content in page_pictures(body, page, pictures).items():
        if digest := picture_digest(content, source):
            images[source] = digest
    return replace(page, body=body)


def page_pictures(body: Body, page: Page, pictures: Mapping[str, Path]) -> dict[str, bytes]:
    """Return the bytes of a page's local images, by the address that stands in the body."""
    found: dict[str, bytes] = {}
    for source in body.outline.pictures:
        file = pictures.get(local_address(source, page.url))
        if file is not None and file.is_file():
            found[source] = file.read_bytes()
    return found


def local_address(address: str, page_url: str) -> str:
    """Return an address in a page relative to the site; empty when it leads away."""
    target = urljoin(_SITE + page_url, address)
    return unquote(urlsplit(target).path.lstrip("/")) if target.startswith(_SITE) else ""


def channel_faults(page: Page, typefaces: Sequence[Typeface] = ()) -> list[Fault]:
    """Return what a channel could not show of a topic page, at its line: a finding, never a silent gap.

    `typefaces` are those of the publisher's own.
    """
    faults: list[Fault] = []
    for placed in unprintable(page.body):
        message = f"`<{placed.element.tag}>` has no form on the printed handout."
        finding = Finding(placed.location, message, "Use a paragraph, list, table or card instead.")
        faults.append(Fault(FaultKind.UNPRINTABLE_ELEMENT, finding))
    faults.extend(_picture_faults(page))
    faults.extend(_glyph_faults(page, typefaces))
    return faults


def _glyph_faults(page: Page, typefaces: Sequence[Typeface]) -> Iterator[Fault]:
    """Yield each character the handout's typefaces do not have, where it first stands; of many, the first ones."""
    places: dict[str, Location] = {}
    for text, locate in _texts(page):
        for character in sorted(missing_glyphs(text, typefaces) - places.keys()):
            places[character] = locate(text.find(character))
    for character, place in list(places.items())[:_TOLD]:
        message = f"No typeface of the handout has a character for `{character}` (U+{ord(character):04X})."
        advice = _NAME_A_TYPEFACE if character.isalpha() else "Write it in words."
        yield Fault(FaultKind.MISSING_GLYPH, Finding(place, message, advice))
    for character, place in list(places.items())[_TOLD : _TOLD + 1]:
        message = f"{len(places) - _TOLD} more characters of this page are missing, from `{character}` on."
        yield Fault(FaultKind.MISSING_GLYPH, Finding(place, message, _NAME_A_TYPEFACE))


def _texts(page: Page) -> Iterator[tuple[str, Callable[[int], Location]]]:
    front = page.front
    yield front.value.title, lambda _: front.at("title")
    yield front.value.main_message, lambda _: front.at("main_message")
    yield front.value.action, lambda _: front.at("action")
    for block in page.body.blocks:
        yield block.text, block.locate


def _picture_faults(page: Page) -> list[Fault]:
    images = [p for p in page.body.placed("img") if p.element.attributes.get("src", "") not in page.body.images]
    return [
        Fault(
            FaultKind.UNREADABLE_IMAGE,
            Finding(
                placed.location,
                f"The image `{placed.element.attributes.get('src', '')}` cannot be found or decoded.",
                "Put a PNG, JPEG, WebP or SVG file of this name into docs.",
            ),
        )
        for placed in images
    ]
