"""A site's mkdocs.yml, loaded by MkDocs itself."""

import contextlib
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from careleaf.build.engine_warnings import EngineWarnings
from careleaf.build.inputs import PLUGIN
from careleaf.model.errors import ConfigError
from careleaf.model.library import Site

if TYPE_CHECKING:
    from careleaf.build.run import Run

_EXAMPLE_HOSTS = ("example.com", "example.org", "example.net", "localhost", "127.0.0.1")


class RunHolder(Protocol):
    """What a flow needs of the MkDocs plugin: a place to put its run."""

    run: "Run | None"


def load_settings(settings: Path, site_dir: Path | None = None) -> MkDocsConfig:
    """Load mkdocs.yml. Raises ConfigError when it is missing, broken, or does not name the plugin."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not settings.is_file():
        raise ConfigError(
            f"There is no {settings}. Run careleaf in a site's folder, or name its file with --config-file."
        )
    said = EngineWarnings()
    try:
        with said, contextlib.redirect_stderr(io.StringIO()):  # Material prints its own banner there
            config = load_config(str(settings), **({"site_dir": str(site_dir)} if site_dir else {}))
    except (ConfigurationError, Abort) as error:
        why = " ".join(said.messages) or str(error)
        raise ConfigError(f"{settings} cannot be used: {why}") from error
    if PLUGIN not in config.plugins:
        raise ConfigError(f"{settings} does not use the careleaf plugin. Add `- careleaf` to its `plugins`.")
    return config


def run_holder(config: MkDocsConfig) -> RunHolder:
    """Return the site's careleaf plugin."""
    return cast("RunHolder", config.plugins[PLUGIN])


def root_folder(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml: locations in findings are relative to it."""
    return Path(config.config_file_path).resolve().parent


def site_of(config: MkDocsConfig) -> Site:
    """Return the settings that channels need."""
    language = config.theme.locale.language if config.theme.locale else "en"
    return Site(
        name=config.site_name,
        url=public_address(config.site_url or ""),
        language=str(config.theme.get("language", language)),
        settings_path=Path(config.config_file_path).name,
        markdown_extensions=tuple(config.markdown_extensions),
    )


def public_address(url: str) -> str:
    """Return the site's address with a slash at its end; empty when none is set or it is an example's."""
    host = urlsplit(url).hostname or ""
    if not host or any(host == example or host.endswith(f".{example}") for example in _EXAMPLE_HOSTS):
        return ""
    return url.rstrip("/") + "/"
