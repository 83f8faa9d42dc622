"""The same library for generators without careleaf: what a publisher would write by hand for the same reader.

Same words, same pictures, same sources. Citations are footnotes that hold the source's line and what it reports; care
cards and main messages are admonitions; who wrote and reviewed a page stands at its end, as an editor would type it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PEER_DOCS = "plain-docs"
"""The folder with the peers' pages."""
PLAIN_SETTINGS = """\
site_name: Example health library
docs_dir: plain-docs
theme: {name: material, font: false}
plugins: [search]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - sane_lists
  - tables
  - toc: {permalink: true}
"""
_CITATION = re.compile(r"\[@(?P<key>[\w-]+)#e(?P<evidence>\d+)\]")
_CARD = re.compile(r"^/// care-card \| (?P<title>.+)\n    level: .+\n(?P<content>(?:.*\n)*?)///$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n(?P<front>(?:.*\n)*?)---\n")
_MESSAGE = re.compile(r"^main_message: (?P<message>.+)\n", re.MULTILINE)
_SHOWN = ("title", "description")
_ABOUT = """\
## Review of this page

Written by
:   Example author 0

Last changed
:   1 November 2026

Reviewed by
:   Example reviewer 1, MD (physician), on 20 November 2026

Next review
:   20 November 2028

This is general information. It does not replace advice from your own clinician.
"""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as a reader sees it in a list."""

    line: str
    """In Markdown, with its address."""
    says: tuple[str, ...]
    """What it reports, by the number of the evidence."""


def write_settings(folder: Path) -> None:
    """Write the settings of MkDocs with Material: with the whole navigation, and with a pruned one."""
    pruned = PLAIN_SETTINGS.replace("font: false", "font: false, features: [navigation.prune]")
    for name, text in (("plain.yml", PLAIN_SETTINGS), ("pruned.yml", pruned)):
        (folder / name).write_text(text, encoding="utf-8")


def peer_page(text: str, sources: Mapping[str, SourceLine]) -> str:
    """Return a page of careleaf as one for generators without it."""
    front = _FRONT.match(text)
    assert front is not None  # noqa: S101  # every page of the made-up library has it
    head = "\n".join(line for line in front["front"].splitlines() if line.partition(":")[0] in _SHOWN)
    message = _MESSAGE.search(front["front"])
    opening = f'!!! abstract "The most important thing"\n\n    {message["message"]}\n\n' if message else ""
    body = text[front.end() :].lstrip("\n")
    footnotes = "\n\n".join(_footnotes(body, sources))
    body = _CARD.sub(_admonition, _CITATION.sub(r"[^\g<key>]", body))
    return "\n".join(["---", head, "---\n", opening + body, _ABOUT, footnotes, ""])


def _admonition(card: re.Match[str]) -> str:
    content = "\n".join(f"    {line}" if line else "" for line in card["content"].strip("\n").splitlines())
    return f'!!! warning "{card["title"]}"\n\n{content}\n'


def _footnotes(body: str, sources: Mapping[str, SourceLine]) -> Iterator[str]:
    """Yield the note of each cited source, in the order of first citation, with what it is cited for."""
    cited: dict[str, list[int]] = {}
    for mark in _CITATION.finditer(body):
        cited.setdefault(mark["key"], []).append(int(mark["evidence"]))
    for key, evidence in cited.items():
        said = " ".join(sources[key].says[number] for number in dict.fromkeys(evidence))
        yield f"[^{key}]: {sources[key].line} {said}"
