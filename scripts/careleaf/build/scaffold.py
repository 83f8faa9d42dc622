"""First drafts of a site's files: everything in its place, and nothing that could be published unfilled.

What only an editor can know is left empty, so that `careleaf check` names it; no draft holds sample sentences that
somebody might forget to replace.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from careleaf.build.disk import disk_refusals
from careleaf.build.settings import load_settings
from careleaf.build.templates import TEMPLATES
from careleaf.model.errors import ConfigError
from careleaf.model.page_type import PageType
from careleaf.model.person import Role
from careleaf.model.reserved import RESERVED_FOLDERS
from careleaf.model.source import SourceKind
from careleaf.reading.registers import DATA_FOLDER

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 80
_SITE_FILES = {
    "mkdocs.yml": "site/mkdocs.yml",
    "docs/index.md": "site/index.md",
    "docs/_data/policy.yml": "site/policy.yml",
    ".gitignore": "site/gitignore",
}


def new_site(folder: Path, name: str, language: str, editor: str, today: date) -> list[Path]:
    """Write a site: settings, home page, policy and its editor. Return the files."""
    slug = _slug(name) or "health"
    values = {"name": name, "slug": slug, "language": language, "editor": slug, "today": today.isoformat()}
    texts = {folder / path: _rendered(template, values) for path, template in _SITE_FILES.items()}
    who = {"name": editor or name, "roles": "author, editor", "is_organisation": not editor, "today": today.isoformat()}
    texts[folder / f"docs/_data/people/{slug}.yml"] = _rendered("person.yml", who)
    return _written(texts)


def new_page(settings: Path, place: str, title: str, kind: PageType, author: str, today: date) -> list[Path]:
    """Write the draft of a page, ``topic/page``, or of a topic's first page, ``topic``. Return the file."""
    docs = _docs(settings)
    topic, _, page = place.partition("/")
    for name in filter(None, (topic, page)):
        _refuse_name(name)
    if topic in RESERVED_FOLDERS:
        raise ConfigError(f"`{topic}` cannot be a topic: the finished site has a folder of that name. Choose another.")
    if page and not (docs / topic / "index.md").exists():
        raise ConfigError(f"There is no topic `{topic}` yet. Write it first: careleaf new topic {topic}")
    author = author or _only_author(docs)
    values = {"title": title or _title(page or topic), "type": kind, "author": author, "is_topic": not page}
    path = docs / topic / f"{page or 'index'}.md"
    return _written({path: _rendered("page.md", {**values, "today": today.isoformat()})})


def new_source(settings: Path, key: str, kind: SourceKind, facts: Mapping[str, str], today: date) -> list[Path]:
    """Write the draft of a source; `facts` holds title, doi and url, each possibly empty. Return the file."""
    _refuse_name(key)
    values = {**facts, "kind": kind, "kinds": ", ".join(SourceKind), "today": today.isoformat()}
    return _written({_docs(settings) / DATA_FOLDER / "sources" / f"{key}.yml": _rendered("source.yml", values)})


def new_person(settings: Path, key: str, name: str, roles: tuple[Role, ...], today: date) -> list[Path]:
    """Write the draft of somebody's record. Return the file."""
    _refuse_name(key)
    values = {"name": name or _title(key), "roles": ", ".join(roles), "is_organisation": False}
    path = _docs(settings) / DATA_FOLDER / "people" / f"{key}.yml"
    return _written({path: _rendered("person.yml", {**values, "today": today.isoformat()})})


def new_words(settings: Path) -> list[Path]:
    """Write the words around a page, to be translated: each stands behind a `#` until then. Return the file."""
    english = (TEMPLATES / "words" / "en.yml").read_text(encoding="utf-8").splitlines()
    lines = [f"# {line}" if line and not line.startswith("#") else "" for line in english[1:]]
    text = _rendered("words.yml", {"lines": lines})
    return _written({_docs(settings) / DATA_FOLDER / "words.yml": text})


def _docs(settings: Path) -> Path:
    return Path(load_settings(settings).docs_dir)


def _only_author(docs: Path) -> str:
    """Return the one person of the register; empty when there are several to choose from."""
    people = sorted(path.stem for path in (docs / DATA_FOLDER / "people").glob("*.yml"))
    return people[0] if len(people) == 1 else ""


def _refuse_name(name: str) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        advice = f" Try `{_slug(name)}`." if _slug(name) else ""
        raise ConfigError(f"`{name}` cannot be a name: use small letters, digits and hyphens.{advice}")


def _rendered(template: str, values: Mapping[str, object]) -> str:
    """Return a file's text; values are written as JSON strings, which YAML reads as they are."""
    folder = FileSystemLoader(str(TEMPLATES / "scaffold"))
    environment = Environment(  # noqa: S701  # YAML and Markdown; every value of a person's own is written as JSON
        loader=folder, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.get_template(template).render(values)


def _written(texts: Mapping[Path, str]) -> list[Path]:
    """Write all files or none; never over one that is there. Raises ConfigError, PublishError."""
    for path in texts:
        if path.exists() or path.is_symlink():
            raise ConfigError(f"{path} is there already. Nothing was written.")
    done: list[Path] = []
    try:
        for path, text in texts.items():
            with disk_refusals(str(path), "Nothing was kept."):
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("x", encoding="utf-8", newline="\n") as file:
                    done.append(path)
                    file.write(text)
    except BaseException:
        for path in done:
            path.unlink(missing_ok=True)
        raise
    return done


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.casefold()))[:_LONGEST].strip("-")


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()
