"""`careleaf sources add`, `import`, `export`, `verify`, `changes` and `used`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.source_export import AMA, FORMATS, export_sources, write_export
from careleaf.build.source_import import FileImport, Imported, Known, import_sources
from careleaf.cli import add_sources, source_carriers, source_changes, verify_sources
from careleaf.reading.source_import import Unreadable


def add_options(parser: ArgumentParser) -> None:
    """Add the actions with their options."""
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    adder = actions.add_parser("add", help="write a record from a DOI, PMID, PMCID, ISBN or web address")
    add_sources.add_options(adder)
    adder.set_defaults(action=add_sources.run)
    reader = actions.add_parser("import", help="write a record for each work of a reference file that has none")
    reader.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSL-JSON, RIS or BibTeX, by its ending")
    reader.set_defaults(action=_import)
    writer = actions.add_parser("export", help="write sources for a reference manager, or as a list of references")
    writer.add_argument("--format", dest="form", choices=(*FORMATS, AMA), required=True, help="the format")
    writer.add_argument("--page", default="", metavar="PAGE", help="only what a page cites, such as sleep/screens")
    writer.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write (default: print)")
    writer.set_defaults(action=_export)
    asker = actions.add_parser("verify", help="ask registries about the sources, and keep their answers")
    verify_sources.add_options(asker)
    asker.set_defaults(action=verify_sources.run)
    comparer = actions.add_parser("changes", help="say what the answers mean now that they did not mean before")
    source_changes.add_options(comparer)
    comparer.set_defaults(action=source_changes.run)
    finder = actions.add_parser("used", help="list every page, handout and embed that carries a fact")
    source_carriers.add_options(finder)
    finder.set_defaults(action=source_carriers.run)


def run(options: Namespace) -> int:
    """Do what was asked."""
    return int(options.action(options))


def _import(options: Namespace) -> int:
    readable = True
    for done in import_sources(options.config_file, options.files, today(options.date)):
        _say(done)
        readable = readable and not any(isinstance(outcome, Unreadable) for outcome in done.outcomes)
    return 0 if readable else 1


def _say(done: FileImport) -> None:
    kinds = [type(outcome) for outcome in done.outcomes]
    for outcome in done.outcomes:
        for line in _lines(done.file, outcome):
            print("".join(c if c.isprintable() else "\ufffd" for c in line))
    print(
        f"{done.file}: {kinds.count(Imported)} imported, {kinds.count(Known)} known already, "
        f"{kinds.count(Unreadable)} not readable."
    )
    if Imported in kinds:
        print(
            "Nobody has opened the imported works: complete the records, or `careleaf check` will say what is missing."
        )


def _lines(file: Path, outcome: Imported | Known | Unreadable) -> list[str]:
    if isinstance(outcome, Unreadable):
        label = f" `{outcome.label}`" if outcome.label else ""
        return [f"{file}:{outcome.line}: left out{label}: {outcome.why}"]
    where = f"{file}:{outcome.reference.line}"
    if isinstance(outcome, Known):
        label = outcome.reference.label
        return [f"{where}: left out `{label}`: it is the work of `{outcome.key}`; both have the same {outcome.reason}."]
    kind = outcome.reference.source.kind
    notes = [f"{where}: {note}" for note in outcome.reference.notes]
    return [f"{where}: imported `{outcome.key}` as {kind}: {outcome.reference.source.title}", *notes]


def _export(options: Namespace) -> int:
    text = export_sources(options.config_file, options.form, options.page, today(options.date))
    if options.output is None:
        sys.stdout.write(text)
    else:
        write_export(options.output, text)
    return 0
