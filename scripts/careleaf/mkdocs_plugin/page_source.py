"""A page as MkDocs may read it."""

import json
import re
from html import escape

from careleaf.model.front_matter import FrontMatter
from careleaf.reading.page_file import PageFile


def engine_source(page: PageFile) -> str:
    """Return the page with front matter in JSON, which is YAML that nobody can misread.

    Without a block MkDocs would take `Warning: …` in the first line for metadata and delete it.
    """
    return f"---\n{json.dumps(_for_theme(page.front.value), ensure_ascii=False)}\n---\n{page.engine_text}"


def _for_theme(front: FrontMatter) -> dict[str, object]:
    """Return what the theme needs to know of the front matter.

    MkDocs takes titles for HTML: `Pressure <140 and >90` would lose what stands between the signs, everywhere.
    """
    known = {"title": escape(front.title, quote=False), "description": front.description, "template": front.template}
    return {**{key: value for key, value in known.items() if value}, "hide": list(front.hide)}


def generated_anchors(html: str) -> set[str]:
    """Return the ids our templates add below a body: MkDocs would call links to them broken."""
    return {"sources", "review", *re.findall(r'href="#(source-[0-9]+)"', html)}
