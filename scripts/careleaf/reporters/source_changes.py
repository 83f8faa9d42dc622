"""What changed about the sources, as a message in Markdown for the people who look after them.

Titles and words in it come from registries. Nothing of them acts: no link, no picture, no HTML, and nobody is called
by name (GitHub calls whoever stands behind an @, also behind an escaped one; an empty comment between prevents it).
"""

import re
from collections.abc import Iterable, Iterator

from careleaf.model.source_change import SourceChanges, SourceNews
from careleaf.reporters.plain import one_line

_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#+!|~&:.-]")
_CALLS = re.compile(r"@|\\#")


def render_source_changes(changes: SourceChanges) -> str:
    """Return the message; the same answers and records give the same bytes."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: SourceChanges) -> Iterator[str]:
    yield "# Sources: what changed" if changes.are_any else "# Sources: nothing changed"
    yield ""
    yield f"{len(changes.new)} new, {len(changes.settled)} settled, {len(changes.still_open)} still open."
    if changes.unanswered:
        yield f"{len(changes.unanswered)} questions had no answer: about these, nothing is known to be well."
    yield from _part("New", changes.new)
    yield from _part("Settled", changes.settled, is_open=False)
    yield from _part("Still open", changes.still_open)
    if changes.unanswered:
        yield from ("", "## Without an answer", "")
        yield from (f"- {_inert(question)}: {_inert(why)}" for question, why in sorted(changes.unanswered.items()))


def _part(heading: str, news: Iterable[SourceNews], *, is_open: bool = True) -> Iterator[str]:
    for number, one in enumerate(news):
        if number == 0:
            yield from ("", f"## {heading}", "")
        yield f"- **{_inert(one.source)}** ({one.found.rule.code} {one.found.rule.name})  "
        yield f"  {_sentence(one.found.finding.message)}" + ("  " if is_open else "")
        if is_open:
            yield f"  What to do: {_sentence(one.found.finding.help)}  "
            yield f"  Cited on: {', '.join(_code(page) for page in one.pages) or 'no page'}"


def _sentence(text: str) -> str:
    """Return a message with its words between backticks as code."""
    parts = one_line(text).split("`")
    if len(parts) % 2 == 0:
        return _inert(text)
    return "".join(_code(part) if number % 2 else _inert(part) for number, part in enumerate(parts))


def _code(text: str) -> str:
    return f"`{one_line(text).replace('`', '')}`" if text.strip(" `") else ""


def _inert(text: str) -> str:
    """Return a text whose signs mean nothing; the space at either end stays, for it is part of a sentence."""
    shown = _SIGNS.sub(lambda match: f"\\{match[0]}", one_line(f"|{text}|")[1:-1])
    return _CALLS.sub(lambda match: f"{match[0]}<!-- -->", shown)
