"""The glossary on disk: every mistake in it is named at its place."""

from pathlib import Path

import pytest

from careleaf.reading.registers import read_registers

FERRITIN = "term: ferritin\nforms: [SF]\nplain: a measure of stored iron\n"


def faults_of(root: Path, **files: str) -> list[str]:
    folder = root / "docs/_data/glossary"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text)
    registers = read_registers(root / "docs", root)
    return [f"{fault.finding.location}: {fault.finding.message}" for fault in registers.faults]


def test_a_glossary_is_read_by_file_name(tmp_path: Path) -> None:
    assert faults_of(tmp_path, ferritin=FERRITIN) == []
    terms = read_registers(tmp_path / "docs", tmp_path).glossary.terms
    assert terms["ferritin"].value.all_forms == ("ferritin", "SF")


def test_a_form_that_two_terms_claim_is_named(tmp_path: Path) -> None:
    other = "term: sperm freezing\nforms: [sf]\nplain: keeping sperm cold\n"
    assert faults_of(tmp_path, ferritin=FERRITIN, freezing=other) == [
        "docs/_data/glossary/freezing.yml:2:1: `sf` belongs to the term `ferritin` as well."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term: ferritin\n", "The key `plain` is missing."),
        ("term: ferritin\nplain: iron\nmeaning: iron\n", "The key `meaning` is not known."),
        ("term: ferritin\nplain: ferritin\n", "has to do without the term `ferritin` itself"),
        ("- ferritin\n", "does not consist of `key: value` lines"),
    ],
    ids=["nothing to say", "a key that nothing reads", "explained by itself", "a list"],
)
def test_a_term_that_cannot_be_used_is_named(tmp_path: Path, text: str, message: str) -> None:
    (fault,) = faults_of(tmp_path, ferritin=text)
    assert fault.startswith("docs/_data/glossary/ferritin.yml:")
    assert message in fault


def test_a_glossary_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/_data/glossary").write_text("ferritin")
    (fault,) = read_registers(tmp_path / "docs", tmp_path).faults
    assert "It has to be a folder." in fault.finding.message
