"""`careleaf explain` and `careleaf rules`."""

from argparse import ArgumentParser, Namespace

from careleaf.model.errors import ConfigError
from careleaf.reporters.explain import render_explanation, render_rules
from careleaf.rules.table import RULES


def add_options(parser: ArgumentParser) -> None:
    """Add the rule's code or name."""
    parser.add_argument("rule", metavar="CODE", help="a rule's code or name, such as CLM202 or uncited-figure")


def add_no_options(_parser: ArgumentParser) -> None:
    """`careleaf rules` has none."""


def run(options: Namespace) -> int:
    """Print one rule's page. Raises ConfigError when there is no such rule."""
    wanted = options.rule.casefold()
    for rule in RULES:
        if wanted in (rule.code.casefold(), rule.name):
            print(render_explanation(rule))
            return 0
    raise ConfigError(f"There is no rule `{options.rule}`. `careleaf rules` lists them.")


def run_rules(_options: Namespace) -> int:
    """Print the table of rules."""
    print(render_rules(RULES))
    return 0
