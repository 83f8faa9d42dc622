"""`careleaf readability`."""

from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.build.judging import judged_run
from careleaf.cli.terminal import progress
from careleaf.model.errors import ConfigError
from careleaf.model.readability.prose import english_pages
from careleaf.reporters.readability import render_grades


def add_options(parser: ArgumentParser) -> None:
    """Add `--sections`."""
    parser.add_argument("--sections", action="store_true", help="list the sections of each page too")


def run(options: Namespace) -> int:
    """Print the grades. Raises ConfigError when the site is not in English, for which alone they mean something."""
    progress("Reading the site")
    library = judged_run(options.config_file, today(options.date)).library
    if not english_pages(library):
        raise ConfigError("Reading grades are known for English topic pages alone, and this site has none.")
    print(render_grades(library, with_sections=options.sections), end="")
    return 0
