"""Where the parts of a site lie, as its mkdocs.yml says."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # kept from the last run, the folders are known without MkDocs
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class SiteFolders:
    """The places that a site is made from."""

    settings: Path
    docs: Path
    theme: Path | None
    """Templates of the site's own."""
    watched: tuple[Path, ...] = ()
    """What a preview looks at besides; MkDocs refuses a site where it is missing."""

    @property
    def root(self) -> Path:
        """The folder of mkdocs.yml: locations in findings are relative to it."""
        return self.settings.resolve().parent

    @property
    def read(self) -> tuple[Path, ...]:
        """The folders that files of the site are read from."""
        return (self.docs, *([self.theme] if self.theme else []))

    @property
    def are_there(self) -> bool:
        """Whether MkDocs would find them."""
        return all(folder.is_dir() for folder in self.read) and all(path.exists() for path in self.watched)


def site_folders(config: "MkDocsConfig") -> SiteFolders:
    """Return the places of a site whose settings were loaded."""
    theme = config.theme.custom_dir
    watched = tuple(Path(path) for path in config.watch)
    return SiteFolders(Path(config.config_file_path), Path(config.docs_dir), Path(theme) if theme else None, watched)
