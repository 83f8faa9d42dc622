"""What goes out comes in again: every field a format can carry, whatever stands in it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.property.conftest  # noqa: F401  # the same examples in every run
from careleaf.channels.source_formats import render_bibtex, render_csl_json, render_record, render_ris
from careleaf.model.source import Name, Source, SourceKind, SourceStatus
from careleaf.reading.records import parse_record
from careleaf.reading.source_import import Reference, parse_references
from careleaf.reading.source_import.plain import one_line

TODAY = date(2026, 11, 23)
SIGNS = [*"aZé9 øß王-–'\"`~^&%$#_\\<>[]():;.,!?@|/=*+{}", "and", "--", "\\'e", "<i>", "\u202e", "''"]
OF_TYPE = {
    ".ris": "article-journal article-magazine article-newspaper article book chapter paper-conference report thesis"
    " dataset webpage post-weblog entry-encyclopedia entry-dictionary document".split(),
    ".bib": "article-journal article-magazine article-newspaper article book chapter paper-conference report thesis"
    " dataset webpage entry-encyclopedia document".split(),
}
OF_TYPE[".json"] = [*OF_TYPE[".ris"], "motion_picture", "post"]
RENDER: Mapping[str, Callable[[Mapping[str, Source]], str]] = {
    ".json": render_csl_json,
    ".ris": render_ris,
    ".bib": render_bibtex,
}


def _kept(text: str) -> str:
    return one_line(text.replace("<i>", ""))


texts = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join).map(_kept)
words = st.text("abcdeé XYZ", min_size=1, max_size=12).map(_kept).filter(bool)
filled = texts.filter(lambda text: any(c.isalnum() for c in text))
given_names = words.map(str.title)
people = st.builds(Name, family=words.map(str.title), given=given_names, suffix=st.sampled_from(["", "Jr", "III"]))
bodies = st.builds(Name, literal=filled.filter(lambda text: not text.endswith(",")))
days = st.dates(date(1900, 1, 1), TODAY)
sources = st.builds(
    Source,
    kind=st.sampled_from(SourceKind),
    type=st.just("document"),
    title=filled,
    accessed=days,
    status=st.just(SourceStatus.UNVERIFIED),
    author=st.lists(people | bodies, max_size=4).map(tuple),
    editor=st.lists(people, max_size=2).map(tuple),
    container_title=texts,
    container_title_short=words | st.just(""),
    publisher=texts,
    genre=texts,
    issued=st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([0, 4, 7, 10])),
    updated=days.map(date.isoformat) | st.just(""),
    volume=st.sampled_from(["", "3", "Suppl A"]),
    issue=st.sampled_from(["", "12", "1-2"]),
    page=st.sampled_from(["", "1-9", "S12-S18", "1, 5", "e99"]),
    number=st.sampled_from(["", "NG136", "e199966"]),
    edition=st.sampled_from(["", "2", "Rev ed"]),
    doi=st.sampled_from(["", "10.1016/S0140-6736(97)11096-0", "10.1000/a_b%c&d", "10.1002/(SICI)1<1::AID>3.0"]),
    pmid=st.sampled_from(["", "12345678"]),
    pmcid=st.sampled_from(["", "PMC123"]),
    url=st.sampled_from(["", "https://a.test/x_y?q=1&b=%20#top"]),
    language=st.sampled_from(["en", "es"]),
    note=texts.filter(lambda text: "PMID" not in text),
)


def _same(one: Source, ending: str) -> Source:
    """Leave out what a format cannot carry: see `careleaf.channels.source_formats`."""
    lost = {} if ending == ".json" else {"kind": SourceKind.NEWS, "updated": ""}
    return replace(one, **lost)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("ending", RENDER)
@given(st.data())
def test_a_source_survives_the_way_out_and_in(ending: str, data: st.DataObject) -> None:
    source = replace(data.draw(sources), type=data.draw(st.sampled_from(OF_TYPE[ending])))
    text = RENDER[ending]({"key1": source})
    (found,) = parse_references(text, ending, TODAY)
    assert isinstance(found, Reference), text
    assert _same(found.source, ending) == _same(source, ending), text
    assert found.notes == ()


@given(sources)
def test_a_record_that_was_written_is_read_as_the_same_source(source: Source) -> None:
    record, faults = parse_record(render_record(source), "a.yml", "a", Source)
    assert faults == []
    assert record is not None
    assert record.value == source


@pytest.mark.parametrize("ending", RENDER)
@given(
    st.text(max_size=150)
    | st.lists(st.sampled_from([*'@{}()",=#\\[]: \n-', "TY  - JOUR\n", "AU  - ", "ER  - \n", "title", "@book{k,"])).map(
        "".join
    )
)
def test_whatever_stands_in_a_file_is_read_or_named(ending: str, text: str) -> None:
    for found in parse_references(text, ending, TODAY):
        assert 1 <= found.line <= text.count("\n") + 1
        assert found.source.title if isinstance(found, Reference) else found.why.endswith(".")
