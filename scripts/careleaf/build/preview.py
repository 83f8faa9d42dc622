"""Preview: the site on this computer, built again with every saved change."""

import logging
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, ConfigurationError

from careleaf.build.day import pin_engine_clock
from careleaf.build.settings import load_settings
from careleaf.model.errors import ConfigError


def preview_site(settings: Path, today: date, address: str | None, *, open_in_browser: bool) -> None:
    """Serve a site until it is stopped; findings are shown on the pages they belong to.

    Raises:
        ConfigError: the settings cannot be used, or the address is taken.
    """
    load_settings(settings)
    pin_engine_clock(today)
    _show_engine_messages()
    changed: dict[str, Any] = {"dev_addr": address} if address else {}
    try:
        serve(str(settings), open_in_browser=open_in_browser, **changed)
    except (Abort, ConfigurationError) as error:
        raise ConfigError(f"The preview ended: {error}") from error
    except OSError as error:
        raise ConfigError(
            f"The preview cannot be served there: {error.strerror}. Try --address 127.0.0.1:8001."
        ) from error


def _show_engine_messages() -> None:
    """Print what MkDocs says while it serves, such as the address."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
