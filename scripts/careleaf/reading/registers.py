"""The registers below docs/_data: sources, people, reviews, glossary, policy, released pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from careleaf.model.clinic import Clinic
from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.glossary import Glossary, Term
from careleaf.model.person import Person
from careleaf.model.policy import Policy
from careleaf.model.published import Published
from careleaf.model.record import Record
from careleaf.model.review import ReviewRegister
from careleaf.model.signed_text import SignedText
from careleaf.model.source import Source
from careleaf.model.source_check import AnswerRegister
from careleaf.model.suppression import Suppression
from careleaf.reading.glossary import ambiguous_forms
from careleaf.reading.records import parse_record
from careleaf.reading.released_loaders import LOADERS, loader_faults
from careleaf.reading.signature_checks import Checks, signature_checks, unusable_keys
from careleaf.reading.signed_texts import read_signed_texts
from careleaf.reading.source_lock import LOCK_NAME, read_source_lock
from careleaf.reading.suppressions import yaml_suppressions
from careleaf.reading.text_file import read_text

T = TypeVar("T")

DATA_FOLDER = "_data"


@dataclass(frozen=True)
class Registers:
    """All registers of a site, and what could not be read."""

    sources: Mapping[str, Record[Source]]
    people: Mapping[str, Record[Person]]
    clinics: Mapping[str, Record[Clinic]]
    glossary: Glossary
    reviews: Mapping[str, Record[ReviewRegister]]
    policy: Record[Policy]
    published: Record[Published]
    faults: list[Fault] = field(default_factory=list)
    answers: AnswerRegister = field(default_factory=AnswerRegister)
    signed_texts: Mapping[str, Mapping[str, SignedText]] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    signature_checks: Checks = field(default_factory=dict)


def read_registers(docs: Path, root: Path) -> Registers:
    """Read everything below ``_data``. Paths in faults are relative to `root`, the site's folder."""
    data = docs / DATA_FOLDER
    faults: list[Fault] = []
    reader = _Reader(root, faults)
    answers, lock_faults = read_source_lock(data / LOCK_NAME, relative_path(data / LOCK_NAME, root))
    signed_texts, text_faults = read_signed_texts(data / "reviews", root)
    faults.extend([*lock_faults, *text_faults])
    registers = Registers(
        sources=reader.folder(data / "sources", Source),
        people=reader.folder(data / "people", Person),
        clinics=reader.folder(data / "clinics", Clinic),
        glossary=Glossary(reader.folder(data / "glossary", Term)),
        reviews=reader.folder(data / "reviews", ReviewRegister),
        policy=reader.file(data / "policy.yml", Policy) or _default(data / "policy.yml", root, Policy()),
        published=reader.file(data / "published.yml", Published) or _default(data / "published.yml", root, Published()),
        faults=faults,
        answers=answers,
        signed_texts=signed_texts,
    )
    checks = signature_checks(registers.reviews, registers.people)
    registers = replace(registers, suppressions=tuple(reader.suppressions), signature_checks=checks)
    faults.extend(unusable_keys(registers.people))
    faults.extend(reader.misnamed(data))
    faults.extend(loader_faults(registers.published, data))
    faults.extend(ambiguous_forms(registers.glossary.terms))
    return registers


class _Reader:
    def __init__(self, root: Path, faults: list[Fault]) -> None:
        self.root = root
        self.faults = faults
        self.suppressions: list[Suppression] = []

    def folder(self, folder: Path, record_type: type[T]) -> dict[str, Record[T]]:
        """Read every YAML file below a folder; the id is the path below it without the ending."""
        records = {}
        for file in sorted(folder.rglob("*.yml")):
            record_id = file.relative_to(folder).with_suffix("").as_posix()
            record = self.file(file, record_type, record_id)
            if record is not None:
                records[record_id] = record
        return records

    def file(self, file: Path, record_type: type[T], record_id: str = "") -> Record[T] | None:
        if not file.exists():
            return None
        path = relative_path(file, self.root)
        text, fault = read_text(file, path)
        if text is None:
            self.faults.extend([fault] if fault else [])
            return None
        self.suppressions.extend(yaml_suppressions(text, path))
        record, faults = parse_record(text, path, record_id or file.stem, record_type)
        self.faults.extend(faults)
        return record

    def misnamed(self, data: Path) -> Iterator[Fault]:
        """Yield YAML files that nothing would ever read, such as ``.yaml`` or a folder name misspelt."""
        folders = ("sources", "people", "clinics", "fonts", "glossary", "reviews", LOADERS)
        known = {*folders, "policy.yml", "published.yml", "words.yml", LOCK_NAME}
        for folder in (data, *(data / name for name in folders)):
            if folder.exists() and not folder.is_dir():
                yield self._unread(folder, "It has to be a folder.")
        for entry in sorted(data.glob("*")) if data.is_dir() else ():
            if entry.name not in known and not entry.name.startswith("."):
                yield self._unread(entry, "It is none of the registers careleaf reads.")
        for file in sorted(data.rglob("*.yaml")):
            yield self._unread(file, "Registers end in `.yml`.")

    def _unread(self, entry: Path, why: str) -> Fault:
        place = Location(relative_path(entry, self.root))
        finding = Finding(place, f"Nothing reads `{entry.name}`. {why}", "Rename or remove it.")
        return Fault(FaultKind.UNREADABLE_RECORD, finding)


def relative_path(file: Path, root: Path) -> str:
    """Return a file's path below the site's folder, with forward slashes."""
    try:
        return PurePosixPath(file.relative_to(root)).as_posix()
    except ValueError:
        return file.as_posix()


def _default(file: Path, root: Path, value: T) -> Record[T]:
    return Record(file.stem, value, Location(relative_path(file, root)), {})
