"""All commands, in the order in which `careleaf --help` lists them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from careleaf.cli import (
    audit,
    build,
    check,
    clean,
    explain,
    handout,
    new,
    readability,
    release,
    review,
    schema,
    serve,
    sources,
    verify_release,
    withdraw,
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    name: str
    help: str
    add_options: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    reads_site: bool = True


COMMANDS = (
    Command("new", "begin a site, topic, page, source or person", new.add_options, new.run),
    Command("check", "ask every rule about the site; write nothing", check.add_options, check.run),
    Command("build", "check, then make website, handouts and embeds", build.add_options, build.run),
    Command("serve", "preview the site while you write; findings stand on their pages", serve.add_options, serve.run),
    Command("handout", "make one PDF handout, of a page or a topic", handout.add_options, handout.run),
    Command(
        "release", "build, list every file, and enter what went out in published.yml", release.add_options, release.run
    ),
    Command("review", "have pages reviewed: status, packet, sign, accept, history", review.add_options, review.run),
    Command("readability", "list the reading grade of pages and sections", readability.add_options, readability.run),
    Command("withdraw", "put a notice in the place of a page, in every channel", withdraw.add_options, withdraw.run),
    Command(
        "verify-release",
        "hold a copy of a site against its list of files",
        verify_release.add_options,
        verify_release.run,
        reads_site=False,
    ),
    Command("clean", "remove what builds keep to be faster; the site stays", clean.add_options, clean.run),
    Command("sources", "add, import, export and verify sources", sources.add_options, sources.run),
    Command("audit", "put all that is on record about a topic into one archive", audit.add_options, audit.run),
    Command(
        "explain", "say what a rule checks, why, and what to do", explain.add_options, explain.run, reads_site=False
    ),
    Command("rules", "list all rules", explain.add_no_options, explain.run_rules, reads_site=False),
    Command(
        "schema", "print the JSON Schema of a record, or write all", schema.add_options, schema.run, reads_site=False
    ),
)
