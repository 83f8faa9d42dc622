"""Lists of topics: the right topics, in the right groups, in a form that fits their number."""

import re
from pathlib import Path

import pytest
from lxml import html

from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.channels.next_step import next_steps
from careleaf.channels.topic_list import topic_groups, with_topic_lists
from tests.browser.libraries import write_library
from tests.conftest import MINIMAL_SITE, TODAY, SiteMaker, write_file

LIST = "## Find a topic\n\n/// topics\n    by: {}\n///\n"
HOME = MINIMAL_SITE["docs/index.md"]


def shown(run: Run, page: str = "index") -> html.HtmlElement:
    """Return the body of a page as the theme gets it."""
    found = run.library.pages_by_id[page]
    filled = with_topic_lists(found.body.html, found, run.library, run.views, run.templates, run.wording)
    return html.fromstring(f"<div>{filled}</div>")


def texts(element: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


def test_one_topic_is_shown_by_its_pages(make_site: SiteMaker) -> None:
    body = shown(judged_run(make_site({"docs/index.md": HOME + "\n" + LIST.format("area")}), TODAY))
    assert texts(body, "//li[contains(@class, 'topic-card')]//a") == ["Sleep", "When to get help"]
    assert [a.get("href") for a in body.xpath("//li[contains(@class, 'topic-card')]//a")] == [
        "sleep/",
        "sleep/get-help/",
    ]
    assert texts(body, "//*[@class='topic-card__need']") == ["Understand a condition", "Get help"]
    assert body.xpath("//h3") == []


def test_a_few_topics_are_cards_below_their_areas(tmp_path: Path) -> None:
    body = shown(judged_run(write_library(tmp_path, 12), TODAY))
    assert texts(body, "//h3") == ["Bones, joints and muscles", "Head and nerves", "Sleep"]
    assert len(body.xpath("//li[@class='topic-card']")) == 12
    assert texts(body, "//h3[.='Head and nerves']/following-sibling::ul[1]//a") == [
        "Tension headaches",
        "Tingling feet",
    ]


def test_many_topics_are_titles_with_links_to_each_group(tmp_path: Path) -> None:
    body = shown(judged_run(write_library(tmp_path, 30), TODAY))
    assert body.xpath("//li[@class='topic-card']") == []
    jumps = [a.get("href").removeprefix("#") for a in body.xpath("//nav//a")]
    assert jumps == body.xpath("//h3/@id")
    assert len(set(jumps)) == len(jumps) == 6
    assert len(body.xpath("//ul[@class='topic-names']/li")) == 30


def test_a_link_in_the_block_leads_each_area_to_its_part_of_that_page(tmp_path: Path) -> None:
    run = judged_run(write_library(tmp_path, 120), TODAY)
    leads = [a.get("href") for a in shown(run).xpath("//li[@class='topic-card']//a")]
    assert len(leads) == 8
    assert all(link.startswith("topics/#area-") for link in leads)
    assert {link.partition("#")[2] for link in leads} <= set(shown(run, "topics").xpath("//@id"))
    assert texts(shown(run), "//p[.='All topics']") == ["All topics"]


def test_topics_without_an_area_come_last_and_letters_have_no_accents(make_site: SiteMaker) -> None:
    topic = MINIMAL_SITE["docs/sleep/index.md"]
    named = {"zzz": "Éczema", "aaa": "earache", "mmm": "Zest"}
    files = {f"docs/{name}/index.md": topic.replace("Sleep", title, 1) for name, title in named.items()}
    files["docs/zzz/index.md"] = files["docs/zzz/index.md"].replace("type:", "area: Skin\ntype:")
    run = judged_run(make_site(files), TODAY)
    topics = [pages[0] for pages in run.library.topics.values()]
    areas = [(g.name, [t.front.value.title for t in g.topics]) for g in topic_groups("area", topics, run.wording)]
    assert areas == [("Skin", ["Éczema"]), ("More topics", ["earache", "Sleep", "Zest"])]
    letters = [(g.name, [t.front.value.title for t in g.topics]) for g in topic_groups("letter", topics, run.wording)]
    assert letters == [("E", ["earache", "Éczema"]), ("S", ["Sleep"]), ("Z", ["Zest"])]
    needs = [g.name for g in topic_groups("need", topics, run.wording)]
    assert needs == ["Understand a condition"]


@pytest.mark.parametrize("state", ["withdrawn", "held back"])
def test_a_topic_whose_place_a_notice_has_taken_is_not_listed(make_site: SiteMaker, state: str) -> None:
    other = MINIMAL_SITE["docs/sleep/index.md"].replace("Sleep", "Rest", 1)
    files = {"docs/rest/index.md": other, "docs/index.md": HOME + "\n" + LIST.format("area")}
    if state == "withdrawn":
        files["docs/_data/published.yml"] = (
            "pages:\n  rest/:\n    status: withdrawn\n    withdrawn_on: 2026-11-20\n    reason: It was wrong.\n"
        )
    else:
        files["docs/rest/index.md"] = other.replace("2026-10-01", "2020-10-01")
        files["docs/_data/policy.yml"] = MINIMAL_SITE["docs/_data/policy.yml"].replace(
            "site: [reviewed, adapted, overdue, unreviewed]", "site: [unreviewed]"
        )
    body = shown(judged_run(make_site(files), TODAY))
    assert "Rest" not in texts(body, "//a")


def test_a_site_without_topics_says_so(make_site: SiteMaker) -> None:
    none = {name: None for name in MINIMAL_SITE if name.startswith("docs/sleep/")}
    home = HOME.partition("Read [")[0] + LIST.format("area")
    assert (
        "No topic has been published here yet."
        in shown(judged_run(make_site({**none, "docs/index.md": home}), TODAY)).text_content()
    )


def test_a_hostile_title_and_area_stay_text(make_site: SiteMaker) -> None:
    topic = MINIMAL_SITE["docs/sleep/index.md"].replace("title: Sleep", "title: '<img src=x onerror=a()>'")
    hostile = topic.replace("type:", "area: '\"><script>a()</script>'\ntype:")
    plain = MINIMAL_SITE["docs/sleep/index.md"]
    files = {
        "docs/rest/index.md": hostile,
        "docs/sleep/index.md": plain,
        "docs/index.md": HOME + "\n" + LIST.format("area"),
    }
    body = shown(judged_run(make_site(files), TODAY))
    assert body.xpath("//img | //script") == []
    assert re.fullmatch(r"[\w-]+", body.xpath("//h3/@id")[0])


def test_the_first_page_shows_the_others_and_each_other_leads_on(make_site: SiteMaker) -> None:
    more = MINIMAL_SITE["docs/sleep/index.md"].replace("Sleep", "Naps", 1).replace("get-help.md", "index.md")
    run = judged_run(make_site({"docs/sleep/naps.md": more}), TODAY)
    pages = {page.name: page for page in run.library.topics["sleep"]}

    def steps(name: str) -> list[str]:
        return [page.name for page in next_steps(pages[name], run.library, run.views).pages]

    assert steps("index") == ["get-help", "naps"]
    assert steps("get-help") == ["naps"]
    assert steps("naps") == ["index", "get-help"]


@pytest.mark.parametrize(
    ("end", "leads_on"),
    [("- [back](index.md)\n", False), ("- [back](index.md) and rest\n", True), ("1. [back](index.md)\n", True)],
    ids=["a list of links", "a list of sentences", "steps"],
)
def test_where_an_author_ends_in_links_no_card_is_added(make_site: SiteMaker, end: str, leads_on: bool) -> None:
    page = MINIMAL_SITE["docs/sleep/get-help.md"].replace(
        "Go back to [what sleep is about](index.md).\n", f"Read more.\n\n{end}"
    )
    run = judged_run(make_site({"docs/sleep/get-help.md": page}), TODAY)
    steps = next_steps(run.library.pages_by_id["sleep/get-help"], run.library, run.views)
    assert bool(steps.pages) is leads_on


def test_a_list_written_by_hand_is_refused(make_site: SiteMaker) -> None:
    false = '\n<div class="topic-list__made" markdown>Unread words.</div>\n'
    settings = make_site()
    write_file(settings.parent / "docs/index.md", HOME + false)
    found = {f.rule.name for f in judged_run(settings, TODAY).report.findings}
    assert "unsafe-html" in found


def test_two_lists_of_one_kind_on_a_page_have_ids_of_their_own(tmp_path: Path) -> None:
    settings = write_library(tmp_path, 30)
    write_file(tmp_path / "docs/index.md", HOME.split("Read", 1)[0] + LIST.format("area") + LIST.format("area"))
    body = shown(judged_run(settings, TODAY))
    ids = body.xpath("//h3/@id")
    assert len(ids) == len(set(ids)) == 12
    assert [a.get("href").removeprefix("#") for a in body.xpath("//nav//a")] == ids
