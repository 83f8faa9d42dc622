"""Our own templates: escaped by default, each replaceable by a file of the same name in the site's overrides."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
THEME_TEMPLATES = TEMPLATES / "theme"
ASSETS = TEMPLATES / "assets"


def template_environment(config: MkDocsConfig) -> Environment:
    """Return the environment for review block, sources, structured data and embed."""
    custom_dir = config.theme.custom_dir
    folders = [custom_dir, TEMPLATES] if custom_dir else [TEMPLATES]
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
