"""The register of sources, out into files that other programs read."""

import contextlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.judging import run_mkdocs
from careleaf.build.record_files import replace_file, source_register
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings, root_folder, site_of
from careleaf.channels.ama import ama_reference
from careleaf.channels.source_formats import render_bibtex, render_csl_json, render_ris
from careleaf.model.errors import ConfigError
from careleaf.model.library import Library
from careleaf.model.source import Source
from careleaf.model.wording import Wording
from careleaf.reading.registers import DATA_FOLDER
from careleaf.reading.words import read_wording

FORMATS: Mapping[str, Callable[[Mapping[str, Source]], str]] = {
    "csl": render_csl_json,
    "ris": render_ris,
    "bib": render_bibtex,
}
AMA = "ama"


def export_sources(settings: Path, form: str, page: str, today: date) -> str:
    """Return all sources, or those that a page cites in their order there, in a format.

    Raises:
        ConfigError: the settings cannot be used, or there is no such page.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-export-") as scratch:
        config = load_settings(settings, Path(scratch))
        sources = _sources(config, page, today)
    if form != AMA:
        return FORMATS[form](sources)
    words = Path(config.docs_dir) / DATA_FOLDER / "words.yml"
    wording, _ = read_wording(site_of(config).language, words, root_folder(config))
    return _numbered(sources, wording)


def write_export(file: Path, text: str) -> None:
    """Write a file whole or not at all. Raises PublishError when the disk refuses."""
    if file.is_dir():
        raise ConfigError(f"{file} is a folder. Name a file.")
    replace_file(file, text, "It is as it was.")


def _cited(config: MkDocsConfig, page: str, today: date) -> Mapping[str, Source]:
    run = Run(Mode.CHECK, today)
    with contextlib.suppress(Judged):
        run_mkdocs(config, run)
    wanted = page.removeprefix("docs/").removesuffix(".md").strip("/")
    for one in run.library.pages:
        if wanted in {one.id, one.url.strip("/")} or page == one.path:
            return _known_sources(one.body.cited_sources, run.library)
    raise ConfigError(f"There is no page `{page}`. Name it like sleep/screens or docs/sleep/screens.md.")


def _sources(config: MkDocsConfig, page: str, today: date) -> Mapping[str, Source]:
    if page:
        return _cited(config, page, today)
    return {key: record.value for key, record in sorted(source_register(config).items())}


def _known_sources(keys: Sequence[str], library: Library) -> Mapping[str, Source]:
    return {key: library.sources[key].value for key in keys if key in library.sources}


def _numbered(sources: Mapping[str, Source], wording: Wording) -> str:
    lines = (ama_reference(source, wording) for source in sources.values())
    return "".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1))
