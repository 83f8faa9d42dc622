"""How plainly a site wants its topic pages to be written.

Where a site sets nothing: grade 7, within the 6th to 8th grade that the AMA and NIH ask of patient education, and one
grade more for treatments, whose medicines have long names; sentences up to 25 words and paragraphs up to 5 sentences,
as https://www.gov.uk/guidance/content-design/writing-for-gov-uk asks. The NHS asks for 20 words and 3 sentences
(https://service-manual.nhs.uk/content/how-we-write).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from careleaf.model.finding import Severity
from careleaf.model.page_type import PageType

_DEFAULT_GRADE = 7.0
_DEFAULT_GRADES: Mapping[PageType, float] = {PageType.TREATMENT: 8.0}
_MOST_GRADE = 20
_MOST_TOLERANCE = 10
_LEAST_WORDS = 5
_MOST_WORDS = 100
_MOST_SENTENCES = 50


@dataclass(frozen=True, slots=True)
class LanguagePolicy:
    """Limits of plain language, for English pages."""

    __pydantic_config__ = {"extra": "forbid"}

    grades: Mapping[PageType, float] = field(default_factory=dict)
    """The reading grade to aim at, by page type: a school grade of the United States, by Flesch-Kincaid."""
    tolerance: float = 1.0
    """How far above its target a page or section may read."""
    sentence_words: int = 25
    """How many words a sentence may have."""
    paragraph_sentences: int = 5
    """How many sentences a paragraph may have."""
    readability: Severity = Severity.WARNING
    """Whether hard text, long sentences and long paragraphs warn, or are errors that stop publication."""

    def __post_init__(self) -> None:
        """Refuse limits that no text or every text would keep. Raises ValueError."""
        for grade in self.grades.values():
            if not 1 <= grade <= _MOST_GRADE:
                raise ValueError(f"a grade has to be 1 to {_MOST_GRADE}")
        if not 0 <= self.tolerance <= _MOST_TOLERANCE:
            raise ValueError(f"`tolerance` has to be 0 to {_MOST_TOLERANCE}")
        if not _LEAST_WORDS <= self.sentence_words <= _MOST_WORDS:
            raise ValueError(f"`sentence_words` has to be {_LEAST_WORDS} to {_MOST_WORDS}")
        if not 1 <= self.paragraph_sentences <= _MOST_SENTENCES:
            raise ValueError(f"`paragraph_sentences` has to be 1 to {_MOST_SENTENCES}")

    def grade_for(self, page_type: PageType) -> float:
        """Return the grade a page of this type aims at."""
        return self.grades.get(page_type, _DEFAULT_GRADES.get(page_type, _DEFAULT_GRADE))
