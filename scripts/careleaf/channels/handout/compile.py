"""From a handout's data to a PDF/UA-1 file (ISO 14289-1): Typst, then one pass of repairs."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import typst

from careleaf.channels.handout.glyphs import FONT_FAMILIES, FONTS, main_coverage, missing_glyphs
from careleaf.channels.handout.long_words import with_breaks
from careleaf.channels.handout.repair import repaired
from careleaf.channels.handout.typefaces import typefaces_of
from careleaf.channels.handout.typst_source import TEMPLATES, typst_source
from careleaf.model.errors import RenderError
from careleaf.model.typeface import Typeface

_NOT_PRINTED = frozenset(
    "pictures page id to url src alt kind language region direction paper edition address archived code code_says "
    "date align numbering level typefaces".split()
)
"""Keys whose values no glyph is needed for."""

_LONG = 40_000
"""Bytes of source; a handout with more is of several pages of the site, and forgotten at once."""
_AGES = 8
"""After so many documents Typst has forgotten most of what it met in none of them."""


def render_pdf(data: Mapping[str, object]) -> bytes:
    """Return a handout as a PDF; the same data give the same bytes.

    A process may make many handouts. One forked after its parent made some would hang: start workers first.

    Raises:
        RenderError: A character has no glyph, or Typst refuses the document or warns about it.

    """
    typefaces = typefaces_of(data)
    _refuse_missing_glyphs(data, typefaces)
    return repaired(_compiled(with_breaks(data, _NOT_PRINTED), typefaces), data)


def printed(data: bytes) -> bytes:
    """Return the handout of data in JSON: a task for any process. Raises RenderError as `render_pdf` does."""
    return render_pdf(json.loads(data))


def _compiled(data: Mapping[str, object], typefaces: Sequence[Typeface]) -> bytes:
    named = tuple((face.folder, face.family, face.languages) for face in typefaces)
    compiler, process_id = _compiler(str(data["edition"]), str(data["direction"]), named)
    if process_id != os.getpid():
        raise RenderError("Start worker processes before the first handout: a forked compiler hangs")
    source = typst_source(data)
    try:
        pdf, warnings = compiler.compile_with_warnings(source, format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        hints = " ".join(error.hints)
        raise RenderError(f"Handout of `{data['page']}`: {error.message} {hints}".rstrip()) from error
    if warnings:
        raise RenderError(f"Handout of `{data['page']}`: {warnings[0].message}")
    if len(source) > _LONG:
        _let_go(compiler)
    return bytes(pdf)  # type: ignore[arg-type]  # one file, as no other format was asked for


def _let_go(compiler: typst.Compiler) -> None:
    """Make Typst forget a long handout, of which nothing is met again.

    It remembers each step of a document for as long as some ten more take, whatever their length: ten whole topics are
    some 170 MB. Documents without a word take next to no time, and the template is remembered all the same.
    """
    for _ in range(_AGES):
        compiler.compile(b"", format="pdf")


_Named = tuple[str, str, tuple[str, ...]]
"""Folder, family and languages of a typeface of the publisher's own."""


@cache
def _compiler(edition: str, direction: str, named: tuple[_Named, ...]) -> tuple[typst.Compiler, int]:
    """Return this process's compiler for an edition, with no fonts but ours and those named, and its process.

    What a compiler is given when it is made stays the same from one handout to the next: Typst reads and runs the
    template once, where an input of its own for each handout would make it begin anew.
    """
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # each worker has one processor; threads would wait for each other
    families = list(dict.fromkeys([*FONT_FAMILIES, *(family for _, family, _ in named)]))
    first_for = {family: languages for _, family, languages in named}
    inputs = {
        "edition": edition,
        "direction": direction,
        "typefaces": json.dumps([families, main_coverage(), first_for]),
    }
    fonts = _fonts(tuple(dict.fromkeys(folder for folder, _, _ in named)))
    return typst.Compiler(b"", root=str(TEMPLATES), font_paths=fonts, sys_inputs=inputs), os.getpid()


@cache
def _fonts(folders: tuple[str, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS), *folders])


def _refuse_missing_glyphs(data: Mapping[str, object], typefaces: Sequence[Typeface]) -> None:
    for text in _printed(data):
        missing = sorted(missing_glyphs(text, typefaces))
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
