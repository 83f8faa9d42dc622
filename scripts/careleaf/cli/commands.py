"""All commands, in the order in which `careleaf --help` lists them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Its module is loaded only where it is asked for: all together they load a second's worth."""

    name: str
    help: str
    module: str
    """In `careleaf.cli`."""
    reads_site: bool = True
    adds: str = "add_options"
    runs: str = "run"
    """Names of its two functions in the module."""

    def add_options(self, parser: ArgumentParser) -> None:
        """Add what the command may be told, besides the site it reads."""
        getattr(self._module, self.adds)(parser)

    @property
    def run(self) -> Callable[[Namespace], int]:
        """What the command does; returns its exit code."""
        function: Callable[[Namespace], int] = getattr(self._module, self.runs)
        return function

    @property
    def _module(self) -> ModuleType:
        return import_module(f"careleaf.cli.{self.module}")


COMMANDS = (
    Command("new", "begin a site, topic, page, source or person", "new"),
    Command("check", "ask every rule about the site; write nothing", "check"),
    Command("build", "check, then make website, handouts and embeds", "build"),
    Command("serve", "preview the site while you write; findings stand on their pages", "serve"),
    Command("handout", "make one PDF handout, of a page or a topic", "handout"),
    Command("release", "build, list every file, and enter what went out in published.yml", "release"),
    Command("review", "have pages reviewed: status, packet, sign, accept, history", "review"),
    Command("readability", "list the reading grade of pages and sections", "readability"),
    Command("withdraw", "put a notice in the place of a page, in every channel", "withdraw"),
    Command("verify-release", "hold a copy of a site against its list of files", "verify_release", reads_site=False),
    Command("clean", "remove what builds keep to be faster; the site stays", "clean"),
    Command("sources", "add, import, export and verify sources", "sources"),
    Command("audit", "put all that is on record about a topic into one archive", "audit"),
    Command("explain", "say what a rule checks, why, and what to do", "explain", reads_site=False),
    Command("rules", "list all rules", "explain", reads_site=False, adds="add_no_options", runs="run_rules"),
    Command("schema", "print the JSON Schema of a record, or write all", "schema", reads_site=False),
)
