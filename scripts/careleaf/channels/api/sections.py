"""A page's body in sections: each with its HTML and its words, so that a portal can show a page in its own way."""

from collections.abc import Iterator
from dataclasses import replace

from careleaf.channels.embed_body import embed_body
from careleaf.channels.embed_section import may_stand_alone
from careleaf.channels.page_view import PageView
from careleaf.model.api.page import SectionDocument
from careleaf.model.body import HEADINGS, Block, Body, Element
from careleaf.model.library import Library
from careleaf.model.section import section_heading

_Parts = tuple[Element | str, ...]


def page_sections(view: PageView, library: Library) -> tuple[SectionDocument, ...]:
    """Return the parts of a page; together they hold every word of it once."""
    parts = list(_split(view.page.body))
    texts = _texts(view.page.body, [_id(part) for part in parts])
    return tuple(_section(part, texts.get(_id(part), ""), view, library) for part in parts)


def _section(parts: _Parts, text: str, view: PageView, library: Library) -> SectionDocument:
    section = _id(parts)
    page = replace(view.page, body=view.page.body.with_tree(Element("body", {}, parts)))
    return SectionDocument(
        id=section,
        heading=section_heading(parts) if section else "",
        html=embed_body(page, library.site).strip(),
        text=text,
        embed=view.page.section_embed_url(section) if section and may_stand_alone(view, section, library) else None,
    )


def _split(body: Body) -> Iterator[_Parts]:
    """Yield what stands before the first main heading, then each main heading with all below it."""
    parts = body.tree.children
    headings = {at: part.tag for at, part in enumerate(parts) if isinstance(part, Element) and _is_heading(part)}
    main = min(headings.values(), default="")
    starts = [at for at, tag in headings.items() if tag == main]
    for start, end in zip([0, *starts], [*starts, len(parts)], strict=True):
        if any(not isinstance(part, str) or part.strip() for part in parts[start:end]):
            yield parts[start:end]


def _texts(body: Body, sections: list[str]) -> dict[str, str]:
    """Return the words of each section, by its id."""
    found: dict[str, list[str]] = {}
    section = ""
    for block in body.blocks:
        section = block.id if _begins(block, sections) else section
        if block.text:
            found.setdefault(section, []).append(block.text)
    return {section: "\n".join(lines) for section, lines in found.items()}


def _begins(block: Block, sections: list[str]) -> bool:
    return block.is_heading and bool(block.id) and block.id in sections


def _is_heading(part: Element) -> bool:
    return part.tag in HEADINGS and bool(part.attributes.get("id"))


def _id(parts: _Parts) -> str:
    first = parts[0]
    return first.attributes["id"] if isinstance(first, Element) and _is_heading(first) else ""
