"""One Markdown file: a topic page or a site page."""

from dataclasses import dataclass, field

from careleaf.model.body import Body
from careleaf.model.finding import Location
from careleaf.model.front_matter import FrontMatter
from careleaf.model.record import Record
from careleaf.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read and rendered."""

    id: str
    """Path below docs without its ending: ``restless-legs-after-exercise/timing``."""
    url: str
    """Address relative to the site: ``restless-legs-after-exercise/timing/``."""
    front: Record[FrontMatter]
    body: Body = field(default_factory=Body)
    text: str = ""
    """The Markdown below the front matter, as written; suppressions are blanked out."""
    first_line: int = 1
    """The line of the file on which the text starts."""
    suppressions: tuple[Suppression, ...] = ()
    """In its front matter and its text, in the order of the file."""

    def place(self, offset: int) -> Location:
        """Return the line and column of an offset in the text."""
        before = self.text[:offset]
        line = before.count("\n")
        return Location(self.path, self.first_line + line, offset - (before.rfind("\n") + 1) + 1)

    @property
    def path(self) -> str:
        """The file, relative to the site's root folder."""
        return self.front.location.path

    @property
    def location(self) -> Location:
        """Where findings about the page as a whole point."""
        return self.front.location

    @property
    def is_topic_page(self) -> bool:
        """Whether it is reviewed, printed and embedded."""
        return self.front.value.type is not None

    @property
    def topic(self) -> str:
        """The id of its topic: the folder it stands in; empty at the top."""
        return self.id.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its file name without the ending."""
        return self.id.rpartition("/")[2]

    @property
    def is_topic_index(self) -> bool:
        """Whether it is the first page of its topic."""
        return self.name == "index"

    @property
    def api_path(self) -> str:
        """Where its JSON lies, relative to the site."""
        return f"api/v1/pages/{self.id}.json"

    @property
    def embed_url(self) -> str:
        """Where its embed lies, relative to the site."""
        return "embed/" + (f"{self.topic}/" if self.is_topic_index and self.topic else f"{self.id}/")

    def section_embed_url(self, section: str) -> str:
        """Where the embed of one of its sections lies; a topic's first page stands as `index` there."""
        return f"embed/{self.id}/{section}/"
