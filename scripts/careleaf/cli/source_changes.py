"""`careleaf sources changes`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.source_changes import changes_since
from careleaf.build.source_export import write_export
from careleaf.reporters.source_changes import render_source_changes


def add_options(parser: ArgumentParser) -> None:
    """Add the earlier lock, and where the message goes."""
    parser.add_argument("--since", type=Path, required=True, metavar="FILE", help="a copy of the earlier sources.lock")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write (default: print)")


def run(options: Namespace) -> int:
    """Say what changed: 0 when nothing did, 1 when somebody has to be told."""
    changes = changes_since(options.config_file, options.since, today(options.date))
    text = render_source_changes(changes)
    if options.output is None:
        sys.stdout.write(text)
    else:
        write_export(options.output, text)
    return 1 if changes.are_any else 0
