"""Words that hurt or confuse, each with a better one."""

from collections.abc import Iterator, Mapping

from careleaf.model.finding import Finding
from careleaf.model.library import Library
from careleaf.model.phrases import PhraseIndex
from careleaf.model.readability.prose import english_pages, prose

_QUOTES = {"“": "”", '"': '"', "‘": "’"}


class BetterWords:
    """A table of wordings, with what to write in their place."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """`table` holds, by better wording, the wordings it replaces, split by ``;``."""
        self._better = {old.strip(): better for better, olds in table.items() for old in olds.split(";")}
        self._index = PhraseIndex(self._better)

    def find(self, library: Library, message: str) -> Iterator[Finding]:
        """Yield one finding for each wording of the table; `message` has a gap for it. Quoted words are left alone."""
        for page in english_pages(library):
            for block in prose(page):
                for use in self._index.find(block.text):
                    written = block.text[use.start : use.end]
                    if not _is_quoted(block.text, use.start, use.end):
                        advice = f"Write “{self._better[use.phrase]}”, or find other words."
                        yield Finding(block.locate(use.start), message.format(written), advice)


def _is_quoted(text: str, start: int, end: int) -> bool:
    return _QUOTES.get(text[start - 1 : start], "-") == text[end : end + 1]
