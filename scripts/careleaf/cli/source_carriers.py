"""`careleaf sources used`: every page, handout and embed that carries a fact."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from careleaf.build.day import today
from careleaf.build.judging import judged_run
from careleaf.cli.terminal import progress
from careleaf.model.carriers import Carrier, carriers
from careleaf.model.citation import Citation
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library


def add_options(parser: ArgumentParser) -> None:
    """Add the fact and the format."""
    parser.add_argument("fact", metavar="KEY[#EVIDENCE]", help="a source, or one thing it reports")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: Namespace) -> int:
    """Print what carries the fact, and what to do if it is wrong."""
    progress("Reading the site")
    library = judged_run(options.config_file, today(options.date)).library
    found = carriers(_fact(options.fact, library), library)
    if options.format == "json":
        print(json.dumps([_record(one) for one in found], indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(options.fact, found)))
    return 0


def _fact(text: str, library: Library) -> Citation:
    key, _, evidence = text.lstrip("@").partition("#")
    source = library.sources.get(key)
    if source is None:
        raise ConfigError(f"There is no source `{key}`.")
    if evidence and evidence not in source.value.evidence:
        known = ", ".join(source.value.evidence) or "none"
        raise ConfigError(f"The source `{key}` records no `{evidence}`. What it records: {known}.")
    return Citation(key, evidence)


def _record(one: Carrier) -> dict[str, object]:
    return {**asdict(one), "state": str(one.state), "places": [str(place) for place in one.places]}


def _lines(fact: str, found: tuple[Carrier, ...]) -> list[str]:
    if not found:
        return [f"No topic page cites {fact}."]
    lines = []
    for one in found:
        lines += [f"{one.page}: {one.title} ({one.state})", *(f"  cited at {place}" for place in one.places)]
        lines += [f"  shown at {address}" for address in one.addresses]
        lines += [f"  signed by {', '.join(one.signed_by)}"] if one.signed_by else []
    many = f"{len(found)} {'page carries' if len(found) == 1 else 'pages carry'} {fact}."
    return [*lines, "", many, *_ADVICE]


_ADVICE = (
    "If it is wrong: correct its record. `careleaf review status --state changed-since-review` then lists what has to",
    "be signed again. `careleaf withdraw` takes a page down at once.",
)
