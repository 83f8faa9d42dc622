"""The pages that other generators get in the benchmark are what a publisher without careleaf would write."""

import re
from pathlib import Path

import pytest
from benchmarks.library import TODAY, write_library
from benchmarks.peer import PEER_DOCS
from mkdocs.commands.build import build
from mkdocs.config import load_config

from careleaf.build.judging import run_mkdocs
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings
from careleaf.reading.html_tree import parse_html

PAGE = "area-000/topic-0000/work"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    write_library(folder, 10)
    return folder


@pytest.fixture(scope="module")
def peer_words(library: Path) -> str:
    config = load_config(str(library / "plain.yml"), site_dir=str(library / "plain"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    html = (library / "plain" / PAGE / "index.html").read_text()
    return " ".join(parse_html(html[html.index("<article") : html.index("</article>")]).text.split())


def test_nothing_of_careleafs_markup_is_left_on_a_peers_page(library: Path, peer_words: str) -> None:
    assert not re.search(r"\[@|\[\^|///|!!!|care-card|level:", peer_words)
    texts = [page.read_text() for page in (library / PEER_DOCS).rglob("*.md")]
    assert len(texts) == 11
    assert not [text for text in texts if "[@" in text or "///" in text]


def test_a_peers_page_says_every_word_of_ours_and_names_every_source(library: Path, peer_words: str) -> None:
    run = Run(Mode.CHECK, TODAY)
    with pytest.raises(Judged):
        run_mkdocs(load_settings(library / "mkdocs.yml"), run)
    view = run.views[PAGE]
    missing = [block.text for block in view.page.body.blocks if _plain(block.text) not in _plain(peer_words)]
    assert not missing
    assert view.main_message in peer_words
    assert view.sources
    for source in view.sources:
        assert _plain(source.line) in _plain(peer_words)
        assert source.address in peer_words
        assert all(_plain(evidence.says) in _plain(peer_words) for evidence in source.evidence)


def test_a_peers_pictures_are_the_same_files(library: Path) -> None:
    ours = {p.relative_to(library / "docs"): p.read_bytes() for p in (library / "docs").rglob("*.svg")}
    peers = {p.relative_to(library / PEER_DOCS): p.read_bytes() for p in (library / PEER_DOCS).rglob("*.svg")}
    assert ours == peers
    assert ours


def _plain(text: str) -> str:
    """Return letters, digits and signs alone: the numbers of notes and the spaces of markup left out."""
    return re.sub(r"\s+", "", re.sub(r"(?<=[.!?])\s*\d(?=\s|$)", "", text.replace("¶", "")))
