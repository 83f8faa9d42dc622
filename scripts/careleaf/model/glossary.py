"""The glossary: medical terms, and how to say them in plain words.

Health writing puts the plain word first, or explains the medical one where a reader first meets it
(https://service-manual.nhs.uk/content/how-we-write; CDC's Clear Communication Index, item 7).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from careleaf.model.body import WORD
from careleaf.model.phrases import PhraseIndex
from careleaf.model.record import Record


@dataclass(frozen=True, slots=True)
class Term:
    """A medical term; the file name is the id."""

    __pydantic_config__ = {"extra": "forbid"}

    term: str
    """The term as it is mostly written."""
    plain: str
    """What it means, in words that need no explanation and without a full stop."""
    forms: tuple[str, ...] = ()
    """Its plural, its abbreviation and other spellings; capitals matter only in abbreviations."""
    explained_by: tuple[str, ...] = ()
    """Other wordings that explain it when they stand beside it."""

    def __post_init__(self) -> None:
        """Refuse a term that nothing could find or that explains itself by itself. Raises ValueError."""
        if not all(WORD.match(form) for form in self.all_forms):
            raise ValueError("`term` and `forms` have to begin with a letter or a number")
        if not all(phrase.strip() for phrase in (self.plain, *self.explained_by)):
            raise ValueError("`plain` and `explained_by` have to say something")
        if any(PhraseIndex([self.term]).find(self.plain)):
            raise ValueError(f"`plain` has to do without the term `{self.term}` itself")

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every way the term is written."""
        return (self.term, *self.forms)

    def is_explained_in(self, text: str) -> bool:
        """Tell whether a text holds the plain words, or another wording that explains the term."""
        folded = text.casefold()
        return any(phrase.casefold() in folded for phrase in (self.plain, *self.explained_by))


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term that stands in a text, and where."""

    id: str
    start: int
    end: int


@dataclass(frozen=True)
class Glossary:
    """All terms of a site, by id."""

    terms: Mapping[str, Record[Term]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[TermUse]:
        """Yield every use of a term in a text, in reading order; of two terms at one place the longer one."""
        for use in self._index.find(text):
            yield TermUse(self._ids[use.phrase], use.start, use.end)

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {form: key for key, record in self.terms.items() for form in record.value.all_forms}

    @cached_property
    def _index(self) -> PhraseIndex:
        return PhraseIndex(self._ids)
