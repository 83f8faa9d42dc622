"""From a handout's data to a PDF/UA-1 file (ISO 14289-1): Typst, then one pass of repairs."""

import json
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from careleaf.channels.handout.glyphs import FONT_FAMILIES, FONTS, main_coverage, missing_glyphs
from careleaf.channels.handout.long_words import with_breaks
from careleaf.channels.handout.pictures import for_typst
from careleaf.channels.handout.repair import repaired
from careleaf.model.errors import RenderError

_TEMPLATES = Path(__file__).parents[2] / "templates" / "handout"
_NOT_PRINTED = frozenset(
    "pictures page id to url src alt kind language region direction paper edition address archived code code_says "
    "date align numbering level".split()
)
"""Keys whose values no glyph is needed for."""


def render_pdf(data: Mapping[str, object]) -> bytes:
    """Return a handout as a PDF; the same data give the same bytes.

    A process may make many handouts. One forked after its parent made some would hang: start workers first.

    Raises:
        RenderError: A character has no glyph, or Typst refuses the document or warns about it.

    """
    _refuse_missing_glyphs(data)
    pictures: Mapping[str, Mapping[str, str]] = data["pictures"]  # type: ignore[assignment]  # a JSON document
    document = {
        **with_breaks(data, _NOT_PRINTED),
        "fonts": list(FONT_FAMILIES),
        "coverage": main_coverage(),
        "pictures": {key: for_typst(p) for key, p in pictures.items()},
    }
    return repaired(_compiled(document), data)


def printed(data: bytes) -> bytes:
    """Return the handout of data in JSON: a task for any process. Raises RenderError as `render_pdf` does."""
    return render_pdf(json.loads(data))


def _compiled(document: Mapping[str, object]) -> bytes:
    compiler, process_id = _compiler()
    if process_id != os.getpid():
        raise RenderError("Start worker processes before the first handout: a forked compiler hangs")
    try:
        pdf, warnings = compiler.compile_with_warnings(
            sys_inputs={"document": json.dumps(document), "edition": str(document["edition"])},
            format="pdf",
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        hints = " ".join(error.hints)
        raise RenderError(f"Handout of `{document['page']}`: {error.message} {hints}".rstrip()) from error
    if warnings:
        raise RenderError(f"Handout of `{document['page']}`: {warnings[0].message}")
    return bytes(pdf)  # type: ignore[arg-type]  # one file, as no other format was asked for


def has_compiled() -> bool:
    """Tell whether this process has made a handout, after which no copy of it can."""
    return _compiler.cache_info().currsize > 0


@cache
def _compiler() -> tuple[typst.Compiler, int]:
    """Return this process's compiler, with no fonts but ours, and the process it was made in."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    template = str(_TEMPLATES / "main.typ")
    return typst.Compiler(template, root=str(_TEMPLATES), font_paths=fonts), os.getpid()


def _refuse_missing_glyphs(data: Mapping[str, object]) -> None:
    for text in _printed(data):
        missing = sorted(missing_glyphs(text))
        if missing:
            names = ", ".join(f"“{character}” (U+{ord(character):04X})" for character in missing)
            place = f"Handout of `{data['page']}`"
            raise RenderError(f"{place}: the font has no {names}, in “{text.strip()[:60]}”")


def _printed(value: Any) -> Iterator[str]:
    """Yield every text of the data that is printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _printed(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _NOT_PRINTED:
                yield from _printed(item)
