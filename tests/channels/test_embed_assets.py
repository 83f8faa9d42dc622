"""Style and scripts of embeds: small, and the same script that was linted and can be read."""

import gzip
import re

import pytest
from mkdocs.config.defaults import MkDocsConfig

from careleaf.build.templates import ASSETS, template_environment
from careleaf.channels.embed_assets import loader, without_comments

_WRITES_HTML = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc")
_KEEPS_OR_ASKS = ("localStorage", "sessionStorage", "indexedDB", "cookie", "fetch(", "XMLHttpRequest", "sendBeacon")


def the_loader() -> str:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Test"})
    config.validate()
    return loader(template_environment(config)).content


def test_the_loader_is_at_most_two_kilobytes() -> None:
    assert len(gzip.compress(the_loader().encode(), 9)) <= 2_000


def test_the_script_of_an_embed_is_small() -> None:
    script = without_comments((ASSETS / "embed.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(script.encode(), 9)) <= 2_200


def test_only_comments_empty_lines_and_indentation_are_left_out() -> None:
    assert without_comments('// why\n\n  a("// kept"); // kept too\n\t`b`\n') == 'a("// kept"); // kept too\n`b`\n'


def test_a_text_over_several_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="end of its line"):
        without_comments("a = `one\n  // two`")


@pytest.mark.parametrize("name", ["embed.js", "embed_loader.js"])
@pytest.mark.parametrize("word", [*_WRITES_HTML, *_KEEPS_OR_ASKS])
def test_no_script_of_an_embed_writes_html_keeps_anything_or_asks_a_server(name: str, word: str) -> None:
    assert word not in (ASSETS / name).read_text(encoding="utf-8")


def test_its_pinned_name_is_made_of_its_content() -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "Test"})
    config.validate()
    assert re.fullmatch(r"embed/v1/careleaf-embed-[0-9a-f]{16}\.js", loader(template_environment(config)).pinned_path)
