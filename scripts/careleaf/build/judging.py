"""Judging: MkDocs renders every page, our rules are asked, and it ends before anything is written."""

import tempfile
from datetime import date
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from careleaf.build.day import pin_engine_clock
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings, root_folder, run_holder
from careleaf.build.workers import lone_workshop
from careleaf.model.errors import ConfigError
from careleaf.model.report import Report


def judged_run(settings: Path, today: date) -> Run:
    """Read, render and judge a whole site, and return the run with its library and views.

    Args:
        settings: the site's mkdocs.yml.
        today: the day due dates are held against.

    Raises:
        ConfigError: the site's settings cannot be used, or its folder holds what nobody may walk through.
    """
    run, report = judged(settings, today)
    if not run.is_judged:
        first = report.errors[0].finding
        raise ConfigError(f"{first.location}: {first.message} {first.help}")
    return run


def judged(settings: Path, today: date, baseline: Path | None = None) -> tuple[Run, Report]:
    """Read, render and judge a whole site, and return the run and what was found.

    Args:
        settings: the site's mkdocs.yml.
        today: the day due dates are held against.
        baseline: the file of a baseline, if the site has one.

    Raises:
        ConfigError: the site's settings cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-check-") as folder:
        config = load_settings(settings, Path(folder))
        run = Run(Mode.CHECK, today, baseline, workshop=lone_workshop(root_folder(config)))
        try:
            run_mkdocs(config, run)
        except Judged as judged:
            return run, judged.report
    raise ConfigError("MkDocs ended without asking the careleaf plugin. Is it named in mkdocs.yml?")


def run_mkdocs(config: MkDocsConfig, run: Run) -> None:
    """Let MkDocs build a site with this run in our plugin. Raises ConfigError when MkDocs gives up."""
    config.strict = False  # our report holds what MkDocs warns about, at its place
    run_holder(config).run = run
    pin_engine_clock(run.today)
    with run.warnings:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except (Abort, BuildError) as error:
            said = "; ".join(run.warnings.messages) or str(error)
            raise ConfigError(f"MkDocs could not build the site: {said}") from error
        except TemplateError as error:
            where = getattr(error, "filename", None) or getattr(error, "name", None) or "of this site"
            raise ConfigError(f"The template {where} cannot be used: {error.message or error}") from error
        finally:
            config.plugins.on_shutdown()
