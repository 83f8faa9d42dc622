"""All findings as a table in Markdown: what GitHub shows as the summary of a step.

A summary of more than 1 MiB is dropped whole, so the table ends before and says what it lacks:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
"""

import re
from collections.abc import Iterator

from careleaf.model.report import Report
from careleaf.model.rule import RuleFinding
from careleaf.reporters.github import worst_first
from careleaf.reporters.plain import one_line
from careleaf.reporters.rule_page import rule_page
from careleaf.reporters.text import summary

MOST_BYTES = 1024 * 1024
_FOR_THE_END = 200
"""Bytes kept free for the line that says what is left out."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+!|~@&:-]")


def render_step_summary(report: Report, room: int = MOST_BYTES) -> str:
    """Return the table, in at most `room` bytes; empty where not even its head would fit."""
    head = f"### careleaf\n\n{_plain(summary(report))}\n\n"
    table = "| place | rule | finding |\n|---|---|---|\n" if report.findings else ""
    text = head + table
    left = room - len(text.encode()) - _FOR_THE_END
    if left < 0:
        return ""
    rows, left_out = _fitting(_rows(report), left)
    end = f"\n{left_out} more findings are only in the log.\n" if left_out else ""
    return text + "".join(rows) + end


def _rows(report: Report) -> Iterator[str]:
    for found in worst_first(report.findings):
        yield f"| {_plain(str(found.finding.location))} | {_rule(found, report)} | {_sentences(found)} |\n"


def _rule(found: RuleFinding, report: Report) -> str:
    shown = f"{found.rule.severity} {found.rule.code} {_plain(found.rule.name)}"
    address = rule_page(found.rule, report)
    return f"[{shown}](<{address}>)" if address else shown


def _sentences(found: RuleFinding) -> str:
    return _plain(f"{one_line(found.finding.message)} {one_line(found.finding.help)}".strip())


def _plain(text: str) -> str:
    """Return a text whose signs mean nothing in Markdown: an author's words must not become links or images."""
    return _MARKUP.sub(lambda match: f"\\{match[0]}", one_line(text))


def _fitting(rows: Iterator[str], room: int) -> tuple[list[str], int]:
    kept: list[str] = []
    left_out = 0
    for row in rows:
        room -= len(row.encode())
        if room >= 0:
            kept.append(row)
        else:
            left_out += 1
    return kept, left_out
