"""`careleaf new site|topic|page|source|person|words`."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careleaf.build.day import today
from careleaf.build.scaffold import new_page, new_person, new_site, new_source, new_words
from careleaf.model.page_type import PageType
from careleaf.model.person import Role
from careleaf.model.source import SourceKind


def add_options(parser: ArgumentParser) -> None:
    """Add what can be begun."""
    kinds = parser.add_subparsers(required=True, metavar="WHAT", dest="what")
    site = kinds.add_parser("site", help="a new site in a folder of its own")
    site.add_argument("folder", type=Path, metavar="FOLDER")
    site.add_argument("--name", required=True, help="the name readers will see")
    site.add_argument("--editor", default="", metavar="NAME", help="who edits it; the site itself when left out")
    site.add_argument("--language", default="en", help="its language, such as en or es")
    for what, place in (("topic", "TOPIC"), ("page", "TOPIC/PAGE")):
        page = kinds.add_parser(what, help=f"a first draft of a {what}")
        page.add_argument("place", metavar=place)
        page.add_argument("--title", default="")
        page.add_argument("--type", choices=[*PageType], default=str(PageType.CONDITION))
        page.add_argument("--author", default="", metavar="ID", help="a person of the register")
    source = kinds.add_parser("source", help="a source to fill in by hand; `careleaf sources add` asks the registries")
    source.add_argument("key", metavar="KEY")
    source.add_argument("--kind", choices=[*SourceKind], default=str(SourceKind.PRIMARY_STUDY))
    for fact in ("title", "doi", "url"):
        source.add_argument(f"--{fact}", default="")
    person = kinds.add_parser("person", help="somebody who writes, edits or reviews")
    person.add_argument("key", metavar="ID")
    person.add_argument("--name", default="")
    person.add_argument(
        "--role", action="append", choices=[*Role], help="may be given several times; author when left out"
    )
    kinds.add_parser("words", help="the words around a page, to translate them")


def run(options: Namespace) -> int:
    """Write the draft and say what to do next."""
    written = _WRITERS[options.what](options)
    for path in written:
        print(path)
    print(_NEXT[options.what].format(folder=getattr(options, "folder", "")), file=sys.stderr)
    return 0


def _site(options: Namespace) -> list[Path]:
    return new_site(options.folder, options.name, options.language, options.editor, today(options.date))


def _page(options: Namespace) -> list[Path]:
    day = today(options.date)
    return new_page(options.config_file, options.place, options.title, PageType(options.type), options.author, day)


def _source(options: Namespace) -> list[Path]:
    facts = {"title": options.title, "doi": options.doi, "url": options.url}
    return new_source(options.config_file, options.key, SourceKind(options.kind), facts, today(options.date))


def _person(options: Namespace) -> list[Path]:
    roles = tuple(Role(role) for role in options.role or [Role.AUTHOR])
    return new_person(options.config_file, options.key, options.name, roles, today(options.date))


def _words(options: Namespace) -> list[Path]:
    return new_words(options.config_file)


_WRITERS = {
    "site": _site,
    "topic": _page,
    "page": _page,
    "source": _source,
    "person": _person,
    "words": _words,
}
_FILL = "Fill in what is empty; `careleaf check` names it."
_NEXT = {
    "site": "Go to {folder}, then: careleaf new topic YOUR-TOPIC, and careleaf serve.",
    "topic": f"{_FILL} If mkdocs.yml has a `nav`, add the page there.",
    "page": f"{_FILL} If mkdocs.yml has a `nav`, add the page there.",
    "source": f"{_FILL} Open the source, write its evidence, and set its status to current.",
    "person": _FILL,
    "words": "Translate each line and take the # off; `careleaf check` counts what is left.",
}
