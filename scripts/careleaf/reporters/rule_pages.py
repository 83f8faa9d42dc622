"""A page for each rule, and one that lists them by family: Markdown for a documentation site.

The words are those at the head of each rule's file, so that the pages, `careleaf explain` and the rule cannot differ.
The front matter is what careleaf itself asks of a page.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from careleaf.model.finding import Severity
from careleaf.model.rule import Rule
from careleaf.reporters.explain import explanation
from careleaf.reporters.rule_page import page_name

_FAMILIES = {
    "FMT": "Format and metadata",
    "SRC": "Sources",
    "CLM": "Claims",
    "REV": "Reviews",
    "LAN": "Language",
    "A11": "Accessibility",
    "LNK": "Links",
    "OUT": "Output",
}
_WRONG = "Can be wrong when: "


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of the text at the head of a rule's file."""

    what: str
    why: str
    when_wrong: str
    what_to_do: str
    bad: str
    good: str


def rule_pages(rules: Sequence[Rule]) -> Mapping[str, str]:
    """Return the text of every page by its file's name."""
    return {"index.md": _index(rules), **{f"{page_name(rule)}.md": _page(rule) for rule in rules}}


def parts(rule: Rule) -> Explanation:
    """Take a rule's explanation apart."""
    first, *rest, examples = explanation(rule).split("\n\n")
    wrong = next(number for number, part in enumerate(rest) if part.startswith(_WRONG))
    bad, good = examples.split("\n", 1)
    return Explanation(
        what=first,
        why="\n\n".join(rest[:wrong]),
        when_wrong=_sentence(rest[wrong].removeprefix(_WRONG)),
        what_to_do=_sentence("\n\n".join(rest[wrong + 1 :]).removeprefix("What to do: ")),
        bad=bad.removeprefix("Bad:").strip(),
        good=good.removeprefix("Good:").strip(),
    )


def rule_markdown(rule: Rule) -> str:
    """Return what a rule's page says below its title."""
    return "\n\n".join(_sections(rule)) + "\n"


def _page(rule: Rule) -> str:
    return _front(f"{rule.code} {rule.name}", f"{rule.summary.rstrip('.')}.") + rule_markdown(rule)


def _sections(rule: Rule) -> Iterator[str]:
    explained = parts(rule)
    is_error = rule.severity is Severity.ERROR
    weight = (
        "An **error**: it keeps the site from being published." if is_error else "A **warning**: somebody should look."
    )
    yield f"{_sentence(rule.summary.rstrip('.'))}. {weight}"
    yield f"## What it checks\n\n{explained.what}"
    yield f"## Why it matters\n\n{explained.why}"
    yield f"## When it can be wrong\n\n{explained.when_wrong}"
    yield f"## What to do\n\n{explained.what_to_do}"
    yield f"## An example\n\nWrong:\n\n> {explained.bad}\n\nRight:\n\n> {explained.good}"
    yield f"## May it be suppressed?\n\n{_suppression(rule)}"


def _suppression(rule: Rule) -> str:
    if rule.weight.is_binding:
        return "No. It can neither be suppressed nor stand in a baseline."
    comment = f"<!-- careleaf: allow {rule.code} until YEAR-MONTH-DAY: the reason -->"
    if rule.code.startswith("SRC"):
        comment = f"# careleaf: allow {rule.code} until YEAR-MONTH-DAY: the reason"
    return f"Yes, before the place, with a last day and a reason: `{comment}`."


def _index(rules: Sequence[Rule]) -> str:
    listed = "\n\n".join(_family(prefix, list(group)) for prefix, group in groupby(rules, lambda rule: rule.code[:3]))
    said = "An error keeps the site from being published; where it says *Warning*, somebody should look."
    return f"{_front('Rules', 'Every rule of careleaf, by family.')}{said}\n\n{listed}\n"


def _family(prefix: str, rules: Sequence[Rule]) -> str:
    rows = (f"| [{r.code} {r.name}]({page_name(r)}.md) | {_fault(r)} |\n" for r in rules)
    return f"## {_FAMILIES[prefix]}\n\n| rule | fault |\n|---|---|\n{''.join(rows)}".rstrip("\n")


def _fault(rule: Rule) -> str:
    fault = f"{rule.summary.rstrip('.')}."
    return fault if rule.severity is Severity.ERROR else f"{fault} *Warning.*"


def _front(title: str, description: str) -> str:
    quoted = (json.dumps(text, ensure_ascii=False) for text in (title, description))
    return "---\ntitle: {}\ndescription: {}\n---\n\n".format(*quoted)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
