"""A whole site in Arabic: made, read back word by word, and refused when a word or a figure of a leaflet is wrong."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careleaf.build.site import Built, build_site
from careleaf.channels.handout.document import handout_data
from careleaf.reading.tagged_pdf import tagged_text
from tests.arabic import FILES
from tests.channels.handout.samples import failures, flat
from tests.conftest import TODAY, SiteMaker, write_file

DOSE = "خذ باراسيتامول (paracetamol 500 mg) مرتين يوميًا، لا أكثر من ٤ غرام في اليوم."
NAMES = ("sleep", "sleep/index", "sleep/get-help")
EDITIONS = ("", "-letter", "-large-print")


def build(settings: Path) -> Built:
    return build_site(settings, TODAY, None, lambda _doing: None)


@pytest.fixture(scope="module")
def handouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("arabic")
    for path, content in FILES.items():
        write_file(folder / path, content)
    built = build(folder / "mkdocs.yml")
    assert built.published, [*built.report.errors, *built.faults]
    return {
        f"{name}{edition}": (folder / f"site/handouts/{name}{edition}.pdf").read_bytes()
        for name in NAMES
        for edition in EDITIONS
    }


def test_every_edition_of_every_leaflet_passes_the_fast_validator(handouts: dict[str, bytes]) -> None:
    assert {name: failures(pdf) for name, pdf in handouts.items() if failures(pdf)} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_line_is_heard_as_it_was_written(handouts: dict[str, bytes], edition: str) -> None:
    text = flat(tagged_text(handouts[f"sleep/index{edition}"]))

    assert DOSE.removesuffix(".") in text
    assert "اتصل بـعيادة Northside على الرقم \u200e01632 960 001." in text
    assert "لا تستعمله بعد 1 أكتوبر 2028" in text


def _strings(value: object) -> Iterator[list[object]]:
    """Yield every list of children that holds text."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(each)
    if isinstance(value, list) and any(isinstance(each, str) for each in value):
        yield value


def _changed(before: str, after: str) -> Callable[..., dict[str, object]]:
    def change(*arguments: object) -> dict[str, object]:
        data = json.loads(json.dumps(handout_data(*arguments)))  # type: ignore[arg-type]  # passed on as they came
        for held in _strings(data["chapters"]):
            held[:] = [each.replace(before, after) if isinstance(each, str) else each for each in held]
        return dict(data)

    return change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("لا أكثر", "أكثر"),
        ("مرتين ", ""),
        ("500 mg", "050 mg"),
        ("٤ غرام", "٦ غرام"),
        ("960 001", "001 960"),
        ("يوميًا، لا", "لا، يوميًا"),
    ],
    ids=[
        "a lost negation",
        "a lost word",
        "digits exchanged",
        "an Arabic digit",
        "a telephone number",
        "two words exchanged",
    ],
)
def test_a_leaflet_that_says_something_else_is_seen(
    make_site: SiteMaker, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    monkeypatch.setattr("careleaf.build.handouts.handout_data", _changed(before, after))
    built = build(make_site(FILES))

    assert not built.published
    assert any(fault.startswith("handouts/sleep/index.pdf") for fault in built.faults), built.faults


@pytest.mark.parametrize("override", "\u202d\u202e\u2066\u2067\u2068\u2069", ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_turns_a_dose_round_is_refused_in_arabic_too(make_site: SiteMaker, override: str) -> None:
    page = FILES["docs/sleep/index.md"].replace("500 mg", f"{override}500 mg")
    built = build(make_site({**FILES, "docs/sleep/index.md": page}))

    assert not built.published
    assert {"FMT030"} <= {found.rule.code for found in built.report.findings}
