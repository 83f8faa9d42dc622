"""`careleaf explain` and `careleaf rules`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.rule_folder import write_rule_pages
from careleaf.model.errors import ConfigError
from careleaf.reporters.explain import render_explanation, render_rules
from careleaf.rules.table import RULES, find_rule


def add_options(parser: ArgumentParser) -> None:
    """Add the rule's code or name, or the folder for the pages of all."""
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("rule", nargs="?", metavar="CODE", help="a rule's code or name: CLM202 or uncited-figure")
    group.add_argument("--all", action="store_true", help="write a Markdown page for every rule into --out FOLDER")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the pages of all rules go")


def add_no_options(_parser: ArgumentParser) -> None:
    """`careleaf rules` has none."""


def run(options: Namespace) -> int:
    """Print one rule's page, or write all. Raises ConfigError when there is no such rule."""
    if bool(options.out) != options.all:
        raise ConfigError("--all and --out FOLDER belong together.")
    if options.all:
        print(f"{write_rule_pages(options.out)} pages are in {options.out}.", file=sys.stderr)
        return 0
    rule = find_rule(options.rule)
    if rule is None:
        raise ConfigError(f"There is no rule `{options.rule}`. `careleaf rules` lists them.")
    print(render_explanation(rule), end="")
    return 0


def run_rules(_options: Namespace) -> int:
    """Print the table of rules."""
    print(render_rules(RULES))
    return 0
