"""Our own templates: escaped by default, each replaceable by a file of the same name in the site's overrides."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.meta import find_referenced_templates
from mkdocs.config.defaults import MkDocsConfig

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
THEME_TEMPLATES = TEMPLATES / "theme"
ASSETS = TEMPLATES / "assets"
_OURS = "careleaf"
"""The folder of our own templates, in a site's overrides too."""


def template_environment(config: MkDocsConfig) -> Environment:
    """Return the environment for review block, sources, structured data and embed."""
    custom_dir = config.theme.custom_dir
    folders = [custom_dir, TEMPLATES] if custom_dir else [TEMPLATES]
    return _environment(FileSystemLoader([str(folder) for folder in folders]))


def environment(own: Mapping[str, str]) -> Environment:
    """Return the same from the text of a site's own templates, so that any process can have it."""
    return _environment(ChoiceLoader([DictLoader(own), FileSystemLoader(str(TEMPLATES))]))


def own_templates(config: MkDocsConfig) -> dict[str, str]:
    """Return the templates by which a site replaces some of ours, and those they name, by their names."""
    folder = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    if folder is None or not folder.is_dir():
        return {}
    names = [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]
    waiting = [name for name in names if name.startswith(f"{_OURS}/") or (TEMPLATES / name).is_file()]
    found: dict[str, str] = {}
    while waiting:
        name = waiting.pop()
        if name not in found and (folder / name).is_file():
            found[name] = (folder / name).read_text(encoding="utf-8", errors="replace")
            waiting.extend(_named(found[name]))
    return dict(sorted(found.items()))


def _named(template: str) -> Iterator[str]:
    """Yield the templates that a template names; one that cannot be read is told of when it is used."""
    try:
        yield from filter(None, find_referenced_templates(Environment(autoescape=True).parse(template)))
    except TemplateError:
        return


def _environment(loader: BaseLoader) -> Environment:
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
