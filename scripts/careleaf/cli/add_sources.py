"""`careleaf sources add`."""

from argparse import ArgumentParser, Namespace

from careleaf.build.day import today
from careleaf.build.source_addition import Added, Finder, NotAdded, add_sources
from careleaf.cli.open_registries import open_registries
from careleaf.model.policy import Policy
from careleaf.registries.reply import Forgetful

_COULD_NOT_ASK = 2


def add_options(parser: ArgumentParser) -> None:
    """Add the identifiers."""
    parser.add_argument("works", nargs="+", metavar="WORK", help="a DOI, PMID, PMCID, ISBN or web address")


def run(options: Namespace) -> int:
    """Add each work, and say what became of it."""
    outcomes = []
    for outcome in add_sources(options.config_file, options.works, today(options.date), _finder):
        for line in _lines(outcome):
            print("".join(c if c.isprintable() else "\ufffd" for c in line))
        outcomes.append(outcome)
    refused = [outcome for outcome in outcomes if isinstance(outcome, NotAdded)]
    if len(refused) < len(outcomes):
        print("Nobody has opened what was added: open it, check the fields, add the evidence, then set the status.")
    return _COULD_NOT_ASK if any(outcome.unanswered for outcome in refused) else 1 if refused else 0


def _lines(outcome: Added | NotAdded) -> list[str]:
    if isinstance(outcome, NotAdded):
        return [f"{outcome.written}: not added: {outcome.why.rstrip('.')}."]
    kind, title = outcome.source.kind, outcome.source.title
    return [f"{outcome.file}: {kind}: {title} (told by {outcome.told_by})", *(f"  {note}" for note in outcome.notes)]


def _finder(policy: Policy) -> Finder:
    registries = open_registries(policy, Forgetful())
    from careleaf.registries.work_finder import WorkFinder  # needs the extra

    return WorkFinder(registries)
