"""Golden HTML: no release of Markdown or its extensions changes a page unseen.

What the syntax of health pages becomes was read once by a person; a difference is a decision, never an accident.
`CARELEAF_UPDATE_GOLDEN=1 pytest tests/test_golden_markdown.py` writes it anew; then read the difference.
"""

import os

import markdown
import yaml

from tests.conftest import ROOT

GOLDEN = ROOT / "tests/golden/markdown"


class _Settings(yaml.SafeLoader):
    """Reads this site's own mkdocs.yml, of which only the Markdown extensions matter here."""


_Settings.add_constructor("!ENV", lambda loader, node: None)


def render() -> str:
    """Render with the extensions this repository's site has."""
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(), Loader=_Settings)
    names, options = [], {}
    for entry in settings["markdown_extensions"]:
        name, option = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        options[name] = option
    return markdown.markdown((GOLDEN / "clinical.md").read_text(), extensions=names, extension_configs=options) + "\n"


def test_clinical_syntax_becomes_the_html_that_was_read() -> None:
    golden = GOLDEN / "clinical.html"
    html = render()
    if os.environ.get("CARELEAF_UPDATE_GOLDEN"):
        golden.write_text(html)
    assert html == golden.read_text(), "read the difference; CARELEAF_UPDATE_GOLDEN=1 accepts it"
