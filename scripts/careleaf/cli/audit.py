"""`careleaf audit`."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from careleaf.build.day import today
from careleaf.cli.terminal import progress
from careleaf.model.audit.criterion import Proof
from careleaf.review.audit import write_audit


def add_options(parser: ArgumentParser) -> None:
    """Add the topic and the file."""
    parser.add_argument("topic", metavar="TOPIC|PAGE", help="what is to be shown")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: build/audit-TOPIC.zip")


def run(options: Namespace) -> int:
    """Write the archive, and say what is missing."""
    progress("Gathering the records")
    name = options.topic.strip("/").replace("/", "-") or "topic"
    file = options.output or Path("build") / f"audit-{name}.zip"
    judged = write_audit(options.config_file, options.topic, file, today(options.date))
    print(file)
    counts = Counter(found.proof for _, found in judged)
    print(", ".join(f"{counts[proof]} {proof}" for proof in Proof) + ".", file=sys.stderr)
    for criterion, found in judged:
        if found.proof is Proof.MISSING:
            print(f"Missing for {criterion.standard}, {criterion.name}: {found.why}", file=sys.stderr)
    return 0
