"""The verifier believes nobody: faults that no rule knows are seen in what was written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from careleaf.build.judging import run_mkdocs
from careleaf.build.run import Judged, Mode, Run
from careleaf.build.settings import load_settings
from careleaf.build.site import Built, build_site
from careleaf.build.verification import verify_site
from careleaf.channels.handout.document import handout_data
from tests.conftest import TODAY, SiteMaker, write_file

FIGURE = "40% said they slept badly"


def build(settings: Path) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None)


def told(built: Built) -> str:
    assert not built.published
    found = [f"{f.finding.location}: {f.rule.name}: {f.finding.message}" for f in built.report.findings]
    return "\n".join([*found, *built.faults])


def add_hook(settings: Path, code: str) -> Path:
    write_file(settings.parent / "hook.py", code)
    settings.write_text(settings.read_text() + "hooks: [hook.py]\n")
    return settings


def test_a_hostile_markdown_extension_that_drops_text_is_seen(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

class Thief(Postprocessor):
    def run(self, text):
        return text.replace("In a survey of 200 people, ", "")

class Thieving(Extension):
    def extendMarkdown(self, md):
        md.postprocessors.register(Thief(md), "thief", 1)
"""
    settings = make_site({"thief/thieving_markdown.py": code})
    monkeypatch.syspath_prepend(settings.parent / "thief")
    settings.write_text(settings.read_text().replace("careleaf]\nex", "careleaf, 'thieving_markdown:Thieving']\nex"))
    assert (
        "docs/sleep/index.md:10:1: changed-text: `In a survey of 200 people` was written here and is lost on the page."
        in told(build(settings))
    )


def test_a_plugin_that_changes_a_figure_before_we_see_it_is_seen(make_site: SiteMaker) -> None:
    settings = add_hook(make_site(), "def on_page_content(html, **_): return html.replace('40%', '4%')")
    assert "docs/sleep/index.md:10:28: changed-text: `40` was written here, and the page shows `4`." in told(
        build(settings)
    )


def test_a_plugin_that_changes_a_figure_on_the_finished_page_is_seen(make_site: SiteMaker) -> None:
    settings = add_hook(make_site(), "def on_post_page(output, **_): return output.replace('40%', '4%')")
    assert (
        "sleep/ shows `p In a survey of 200 people, 4% said they slept badly.` where the page says"
        " `p In a survey of 200 people, 40% said they slept badly.`."
    ) in told(build(settings))


def test_a_plugin_that_takes_the_emphasis_off_a_negation_is_seen(make_site: SiteMaker) -> None:
    page = make_site().parent / "docs/sleep/index.md"
    page.write_text(page.read_text() + "\nDo **not** drive.\n")
    settings = add_hook(
        page.parents[2] / "mkdocs.yml",
        "def on_post_page(output, **_): return output.replace('<strong>not</strong>', 'not')",
    )
    assert "sleep/ shows `p Do not drive.` where the page says `p Do **not** drive.`." in told(build(settings))


def test_a_plugin_that_renumbers_a_list_is_seen(make_site: SiteMaker) -> None:
    page = make_site().parent / "docs/sleep/index.md"
    page.write_text(page.read_text() + "\n4. Call your doctor\n5. Wait\n")
    settings = add_hook(
        page.parents[2] / "mkdocs.yml", "def on_post_page(output, **_): return output.replace('start=\"4\"', '')"
    )
    assert "sleep/ shows `list-item 1.` where the page says `list-item 4.`." in told(build(settings))


def test_a_template_that_forgets_the_text_is_seen(make_site: SiteMaker) -> None:
    template = '{% extends "base.html" %}{% block content %}<h1>{{ page.title }}</h1>{% endblock %}'
    settings = make_site({"overrides/main.html": template})
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    assert "sleep/ does not show the page's text." in told(build(settings))


def test_an_embed_template_that_forgets_the_text_is_seen(make_site: SiteMaker) -> None:
    settings = make_site({"overrides/careleaf/embed.html": "<!doctype html><title>x</title><main>nothing</main>"})
    settings.write_text(settings.read_text().replace("font: false", "font: false, custom_dir: overrides"))
    said = told(build(settings))
    assert "embed/sleep/ does not show the page's text." in said
    assert "embed/sleep/ does not carry its review block." in said


@pytest.mark.parametrize(
    "html",
    [
        "<img src='https://cdn.example/x.png' alt=''>",
        "<img src='x.png' srcset='https://cdn.example/x.png 2x' alt=''>",
        "<iframe src='//cdn.example/x'></iframe>",
        "<div style='background: url(https://cdn.example/x.png)'></div>",
        "<style>@import 'https://cdn.example/x.css';</style>",
        "<link rel='preconnect' href='https://cdn.example'>",
        "<svg><image href='https://cdn.example/x.png'/></svg>",
        "<svg><use xlink:href='https://cdn.example/x.svg#a'/></svg>",
        "<meta http-equiv='refresh' content='0; url=https://cdn.example/'>",
        "<video poster='https://cdn.example/x.png'></video>",
        "<a href='#' ping='https://cdn.example/'>x</a>",
        "<form action='https://cdn.example/'></form>",
        "<object data='https://cdn.example/x.swf'></object>",
        "<script src='https://cdn.example/x.js'></script>",
        "<script src='https://cdn.example/x.js' data:src='here.js'></script>",
    ],
)
def test_whatever_a_page_would_load_from_elsewhere_is_seen(make_site: SiteMaker, html: str) -> None:
    settings = add_hook(
        make_site(), f"def on_post_page(output, **_): return output.replace('</body>', {html!r} + '</body>')"
    )
    assert "from another host." in told(build(settings))
    assert "cdn.example" in told(build(settings))


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("docs/extra.css", "body { background: url('https://cdn.example/x.png') }"),
        ("docs/leg.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://cdn.example/x.png'/></svg>"),
        (
            "docs/arm.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'https://cdn.example/x.css';</style></svg>",
        ),
    ],
    ids=["a style sheet", "a picture in a picture", "a style in a picture"],
)
def test_files_beside_the_pages_load_nothing_from_elsewhere_either(
    make_site: SiteMaker, path: str, content: str
) -> None:
    name = path.removeprefix("docs/")
    assert f"{name} loads https://cdn.example/x." in told(build(make_site({path: content})))


def test_a_link_that_a_reader_may_follow_is_no_request(make_site: SiteMaker) -> None:
    page = make_site().parent / "docs/sleep/index.md"
    page.write_text(page.read_text() + "\nAsk [the sleep society](https://sleep.example/).\n")
    assert build(page.parents[2] / "mkdocs.yml").published


def test_a_dead_link_in_a_template_is_seen(make_site: SiteMaker) -> None:
    settings = add_hook(
        make_site(), "def on_post_page(output, **_): return output.replace('</body>', '<a href=\"gone/\">x</a></body>')"
    )
    assert "sleep/ links to gone/, which does not exist." in told(build(settings))


def test_zensicals_build_of_the_same_site_is_refused_because_our_plugin_did_not_run(make_site: SiteMaker) -> None:
    settings = make_site()
    config = load_settings(settings, settings.parent / "unused")
    run = Run(Mode.CHECK, TODAY)
    with pytest.raises(Judged):
        run_mkdocs(config, run)
    command = [sys.executable, "-m", "zensical", "build", "-f", str(settings)]
    zensical = subprocess.run(command, cwd=settings.parent, env=os.environ, capture_output=True, text=True, check=False)
    assert zensical.returncode == 0, zensical.stdout + zensical.stderr
    faults = list(verify_site(settings.parent / "build/preview", run))
    assert "sleep/ does not carry its review block." in faults
    assert "sleep/ does not carry all its sources." in faults
    assert "sleep/ does not carry its structured data." in faults
    assert "embed/sleep/ was not written." in faults


@pytest.mark.parametrize(
    ("path", "told_as"),
    [
        ("api/v1/pages/sleep/index.json", "api/v1/pages/sleep/index.json shows other words than the page."),
        ("embed/sleep/index.html", "embed/sleep/ shows `p In a survey of 200 people, 4% said"),
    ],
)
def test_a_channel_that_was_changed_after_it_was_written_is_seen(make_site: SiteMaker, path: str, told_as: str) -> None:
    code = f"""
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    file = Path(config.site_dir) / {path!r}
    file.write_text(file.read_text().replace("40% said", "4% said"))
"""
    assert told_as in told(build(add_hook(make_site(), code)))


def test_a_handout_of_another_page_is_seen(make_site: SiteMaker) -> None:
    code = """
import shutil
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    handouts = Path(config.site_dir) / "handouts/sleep"
    shutil.copy(handouts / "get-help.pdf", handouts / "index.pdf")
"""
    said = told(build(add_hook(make_site(), code)))
    assert "handouts/sleep/index.pdf lacks `In a survey of 200 people`" in said
    assert "handouts/sleep/index.pdf shows `Ask early See someone" in said


def test_a_topic_handout_that_lacks_a_page_is_seen(make_site: SiteMaker) -> None:
    code = """
import shutil
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_post_build(config):
    handouts = Path(config.site_dir) / "handouts"
    shutil.copy(handouts / "sleep/index.pdf", handouts / "sleep.pdf")
"""
    assert "handouts/sleep.pdf lacks `See someone" in told(build(add_hook(make_site(), code)))


def test_words_that_only_the_handout_says_are_seen(make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careleaf.build.handouts.handout_data", _with_an_advertisement)
    said = told(build(make_site()))
    assert "handouts/sleep/index.pdf shows `Buy pills`, which stands in no part of the page." in said


def _with_an_advertisement(*arguments: object) -> dict[str, object]:
    data = json.loads(json.dumps(handout_data(*arguments)))  # type: ignore[arg-type]  # passed on as they came
    data["chapters"][0]["body"].append({"kind": "paragraph", "children": ["Buy pills"]})
    return data
