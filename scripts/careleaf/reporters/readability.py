"""Reading grades of a site as a table."""

from collections.abc import Iterator

from careleaf.model.library import Library
from careleaf.model.page import Page
from careleaf.model.readability.grade import MIN_WORDS, TextCounts, total
from careleaf.model.readability.prose import Section, english_pages, sections

_HEAD = ("page", "words", "Flesch-Kincaid", "SMOG", "target")
_NO_GRADE = "–"
_NOTE = f"School grades of the United States. {_NO_GRADE} stands where there are fewer than {MIN_WORDS} words.\n"

_Row = tuple[str, str, str, str, str]


def render_grades(library: Library, *, with_sections: bool = False) -> str:
    """Return one line a page, in the order of the navigation, with both formulas beside the page's target."""
    rows = [row for page in english_pages(library) for row in _rows(page, library, with_sections)]
    width = max(len(row[0]) for row in (_HEAD, *rows))
    return "".join(_line(row, width) for row in (_HEAD, *rows)) + _NOTE


def _rows(page: Page, library: Library, with_sections: bool) -> Iterator[_Row]:
    language = library.policy.value.language
    parts = tuple(sections(page))
    target = f"{language.grade_for(page.front.value.type):g} ± {language.tolerance:g}" if page.front.value.type else ""
    yield _row(page.id, total(part.counts for part in parts), target)
    if with_sections:
        yield from (_row(f"  {_name(part)}", part.counts, "") for part in parts if part.sentences)


def _name(part: Section) -> str:
    return part.heading.text if part.heading else "(before the first heading)"


def _row(name: str, counts: TextCounts, target: str) -> _Row:
    if not counts.is_gradable:
        return name, str(counts.words), _NO_GRADE, _NO_GRADE, target
    return name, str(counts.words), f"{counts.flesch_kincaid:.1f}", f"{counts.smog:.1f}", target


def _line(row: _Row, width: int) -> str:
    name, words, grade, smog, target = row
    return f"{name:<{width}}  {words:>5}  {grade:>14}  {smog:>5}  {target}".rstrip() + "\n"
