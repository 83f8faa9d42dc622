"""Findings as SARIF 2.1.0, for code scanning services and editors.

Paths are relative to the repository. Fingerprints never hold line numbers. What an author allowed, or the
baseline holds, is there as a suppressed result. The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from urllib.parse import quote

from careleaf.model.fingerprint import fingerprint
from careleaf.model.hidden import HIDDEN
from careleaf.model.report import Report
from careleaf.model.rule import Rule, RuleFinding
from careleaf.reporters.explain import explanation
from careleaf.reporters.github import worst_first
from careleaf.reporters.plain import shortened
from careleaf.reporters.rule_page import rule_page
from careleaf.reporters.rule_pages import rule_markdown

MOST_BYTES = 10_000_000
"""GitHub refuses larger files; theirs are counted packed, ours as they are."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "SITE"
Json = dict[str, object]


def render_sarif(report: Report, rules: Sequence[Rule], folder: str = "") -> str:
    """Return the report as one SARIF log.

    Args:
        report: what was found.
        rules: all rules that were asked.
        folder: where the site lies in the repository, with a slash at its end; empty at its top.
    """
    index = {rule.code: number for number, rule in enumerate(rules)}
    frame = _log(report, rules, [], 0)
    results, left_out = _fitting(_results(report, index, folder), MOST_BYTES - len(_text(frame).encode()) - 1000)
    return _text(_log(report, rules, results, left_out))


def _log(report: Report, rules: Sequence[Rule], results: list[Json], left_out: int) -> Json:
    notes = [_note(left_out)] if left_out else []
    run: Json = {
        "tool": {
            "driver": {
                "name": "careleaf",
                "semanticVersion": version("careleaf"),
                "rules": [_rule(rule, report) for rule in rules],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The top of the repository, or the folder of the site."}}
        },
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "careleaf/"},
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, report: Report) -> Json:
    text = explanation(rule)
    page = rule_page(rule, report)
    described: Json = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": text.split("\n\n")[0]},
        "help": {"text": text, "markdown": rule_markdown(rule)},
        "defaultConfiguration": {"level": str(rule.severity)},
        "properties": {"tags": [rule.code[:3]]},
    }
    return {**described, "helpUri": page} if page else described


def _results(report: Report, index: dict[str, int], folder: str) -> Iterator[Json]:
    """Yield the worst first: a log that is cut must keep what matters."""
    for found in worst_first(report.findings):
        yield _result(found, index, folder)
    for each in report.suppressed:
        until = f"Until {each.suppression.until}: {each.suppression.reason}"
        suppression: Json = {"kind": "inSource", "status": "accepted", "justification": shortened(until)}
        yield {**_result(each.found, index, folder), "suppressions": [suppression]}
    for found in report.in_baseline:
        known: Json = {"kind": "external", "status": "accepted", "justification": "It stands in the site's baseline."}
        yield {**_result(found, index, folder), "suppressions": [known], "baselineState": "unchanged"}


def _result(found: RuleFinding, index: dict[str, int], folder: str) -> Json:
    place, rule = found.finding.location, found.rule
    return {
        "ruleId": rule.code,
        "ruleIndex": index[rule.code],
        "level": str(rule.severity),
        "message": {"text": f"{shortened(found.finding.message)} {shortened(found.finding.help)}".strip()},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(place.path, folder),
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
        "partialFingerprints": {"careleaf/v1": fingerprint(found)},
    }


def _artifact(path: str, folder: str) -> Json:
    """Return where a file lies; registers outside of the site's folder have no relative address."""
    if path.startswith("/") or path[1:3] == ":/":
        return {"uri": f"file:///{quote(path.lstrip('/'), errors='surrogateescape')}"}
    return {"uri": quote(folder + path, errors="surrogateescape"), "uriBaseId": _ROOT}


def _fitting(results: Iterator[Json], room: int) -> tuple[list[Json], int]:
    kept: list[Json] = []
    left_out = 0
    for result in results:
        room -= len(_text([result]).encode())
        if room >= 0:
            kept.append(result)
        else:
            left_out += 1
    return kept, left_out


def _note(left_out: int) -> Json:
    text = f"{left_out} more findings would make this file larger than services take; `careleaf check` lists them."
    return {"level": "warning", "message": {"text": text}}


def _text(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"
