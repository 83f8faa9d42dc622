"""Parts that only careleaf writes.

What looks generated is left out of the text a reviewer signs. So an author must not be able to write it by
hand: words in a false permalink would be shown to patients and signed by nobody.
"""

import re

from careleaf.model.body import Element
from careleaf.model.citation import CITATION

_LEVELS = frozenset({"routine", "urgent", "emergency"})
_NUMBERS = re.compile(r"[\d, ]+")
_WORD = re.compile(r"\w")


def imitation_problem(element: Element) -> str | None:
    """Return a sentence when an element only pretends to be generated."""
    if "headerlink" in element.classes and (element.tag != "a" or _WORD.search(element.text)):
        return "The class `headerlink` belongs to permalinks, which hold no words."
    if "care-card__level" in element.classes and not _is_level(element):
        return "The class `care-card__level` belongs to the heading of a care card."
    if "citation" in element.classes and not _is_citation(element):
        return "The class `citation` belongs to citations; write `[@key]`."
    return None


def _is_level(element: Element) -> bool:
    return element.tag == "span" and element.text.strip(" :").lower() in _LEVELS


def _is_citation(element: Element) -> bool:
    cited = f"[{element.attributes.get('data-cite', '')}]"
    return bool(element.tag == "sup" and CITATION.fullmatch(cited) and _NUMBERS.fullmatch(element.text))
