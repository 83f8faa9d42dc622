"""Where the page of a rule lies."""

from careleaf.model.report import Report
from careleaf.model.rule import RuleTitle


def page_name(rule: RuleTitle) -> str:
    """Return the name of a rule's page without an ending."""
    return rule.code.lower()


def rule_page(rule: RuleTitle, report: Report) -> str:
    """Return the address of a rule's page; empty when the site's policy names no place on the web."""
    base = report.rule_pages
    return f"{base.rstrip('/')}/{page_name(rule)}/" if base.lower().startswith(("https://", "http://")) else ""
