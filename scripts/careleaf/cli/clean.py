"""`careleaf clean`."""

from argparse import ArgumentParser, Namespace

from careleaf.build.settings import load_settings, root_folder
from careleaf.build.store import CACHE_FOLDER
from careleaf.build.workers import forget


def add_options(_parser: ArgumentParser) -> None:
    """Add nothing: it has no options of its own."""


def run(options: Namespace) -> int:
    """Remove what earlier builds kept; the site itself stays."""
    was_there = forget(root_folder(load_settings(options.config_file)))
    print(f"Removed {CACHE_FOLDER}." if was_there else "Nothing was kept.")
    return 0
