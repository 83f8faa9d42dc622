"""What is asked of a body most often: small enough to have it of every page of a library at once."""

from dataclasses import dataclass

from careleaf.model.finding import Location


@dataclass(frozen=True, slots=True)
class Link:
    """A link somebody wrote."""

    href: str
    line: int
    column: int

    def location(self, path: str) -> Location:
        """Return where it stands in the file of this path."""
        return Location(path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Outline:
    """What other pages, and questions about all pages, need of a body."""

    cited_sources: tuple[str, ...] = ()
    """Keys of cited sources in order of first citation: the first is number 1."""
    pictures: tuple[str, ...] = ()
    """The addresses of images, each once."""
    anchors: tuple[str, ...] = ()
    """Every id a link can point at."""
    links: tuple[Link, ...] = ()
    """In document order; permalinks of headings and numbers of citations are no links somebody wrote."""
    block_kinds: tuple[str, ...] = ()
    """The kinds of blocks on the page, each once."""
    has_cards: bool = False
    """Whether a care card stands on the page."""
