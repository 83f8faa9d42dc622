"""Where the words of a page's source and those of its rendered body part."""

from dataclasses import dataclass

from careleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class Gap:
    """One stretch in which the two texts differ; one side may be empty, never both."""

    written: str
    """The words as the author wrote them, separated by spaces."""
    shown: str
    """The words as a reader would meet them."""
    location: Location

    @property
    def is_only_joined(self) -> bool:
        """Whether letters were only put together or apart, as in ``un*believ*able``; never so for figures."""
        written, shown = self.written.replace(" ", ""), self.shown.replace(" ", "")
        return written == shown and not any(character.isdigit() for character in written)
