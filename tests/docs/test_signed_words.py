"""The page that defines what is signed shows the same test vectors as the tests use."""

import json
import os
import re

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "about" / "signed-words.md"
VECTORS = json.loads((ROOT / "tests" / "model" / "canonical_vectors.json").read_text(encoding="utf-8"))
HEADING = "## Test vectors\n"


def section(vector: dict[str, str]) -> str:
    name = vector["name"][0].upper() + vector["name"][1:]
    parts = [f"````text\n{vector[part]}````" for part in ("markdown", "canonical")]
    return "\n\n".join([f"### {name}", *parts, f"Digest: `{vector['digest']}`"])


def test_the_page_shows_every_test_vector_as_it_is() -> None:
    text = PAGE.read_text(encoding="utf-8")
    introduction = text[text.index(HEADING) :].partition("\n### ")[0].rstrip("\n")
    expected = text[: text.index(HEADING)] + "\n\n".join([introduction, *map(section, VECTORS)]) + "\n"
    if os.environ.get("CARELEAF_UPDATE_GOLDEN"):
        PAGE.write_text(expected, encoding="utf-8")
    assert text == expected


def test_the_words_that_begin_a_line_are_explained() -> None:
    definition = PAGE.read_text(encoding="utf-8").split(HEADING)[0]
    used = {line.split()[0] for vector in VECTORS for line in vector["canonical"].splitlines()} - {"end"}
    headings = {"h3", "h4", "h5"}
    assert {word for word in used - headings if not re.search(rf"`{word}`", definition)} == set()
