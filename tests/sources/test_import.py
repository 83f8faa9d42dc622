"""`careleaf sources import`: complete records or a named reason, never a work twice, never half a file."""

from pathlib import Path

import pytest

from careleaf.build import record_files
from careleaf.build.source_import import import_sources
from careleaf.cli.main import main
from careleaf.model.errors import PublishError
from careleaf.model.source import Name, Source, SourceStatus
from careleaf.reading.records import parse_record
from careleaf.reading.source_import import Reference, Unreadable, parse_references
from tests.conftest import TODAY, SiteMaker, folder_bytes

BIB = r"""
@string{jt = "Journal of Tests"}
@article{first, title = {{Legs} at night: 5\% \& more}, author = {van der Berg, Jan and M{\"u}ller, J{\'o}zef
  and {World Health Organization}}, journal = jt, year = 2020, month = mar, volume = 3, number = {1}, pages = {1--9},
  doi = {https://doi.org/10.1000/legs_1}}
@article{twice, title = {Legs at night, again}, doi = {10.1000/LEGS_1}, year = 2021}
@misc{broken, title = "never closed
@book{second, title = {Legs}, author = {van der Berg, Jan}, year = {2020}, publisher = {Press}}
"""
RIS = "TY  - JOUR\nTI  - Arms\nAU  - Berg, Jan\nAU  - WHO\nPY  - 2019\nSP  - 1\nEP  - 9\nER  - \nTY  - BOOK\nER  - \n"


def run(settings: Path, *arguments: str) -> int:
    return main(["sources", "-f", str(settings), "--date", str(TODAY), *arguments])


def record(settings: Path, key: str) -> Source:
    text = (settings.parent / f"docs/_data/sources/{key}.yml").read_text(encoding="utf-8")
    found, faults = parse_record(text, key, key, Source)
    assert faults == []
    assert found is not None
    return found.value


def test_each_entry_becomes_a_record_or_is_named_with_its_reason(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, file = make_site(), tmp_path / "refs.bib"
    file.write_text(BIB, encoding="utf-8")
    assert run(settings, "import", str(file)) == 1
    assert capsys.readouterr().out.replace(f"{tmp_path}/", "").splitlines() == [
        "refs.bib:3: imported `van-der-berg2020` as primary-study: Legs at night: 5% & more",
        "refs.bib:6: left out `twice`: it is the work of `van-der-berg2020`; both have the same DOI.",
        "refs.bib:7: left out `broken`: A quotation mark is never closed.",
        "refs.bib:8: imported `van-der-berg2020b` as reference-work: Legs",
        "refs.bib: 2 imported, 1 known already, 1 not readable.",
        "Nobody has opened the imported works: complete the records, or `careleaf check` will say what is missing.",
    ]
    first = record(settings, "van-der-berg2020")
    assert first.author == (
        Name("van der Berg", "Jan"),
        Name("Müller", "Józef"),
        Name(literal="World Health Organization"),
    )
    assert (first.doi, first.issued, first.page, first.accessed) == ("10.1000/legs_1", "2020-03", "1-9", TODAY)
    assert first.status is SourceStatus.UNVERIFIED
    assert first.evidence == {}


def test_importing_twice_imports_once_and_changes_nothing(make_site: SiteMaker, tmp_path: Path) -> None:
    settings, file = make_site(), tmp_path / "refs.bib"
    file.write_text(BIB, encoding="utf-8")
    run(settings, "import", str(file))
    before = folder_bytes(tmp_path)
    run(settings, "import", str(file))
    assert folder_bytes(tmp_path) == before


def test_a_work_the_register_has_is_named_and_left(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, file = make_site(), tmp_path / "refs.json"
    file.write_text('[{"id": "x", "type": "article-journal", "title": "A Survey of Tests.", "issued": "2024-05"}]')
    assert run(settings, "import", str(file)) == 0
    assert "it is the work of `test-survey`; both have the same title and year." in capsys.readouterr().out


def test_a_record_that_cannot_be_read_keeps_its_name(make_site: SiteMaker, tmp_path: Path) -> None:
    """Its work cannot be compared, so nothing is imported beside it."""
    settings, file = make_site({"docs/_data/sources/berg2019.yml": "kind: [\n"}), tmp_path / "refs.ris"
    file.write_text(RIS)
    assert run(settings, "import", str(file)) == 2
    assert (tmp_path / "docs/_data/sources/berg2019.yml").read_text() == "kind: [\n"


def test_an_entry_without_a_title_is_named_with_its_line(
    make_site: SiteMaker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, file = make_site(), tmp_path / "refs.ris"
    file.write_text(RIS)
    assert run(settings, "import", str(file)) == 1
    assert "refs.ris:9: left out: It has no title." in capsys.readouterr().out
    assert record(settings, "berg2019").author == (Name("Berg", "Jan"), Name(literal="WHO"))


def test_when_the_disk_refuses_nothing_of_the_file_is_left(
    make_site: SiteMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, file = make_site(), tmp_path / "refs.bib"
    file.write_text(BIB, encoding="utf-8")
    before = folder_bytes(tmp_path)
    write = record_files.write_durably

    def full(target: Path, text: str) -> None:
        if "2020b" in target.name:
            raise OSError(28, "No space left on device")
        write(target, text)

    monkeypatch.setattr(record_files, "write_durably", full)
    with pytest.raises(PublishError, match="No space left"):
        list(import_sources(settings, [file], TODAY))
    assert folder_bytes(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.json", "[" * 100_000, "It is nested too deep."),
        ("a.json", '[{"title": 1e999999}, {"title": "x", "author": "y"}]', "Its `author` is not a list of names."),
        ("a.json", '{"title": ' + "9" * 5000 + "}", "A number in it is too long."),
        ("a.bib", "@string{a={" + "x" * 9000 + "}}@string{b=a#a#a}@misc{c,title=b}", "A field is longer than"),
        ("a.bib", "@misc{c, title = {" + "{" * 50_000, "A `{` is never closed."),
        ("a.ris", "TI  - x\nER  - \n", "It does not begin with `TY  - `."),
    ],
    ids=["deep JSON", "wrong names", "a long number", "doubling strings", "open braces", "RIS without a type"],
)
def test_hostile_files_are_named(name: str, content: str, why: str) -> None:
    found = list(parse_references(content, Path(name).suffix, TODAY))
    assert any(isinstance(one, Unreadable) and one.why.startswith(why) for one in found), found


def test_hostile_values_are_inert() -> None:
    item = (
        '[{"id": "../../x", "title": "a\\u202eb\\u0007<script>", "URL": "javascript:alert(1)", "DOI": "no",'
        ' "custom": {"careleaf": {"kind": "guideline", "status": "current", "evidence": {}}}}]'
    )
    (found,) = parse_references(item, ".json", TODAY)
    assert isinstance(found, Reference)
    assert (found.source.title, found.source.url, found.source.doi) == ("ab<script>", "", "")
    assert found.source.status is SourceStatus.UNVERIFIED
    assert [note.split("`")[1] for note in found.notes] == ["DOI: no", "URL: javascript:alert(1)"]


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ('[{"family": "Østergård-Ñu", "given": "A"}]', "ostergard-nu2020"),
        ('[{"literal": "../../etc/passwd"}]', "etc-passwd2020"),
        ('[{"family": "王", "given": "小明"}]', "legs2020"),
        ("[]", "legs2020"),
    ],
)
def test_keys_are_plain_and_stay_in_their_folder(make_site: SiteMaker, tmp_path: Path, names: str, key: str) -> None:
    settings, file = make_site(), tmp_path / "refs.json"
    file.write_text(f'[{{"title": "Legs", "issued": "2020", "author": {names}}}]', encoding="utf-8")
    assert run(settings, "import", str(file)) == 0
    assert record(settings, key).title == "Legs"


def test_a_file_of_another_kind_is_refused(make_site: SiteMaker, tmp_path: Path) -> None:
    assert run(make_site(), "import", str(tmp_path / "refs.docx")) == 2


def test_what_a_page_cites_is_exported_in_its_order(make_site: SiteMaker, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(make_site(), "export", "--format", "ama", "--page", "sleep") == 0
    assert capsys.readouterr().out == "1. A survey of tests. Journal of Tests. 2024. doi:10.1000/test\n"
    assert run(make_site(), "export", "--format", "ama", "--page", "nowhere") == 2


@pytest.mark.parametrize(("form", "ending"), [("csl", "json"), ("ris", "ris"), ("bib", "bib")])
def test_an_export_is_a_file_that_can_be_imported(
    make_site: SiteMaker, tmp_path: Path, form: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, file = make_site(), tmp_path / f"refs.{ending}"
    assert run(settings, "export", "--format", form, "-o", str(file)) == 0
    assert run(settings, "import", str(file)) == 0
    assert "0 imported, 1 known already, 0 not readable." in capsys.readouterr().out
