"""`careleaf schema`."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.reading.schemas import SCHEMA_NAMES, schema_of


def add_options(parser: ArgumentParser) -> None:
    """Add the record's name, or the folder for all."""
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("record", nargs="?", choices=SCHEMA_NAMES, help="print the schema of one record")
    group.add_argument("--out", type=Path, metavar="FOLDER", help="write all schemas into a folder")


def run(options: Namespace) -> int:
    """Print one schema, or write all."""
    if options.record:
        print(_text(options.record), end="")
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    for name in SCHEMA_NAMES:
        (options.out / f"{name}.schema.json").write_text(_text(name), encoding="utf-8")
    return 0


def _text(name: str) -> str:
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"
