"""What all tests share: small sites on disk, a fixed day, and no way out to the network."""

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
_LOOPBACK = ("127.", "::1", "localhost")

MINIMAL_SITE: Mapping[str, str] = {
    "mkdocs.yml": """\
site_name: Test clinic
site_dir: build/preview
theme: {name: material, font: false}
plugins: [search, careleaf]
markdown_extensions: [attr_list, sane_lists, tables, careleaf]
exclude_docs: /_data/
""",
    "docs/_data/policy.yml": """\
site_id: test-clinic
publish:
  site: [reviewed, adapted, overdue, unreviewed]
  handout: [reviewed, adapted, overdue, unreviewed]
  embed: [reviewed, adapted, overdue, unreviewed]
""",
    "docs/_data/people/test-author.yml": """\
name: Test Author
roles: [author]
conflict_of_interest: {statement: None., declared_on: 2026-01-05}
""",
    "docs/_data/people/test-reviewer.yml": """\
name: Test Reviewer
credentials: MD
roles: [reviewer]
conflict_of_interest: {statement: None., declared_on: 2026-01-05}
""",
    "docs/_data/sources/test-survey.yml": """\
kind: primary-study
type: article-journal
title: A survey of tests
container-title: Journal of Tests
issued: "2024"
DOI: 10.1000/test
accessed: 2026-11-01
status: current
evidence:
  sleep:
    says: Of 200 people, 40% said they slept badly.
    where: abstract
    seen: publisher's page
""",
    "docs/index.md": """\
---
title: Test clinic
description: A clinic that exists for tests.
---

Read [what helps with sleep](sleep/index.md) and [when to get help](sleep/get-help.md).
""",
    "docs/sleep/index.md": """\
---
title: Sleep
description: What helps when you sleep badly.
type: condition
main_message: Bad sleep is common and can be helped.
authors: [test-author]
written_on: 2026-10-01
---

In a survey of 200 people, 40% said they slept badly.[@test-survey#sleep]

Read [when to get help](get-help.md).
""",
    "docs/sleep/get-help.md": """\
---
title: When to get help
description: When bad sleep needs a clinician.
type: support
main_message: Ask for help early.
authors: [test-author]
written_on: 2026-10-01
---

## See someone

/// care-card | Make an appointment if:
    level: routine

- you sleep badly for weeks[@test-survey]
///

## What next

Go back to [what sleep is about](index.md).
""",
}

SiteMaker = Callable[..., Path]


@pytest.fixture
def make_site(tmp_path: Path) -> SiteMaker:
    """Write a small site; keyword `files` adds to the minimal one or replaces parts of it (None removes)."""

    def make(files: Mapping[str, str | bytes | None] | None = None, *, base: Mapping[str, str] = MINIMAL_SITE) -> Path:
        for path, content in {**base, **(files or {})}.items():
            if content is not None:
                write_file(tmp_path / path, content)
        return tmp_path / "mkdocs.yml"

    return make


def write_file(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, to compare two of them; what the cache keeps is nobody's result."""
    files = (f for f in sorted(folder.rglob("*")) if f.is_file() and ".cache" not in f.parts)
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in files}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def only_loopback(self: socket.socket, address: object) -> None:
        host = str(address[0]) if isinstance(address, tuple) else ""
        if isinstance(address, tuple) and not host.startswith(_LOOPBACK):
            raise AssertionError(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", only_loopback)


@pytest.fixture(autouse=True)
def _own_environment() -> Iterator[None]:
    """Builds pin the engine's clock in the environment; give each test its own."""
    before = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(before)
