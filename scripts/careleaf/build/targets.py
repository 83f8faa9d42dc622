"""Where a site may be put. The folder is replaced whole, so it must be one that nobody can miss."""

from pathlib import Path

from careleaf.build.site_folders import SiteFolders
from careleaf.model.errors import PublishError

MANIFEST = "api/v1/files.json"
_SITE_FILES = ("index.html", "sitemap.xml")
"""What every site made by MkDocs has."""


def site_target(folders: SiteFolders, site_dir: Path | None) -> Path:
    """Return the folder the site goes to; a link is followed, and its folder is what is replaced.

    Raises:
        PublishError: putting a site there would destroy what it is made from, or the place cannot be replaced.
    """
    named = site_dir or folders.root / "site"
    try:
        target = named.resolve()
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError before Python 3.13
        raise PublishError(f"{named} is a link that leads nowhere. Correct or remove it.") from error
    _refuse_own_folders(target, folders)
    if target.is_mount():
        raise PublishError(f"{target} is a mount point, which cannot be exchanged. Name a folder inside it.")
    return target


def refuse_foreign(target: Path) -> None:
    """Refuse a folder with files that no build put there. Raises PublishError."""
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"{target} is a file. Name a folder for the site with --site-dir.")
    if (target / ".git").exists():
        raise PublishError(f"{target} holds a git repository, which a new site would erase. Name a folder inside it.")
    if any(target.iterdir()) and not _is_site(target):
        raise PublishError(
            f"{target} is not empty and holds no site, so it is left alone. Empty it, or name another with --site-dir."
        )


def _is_site(folder: Path) -> bool:
    return (folder / MANIFEST).is_file() or all((folder / name).is_file() for name in _SITE_FILES)


def _refuse_own_folders(target: Path, folders: SiteFolders) -> None:
    root, sources = folders.root, [folder.resolve() for folder in folders.read]
    for own in (root, *sources, root / ".git"):
        if _contains(target, own):
            raise PublishError(f"A site in {target} would erase {own}. Name a folder of its own with --site-dir.")
    for own in (*sources, root / ".git"):
        if _contains(own, target):
            raise PublishError(f"{target} lies in {own}, where the site is made from. Name another with --site-dir.")


def _contains(folder: Path, inner: Path) -> bool:
    """Tell whether a folder is another or lies above it, also where upper and lower case are the same."""
    above = (inner, *inner.parents)
    if not folder.exists():
        return folder in above
    return any(each.exists() and each.samefile(folder) for each in above)
