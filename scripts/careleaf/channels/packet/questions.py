"""The questions of a packet that only a person can answer, and which of them a page raises.

They cover what a build cannot judge of DISCERN (http://www.discern.org.uk: 2, 3, 6, 8, 15, 16), of PEMAT-P
(https://www.ahrq.gov/health-literacy/patient-education/pemat.html: purpose, words, numbers, order, actions, visual
aids), and of care cards. The words are our own, in the files of words.
"""

from careleaf.model.page import Page
from careleaf.model.page_type import PageType

_ALWAYS = ("claims", "complete", "message", "balance", "uncertainty", "numbers", "words", "order", "actions")
_PICTURES = ("pictures",)
_TREATMENT = ("choices",)
_CARE_CARDS = ("levels", "signs", "contacts")
_LAST = ("alone", "overall")
QUESTIONS = (*_ALWAYS, *_PICTURES, *_TREATMENT, *_CARE_CARDS, *_LAST)


def questions_for(page: Page) -> tuple[str, ...]:
    """Return the ids of the questions that this page raises, in order."""
    elements = [placed.element for placed in page.body.elements]
    has_pictures = any(element.tag in {"img", "table", "svg"} for element in elements)
    has_cards = any("care-card" in element.classes for element in elements)
    is_treatment = page.front.value.type is PageType.TREATMENT
    return (
        *_ALWAYS,
        *(_PICTURES if has_pictures else ()),
        *(_TREATMENT if is_treatment else ()),
        *(_CARE_CARDS if has_cards else ()),
        *_LAST,
    )
