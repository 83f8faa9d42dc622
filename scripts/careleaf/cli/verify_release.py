"""`careleaf verify-release`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.received import verify_copy


def add_options(parser: ArgumentParser) -> None:
    """Add the copy's place."""
    parser.add_argument("copy", type=Path, metavar="FOLDER_OR_ZIP", help="a site, or its exports/offline-site.zip")


def run(options: Namespace) -> int:
    """Print what differs from the list of files, one file a line."""
    verdict = verify_copy(options.copy)
    for word, paths in (("changed", verdict.changed), ("missing", verdict.missing), ("extra", verdict.extra)):
        for path in paths:
            print(f"{word}: {_printable(path)}")
    whole = "This is the site its list describes" if verdict.is_whole else "This is not the site its list describes"
    print(f"{whole} ({verdict.files} files).", file=sys.stderr)
    print(f"SHA-256 of SHA256SUMS: {verdict.fingerprint}. Compare it with the publisher's.", file=sys.stderr)
    return 0 if verdict.is_whole else 1


def _printable(path: str) -> str:
    """Return a path that cannot move a terminal's cursor."""
    return path if path.isprintable() else ascii(path)
