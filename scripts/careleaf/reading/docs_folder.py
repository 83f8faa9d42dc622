"""The docs folder, looked over before the engine walks through it.

MkDocs follows links, also in circles (two of them together keep it walking for ever), opens whatever is named `x.md`,
and copies everything else to the site as it is. So what leads out of docs, what is no plain file, what has a name that
is none elsewhere, and what can act when it is opened by itself, is found here.
"""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from careleaf.model.fault import Fault, FaultKind
from careleaf.model.finding import Finding, Location
from careleaf.model.hidden import hidden_characters
from careleaf.reading.active import active_problem
from careleaf.reading.registers import DATA_FOLDER, relative_path

MAX_NAME = 120
"""Bytes: handouts add to a name, and systems end at 255."""
_NO_NAME = frozenset('\\"<>|*?#%:{}`')
"""Signs that mean something in addresses, templates or on another system."""
_PAGES = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_PAGE_PATH = re.compile(r"[A-Za-z0-9._~/-]+")
"""Handouts print the address; these are its unreserved characters (RFC 3986, section 2.3)."""
_OWN_FILE = "Put the file itself there, or remove it."
_NAME_ADVICE = "Use letters, digits, hyphens and full stops."


@dataclass
class DocsFolder:
    """What is wrong with the folder."""

    faults: list[Fault] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)
    """Files the engine must not get."""
    is_walkable: bool = True
    """Whether the engine may walk through it at all."""


def look_over(docs: Path, root: Path, scripts: frozenset[str] = frozenset()) -> DocsFolder:
    """Look at every entry below docs; no link is followed.

    Args:
        docs: the folder.
        root: the site's folder: paths in faults are relative to it.
        scripts: paths below docs that mkdocs.yml names as scripts of the site.
    """
    found = DocsFolder()
    if docs.is_dir():
        _look(_Place(docs, root, docs.resolve(), scripts), docs, found)
        if not any((docs / name).is_file() for name in ("index.md", "README.md")):
            place = Location(relative_path(docs / "index.md", root))
            finding = Finding(place, "The site has no home page.", "Write one as index.md.")
            found.faults.append(Fault(FaultKind.UNREADABLE_RECORD, finding))
    return found


@dataclass(frozen=True)
class _Place:
    docs: Path
    root: Path
    real_docs: Path
    scripts: frozenset[str]


def _look(place: _Place, folder: Path, found: DocsFolder) -> None:
    names: dict[str, str] = {}
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.startswith("."):
            continue  # MkDocs leaves these out
        path = Path(entry.path)
        twin = names.setdefault(unicodedata.normalize("NFC", entry.name).casefold(), entry.name)
        problems = [*_name_problems(entry.name, twin), *_kind_problems(entry, place)]
        if not problems and entry.is_file() and path.suffix.lower() in _PAGES:
            problems = [*_page_problems(path.relative_to(place.docs).as_posix())]
        found.is_walkable &= not _stops_walk(entry)
        if not problems and entry.is_dir(follow_symlinks=False):
            _look(place, path, found)
        if problems or not entry.is_file():
            _refuse(found, FaultKind.FOREIGN_FILE, path, place, [(1, *problem) for problem in problems])
            continue
        if path.relative_to(place.docs).parts[0] != DATA_FOLDER:
            is_script = path.relative_to(place.docs).as_posix() in place.scripts
            _refuse(found, FaultKind.ACTIVE_FILE, path, place, () if is_script else active_problem(path))


def _refuse(
    found: DocsFolder,
    kind: FaultKind,
    path: Path,
    place: _Place,
    problems: "Iterator[Problem] | list[Problem] | tuple[()]",
) -> None:
    for line, message, advice in problems:
        found.refused.add(path)
        found.faults.append(Fault(kind, Finding(Location(relative_path(path, place.root), line), message, advice)))


Problem = tuple[int, str, str]
"""The line, what is wrong, and what to do."""


def _stops_walk(entry: "os.DirEntry[str]") -> bool:
    """Tell whether MkDocs could not walk on: a folder behind a link, or a name that is no text."""
    try:
        is_linked_folder = entry.is_symlink() and entry.is_dir()
    except OSError:
        is_linked_folder = False
    is_text = entry.name.isascii() or all(unicodedata.category(sign) != "Cs" for sign in entry.name)
    return is_linked_folder or not is_text


def _name_problems(name: str, twin: str) -> Iterator[tuple[str, str]]:
    wrong = next(hidden_characters(name), None) is not None or any(sign in _NO_NAME or sign < " " for sign in name)
    if wrong or name.startswith("-") or name != name.strip() or name.endswith("."):
        yield "The name of this file holds a sign that has another meaning in an address.", _NAME_ADVICE
    if len(name.encode("utf-8", "replace")) > MAX_NAME:
        yield f"The name of this file is longer than {MAX_NAME} bytes.", "Give it a shorter name."
    if twin != name:
        yield f"`{twin}` lies beside it and has the same name on many computers.", "Rename one of the two."


def _page_problems(path: str) -> Iterator[tuple[str, str]]:
    if not _PAGE_PATH.fullmatch(path):
        yield "The path of this page cannot be typed from a sheet of paper.", _NAME_ADVICE


def _kind_problems(entry: "os.DirEntry[str]", place: _Place) -> Iterator[tuple[str, str]]:
    try:
        mode = entry.stat().st_mode
        leads_out = entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(place.real_docs)
    except (OSError, RuntimeError):  # a circle of links is a RuntimeError before Python 3.13
        yield "This is a link that leads nowhere.", _OWN_FILE
        return
    if leads_out:
        yield "This is a link that leads out of docs.", _OWN_FILE
    elif entry.is_symlink() and stat.S_ISDIR(mode):
        yield "This is a link to a folder, which can go in circles.", "Put the files themselves there."
    elif not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        yield "This is no plain file.", _OWN_FILE
    elif stat.S_ISDIR(mode) and entry.name.lower().endswith((".md", ".yml")):
        yield "This is a folder with the name of a page or register.", "Rename it."
