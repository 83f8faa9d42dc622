"""Parts that only careleaf writes.

What looks generated is left out of the text a reviewer signs. So an author must not be able to write it by hand: words
in a false permalink would be shown to patients and signed by nobody. Two things are looked at: what the author wrote,
and whether the result has the form that careleaf gives it.
"""

import re
from collections.abc import Iterator

from careleaf.model.body import Element
from careleaf.model.citation import CITATION
from careleaf.model.code_spans import without_code
from careleaf.model.generated_part import TOPIC_LIST
from careleaf.model.health_block import LABEL_CLASS

_RESERVED = re.compile(
    r"\b(?P<own>headerlink|(?:care-card|health-block|chart|topic-list)__\w+)\b"
    r"|(?:\.|\bclass\s*=\s*[\"']?[^\"'<>{}]{0,2000}?\b)(?P<shared>citation|(?:care-card|health-block|topic-list)(?:--[\w-]+)?)\b(?!-)"
    r"|\bclass\s*=\s*[\"'][^\"'<>]*(?P<hidden>&)"
)
_NUMBERS = re.compile(r"[\d, ]+")
_WORD = re.compile(r"\w")
_MOST_WORDS = 6


def handwritten_parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and a sentence for each reserved class name in a page's Markdown, code left out."""
    visible = without_code(text)
    for match in _RESERVED.finditer(visible):
        if match["hidden"]:
            yield match.start(), "A class is written with a character reference, so that it cannot be read here."
        else:
            yield match.start(), f"The class `{match['own'] or match['shared']}` belongs to what careleaf writes."


def imitation_problem(element: Element) -> str | None:
    """Return a sentence when an element only pretends to be generated."""
    if "headerlink" in element.classes and (element.tag != "a" or _WORD.search(element.text)):
        return "The class `headerlink` belongs to permalinks, which hold no words."
    if "care-card__level" in element.classes and not _is_label(element):
        return "The class `care-card__level` belongs to the heading of a care card."
    if LABEL_CLASS in element.classes and not _is_label(element):
        return f"The class `{LABEL_CLASS}` belongs to the heading of a block."
    if "care-card__region" in element.classes and element.tag != "p":
        return "The class `care-card__region` belongs to the last line of a care card."
    if TOPIC_LIST in element.classes:
        return f"The class `{TOPIC_LIST}` belongs to the list of topics, which is made later."
    if "citation" in element.classes and not _is_citation(element):
        return "The class `citation` belongs to citations; write `[@key]`."
    return None


def _is_label(element: Element) -> bool:
    return element.tag == "span" and len(element.text.split()) <= _MOST_WORDS


def _is_citation(element: Element) -> bool:
    cited = f"[{element.attributes.get('data-cite', '')}]"
    return bool(element.tag == "sup" and CITATION.fullmatch(cited) and _NUMBERS.fullmatch(element.text))
