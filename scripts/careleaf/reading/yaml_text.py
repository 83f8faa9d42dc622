"""YAML as careleaf takes it: text, lists and maps, each with its place; nothing else happens.

No dates, no yes-and-no magic: every scalar is text, so ``issued: 2024-02`` stays what the author wrote. Anchors,
aliases and tags are refused, size and depth are bounded: a register is data, not a program.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import yaml

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.hidden import hidden_characters, name_of

MAX_CHARACTERS = 400_000
MAX_DEPTH = 12

Value = str | None | list["Value"] | dict[str, "Value"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null"})


class _RefusedError(Exception):
    """Parsing cannot go on; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.finding.message)
        self.fault = fault


@dataclass
class ParsedYaml:
    """A YAML text as plain values, with the place of each key path."""

    value: Value = None
    places: dict[str, Location] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse_yaml(text: str, path: str, first_line: int = 1) -> ParsedYaml:
    """Parse one document; never raises for bad input.

    Args:
        text: the YAML, without front matter fences.
        path: the file, for locations.
        first_line: the line of the file on which the text starts.
    """
    parsed = ParsedYaml()
    parsed.faults.extend(_hidden(text, path, first_line))
    builder = _Builder(path, first_line, parsed)
    try:
        if len(text) > MAX_CHARACTERS:
            raise builder.refused(None, f"is larger than {MAX_CHARACTERS} characters", "Split it up.")
        parsed.value = builder.document(yaml.parse(text, Loader=_LOADER))
    except _RefusedError as refused:
        parsed.faults.append(refused.fault)
    except yaml.YAMLError as error:
        parsed.faults.append(_syntax_fault(error, path, first_line))
    return parsed


def _hidden(text: str, path: str, first_line: int) -> Iterator[Fault]:
    """Yield the first hidden character of each line."""
    for number, line in enumerate(text.split("\n")):
        for offset, character in islice(hidden_characters(line), 1):
            yield hidden_fault(Location(path, first_line + number, offset + 1), character)


def hidden_fault(place: Location, character: str) -> Fault:
    """Return the fault for a character that nobody sees."""
    message = f"Here stands a character that nobody sees: {name_of(character)}."
    return Fault(FaultKind.HIDDEN_CHARACTER, Finding(place, message, "Delete it, or copy the text as plain text."))


def _syntax_fault(error: yaml.YAMLError, path: str, first_line: int) -> Fault:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem = getattr(error, "problem", None) or "a character that YAML does not allow"
    return Fault(
        FaultKind.UNREADABLE_RECORD,
        Finding(
            Location(path, first_line + line, column + 1),
            f"This is not valid YAML: {problem}.",
            "Put quotation marks around a value that contains a colon, and indent with spaces.",
        ),
    )


class _Builder:
    """Turns YAML events into values, without recursion deeper than `MAX_DEPTH`."""

    def __init__(self, path: str, first_line: int, parsed: ParsedYaml) -> None:
        self.path = path
        self.first_line = first_line
        self.parsed = parsed

    def document(self, events: Iterator[yaml.Event]) -> Value:
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        value = self.value(events, next(events), "", 0)
        next(events)
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise self.refused(after, "holds a second YAML document", "Keep one document in a file.")
        return value

    def value(self, events: Iterator[yaml.Event], event: yaml.Event, key_path: str, depth: int) -> Value:
        self._refuse_magic(event, depth)
        self.parsed.places.setdefault(key_path, self.location(event))
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_hidden(event)
            is_null = event.style is None and event.value in _NULLS
            return None if is_null else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, key_path, depth)
        return self._mapping(events, key_path, depth)

    def _sequence(self, events: Iterator[yaml.Event], key_path: str, depth: int) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self.value(events, event, _join(key_path, str(len(items))), depth + 1))
        return items

    def _mapping(self, events: Iterator[yaml.Event], key_path: str, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refused(event, "has a key that is not plain text", "Write `key: value`.")
            self._refuse_magic(event, depth)
            key = event.value
            if key in values:
                self._duplicate(event)
            self.parsed.places[_join(key_path, key)] = self.location(event)
            values[key] = self.value(events, next(events), _join(key_path, key), depth + 1)
        return values

    def _refuse_hidden(self, event: yaml.ScalarEvent) -> None:
        """Report a hidden character that an escape in quotation marks makes; typed ones are found in the text."""
        if event.style == '"':
            for _, character in islice(hidden_characters(event.value), 1):
                self.parsed.faults.append(hidden_fault(self.location(event), character))

    def _duplicate(self, event: yaml.ScalarEvent) -> None:
        finding = Finding(
            self.location(event), f"The key `{event.value}` stands here a second time.", "Keep one of the two."
        )
        self.parsed.faults.append(Fault(FaultKind.DUPLICATE_KEY, finding))

    def _refuse_magic(self, event: yaml.Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refused(event, "uses a YAML anchor or alias", "Write the value out.")
        tag = getattr(event, "tag", None)
        if tag:
            raise self.refused(event, f"uses the YAML tag `{tag}`", "Write plain text, lists and maps.")
        if depth > MAX_DEPTH:
            raise self.refused(event, f"is nested deeper than {MAX_DEPTH} levels", "Make it flatter.")

    def location(self, event: yaml.Event | None) -> Location:
        mark = event.start_mark if event else None
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Location(self.path, self.first_line + line, column + 1)

    def refused(self, event: yaml.Event | None, what: str, advice: str) -> _RefusedError:
        finding = Finding(self.location(event), f"This YAML {what}.", advice)
        return _RefusedError(Fault(FaultKind.UNREADABLE_RECORD, finding))


def _join(parent: str, key: str) -> str:
    return f"{parent}.{key}" if parent else key
