"""PDF/UA-1 (ISO 14289-1) by two validators, on every edition of every page of the real topic; and what both miss."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from careleaf.build.handouts import data_of, planned_handouts
from careleaf.build.judging import judged_run
from careleaf.build.run import Run
from careleaf.channels.handout.compile import render_pdf
from careleaf.channels.handout.makeup import makeup
from careleaf.model.handout import Edition, HandoutPolicy
from tests.channels.handout import verapdf
from tests.channels.handout.samples import failures, tagged, tags
from tests.channels.handout.sheets import contrasts, letters_off_the_sheet
from tests.conftest import ROOT
from tests.lacking import lacking

Spoil = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="session")
def topic() -> Run:
    """The site of this repository, read and judged."""
    return judged_run(ROOT / "mkdocs.yml", date(2026, 11, 23))


@pytest.fixture(scope="session")
def every_edition(topic: Run) -> dict[str, bytes]:
    """Every page and topic of this repository in every edition, by path."""
    policy = HandoutPolicy(tuple(Edition))
    return {
        edition.path(planned.name): render_pdf(data_of(planned.contents(), makeup(edition, policy), topic))
        for planned in planned_handouts(topic)
        for edition in Edition
    }


def test_all_of_them_pass_the_fast_validator(every_edition: dict[str, bytes]) -> None:
    assert len(every_edition) >= 3 * 7
    assert {path: failures(pdf) for path, pdf in every_edition.items() if failures(pdf)} == {}


@pytest.fixture
def java() -> None:
    missing = verapdf.missing()
    if missing:
        lacking(f"veraPDF needs {', '.join(missing)}: make setup-tests installs them")


@pytest.mark.usefixtures("java")
def test_all_of_them_pass_verapdf(
    every_edition: dict[str, bytes], full_bytes: bytes, more_bytes: bytes, right_to_left: bytes, tmp_path: Path
) -> None:
    constructs = {"every-construct": full_bytes, "more-constructs": more_bytes, "right-to-left": right_to_left}
    pdfs = {**every_edition, **constructs}
    files = [tmp_path / f"{number}.pdf" for number in range(len(pdfs))]
    for file, pdf in zip(files, pdfs.values(), strict=True):
        file.write_bytes(pdf)
    failed = verapdf.failed_rules(files)

    assert {path: failed[str(file)] for path, file in zip(pdfs, files, strict=True) if failed[str(file)]} == {}


def test_no_letter_hangs_over_the_edge_and_all_text_is_dark_enough(every_edition: dict[str, bytes]) -> None:
    for path, pdf in every_edition.items():
        assert letters_off_the_sheet(pdf) == [], path
        assert min(contrasts(pdf)) >= (7 if "large-print" in path else 4.5), path


def test_a_page_takes_two_sheets_of_paper_at_most(every_edition: dict[str, bytes]) -> None:
    for path, pdf in every_edition.items():
        if "large-print" not in path and path.count("/") > 1:
            with pikepdf.open(io.BytesIO(pdf)) as opened:
                assert len(opened.pages) <= 4, path


def test_what_both_validators_miss(every_edition: dict[str, bytes]) -> None:
    for path, pdf in every_edition.items():
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert list(missed(opened)) == [], path


def missed(pdf: pikepdf.Pdf, language: str = "en") -> Iterator[str]:
    """Yield faults that pass both validators; see the negative tests below."""
    if str(pdf.Root.Lang) != language:
        yield "wrong language"
    for tag in tags(pdf.Root.StructTreeRoot):
        if tag.S == "/Figure" and str(tag.get("/Alt", "")).strip().lower() in {"", "image", "picture"}:
            yield "figure without words"
        if tag.S == "/TH" and not any("/Scope" in each for each in attributes(tag)):
            yield "header cell without a scope"
        if tag.S == "/Table" and not any(cell.S == "/TH" for cell in tags(tag)):
            yield "table without header cells"
        if tag.S == "/Link" and not any(isinstance(kid, int) or "/MCID" in kid for kid in kids(tag)):
            yield "link without words"
    with pdf.open_outline() as outline:
        if not outline.root or not outline.root[0].title:
            yield "no outline"


def kids(tag: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what a tag and all below it hold."""
    found = tag.get("/K", pikepdf.Array())
    own = list(found) if isinstance(found, pikepdf.Array) else [found]
    return [*own, *(below for kid in own if isinstance(kid, pikepdf.Dictionary) and "/S" in kid for below in kids(kid))]


def attributes(tag: pikepdf.Object) -> list[pikepdf.Object]:
    found = tag.get("/A", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


# Negative fixtures: one change to a good handout


def first(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return tagged(pdf, name)[0]


def remove(holder: Callable[[pikepdf.Pdf], pikepdf.Object], key: str) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        del holder(pdf)[key]

    return spoil


def put(holder: Callable[[pikepdf.Pdf], pikepdf.Object], key: str, value: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        holder(pdf)[key] = value  # type: ignore[assignment]  # pikepdf converts it

    return spoil


def a_link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(a for sheet in pdf.pages for a in sheet.get("/Annots", []))


def a_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def no_scopes(pdf: pikepdf.Pdf) -> None:
    for cell in tagged(pdf, "/TH"):
        cell.A = pikepdf.Array()


BOTH_SEE = {
    "no language": remove(lambda pdf: pdf.Root, "/Lang"),
    "a language that is none": put(lambda pdf: pdf.Root, "/Lang", pikepdf.String("?!")),
    "a figure without alternative text": remove(lambda pdf: first(pdf, "/Figure"), "/Alt"),
    "a link without a description": remove(a_link, "/Contents"),
    "title not shown": remove(lambda pdf: pdf.Root.ViewerPreferences, "/DisplayDocTitle"),
    "no metadata": remove(lambda pdf: pdf.Root, "/Metadata"),
    "not marked as tagged": put(lambda pdf: pdf.Root.MarkInfo, "/Marked", False),
    "no tags": remove(lambda pdf: pdf.Root, "/StructTreeRoot"),
    "a heading level skipped": put(lambda pdf: first(pdf, "/H2"), "/S", pikepdf.Name("/H4")),
    "a list item that is a paragraph": put(lambda pdf: first(pdf, "/LI"), "/S", pikepdf.Name("/P")),
    "no order of tabbing": remove(lambda pdf: next(s.obj for s in pdf.pages if "/Annots" in s), "/Tabs"),
    "header cells without a scope": no_scopes,
    "suspects": put(lambda pdf: pdf.Root.MarkInfo, "/Suspects", True),
    "a font without its Unicode map": remove(a_font, "/ToUnicode"),
}


def spoiled(pdf: bytes, spoil: Spoil) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        spoil(opened)
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("fault", BOTH_SEE)
def test_the_fast_validator_sees(full_bytes: bytes, fault: str) -> None:
    assert failures(spoiled(full_bytes, BOTH_SEE[fault])) != []


@pytest.mark.usefixtures("java")
def test_verapdf_sees_each_of_them(full_bytes: bytes, tmp_path: Path) -> None:
    files = {fault: tmp_path / f"{number}.pdf" for number, fault in enumerate(BOTH_SEE)}
    for fault, file in files.items():
        file.write_bytes(spoiled(full_bytes, BOTH_SEE[fault]))
    failed = verapdf.failed_rules(list(files.values()))

    assert [fault for fault, file in files.items() if not failed[str(file)]] == []


def plain_heads(pdf: pikepdf.Pdf) -> None:
    for cell in tagged(pdf, "/TH"):
        cell.S = pikepdf.Name.TD


def no_outline(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (put(lambda pdf: pdf.Root, "/Lang", pikepdf.String("de")), "wrong language"),
        (put(lambda pdf: first(pdf, "/Figure"), "/Alt", pikepdf.String("image")), "figure without words"),
        (put(lambda pdf: first(pdf, "/Figure"), "/Alt", pikepdf.String(" ")), "figure without words"),
        (plain_heads, "table without header cells"),
        (no_outline, "no outline"),
    ],
)
def test_our_own_assertions_see_what_passes_both(full_bytes: bytes, spoil: Spoil, fault: str) -> None:
    bad = spoiled(full_bytes, spoil)

    assert failures(bad) == []
    with pikepdf.open(io.BytesIO(full_bytes)) as opened:
        assert list(missed(opened, "en-US")) == []
    with pikepdf.open(io.BytesIO(bad)) as opened:
        assert fault in list(missed(opened, "en-US"))
