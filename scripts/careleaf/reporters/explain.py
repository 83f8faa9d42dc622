"""A rule's own page, and the table of all rules: printed from the rules, so that they cannot drift."""

import inspect
from collections.abc import Sequence

from careleaf.model.rule import Rule


def render_explanation(rule: Rule) -> str:
    """Return code, name, severity, the text at the head of the rule's file, and whether it may be suppressed."""
    may = (
        "can never be suppressed"
        if rule.weight.is_binding
        else "may be suppressed in place, with a reason and a last day"
    )
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{explanation(rule)}\n\nThis rule {may}.\n"


def explanation(rule: Rule) -> str:
    """Return the text at the head of the file a rule stands in."""
    module = inspect.getmodule(rule.check)
    return (inspect.getdoc(module) or rule.summary).strip() if module else rule.summary


def render_rules(rules: Sequence[Rule]) -> str:
    """Return one line a rule: code, severity, name, summary."""
    rows = [(rule.code, str(rule.severity), rule.name, rule.summary) for rule in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]) + "\n"
        for row in rows
    )


def render_rules_markdown(rules: Sequence[Rule]) -> str:
    """Return the table of all rules as Markdown, for CONTRIBUTING."""
    rows = (f"| {rule.code} | {rule.severity} | `{rule.name}` | {rule.summary} |\n" for rule in rules)
    return "| code | severity | name | fault |\n|---|---|---|---|\n" + "".join(rows)
