"""Signatures made by ssh-keygen itself, verified without it: what they bind, and what breaks them."""

import json
import os
import re
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careleaf.build.judging import judged_run
from careleaf.model.record_text import seal_of
from careleaf.model.review import ReviewRegister
from careleaf.model.state_name import StateName
from careleaf.reading.records import parse_record
from careleaf.reading.ssh_signature import UnreadableError, is_made_over, key_blob, parse_signature
from tests.conftest import TODAY
from tests.review.conftest import POLICY, REVIEWER, Clinic, ClinicMaker
from tests.review.test_accept import answer_of

Capture = pytest.CaptureFixture[str]
KEYGEN = shutil.which("ssh-keygen")
pytestmark = pytest.mark.skipif(
    KEYGEN is None and os.environ.get("CI") != "true", reason="OpenSSH's ssh-keygen is not installed here"
)
REQUIRED = POLICY + "review: {signatures: required}\n"
KINDS = [("ed25519",), ("ecdsa", "-b", "256"), ("ecdsa", "-b", "384"), ("ecdsa", "-b", "521"), ("rsa", "-b", "2048")]
PERSON = "docs/_data/people/test-reviewer.yml"


def new_key(folder: Path, *kind: str) -> tuple[Path, str]:
    """Return a private key's file and its public line."""
    file = folder / f"key-{len(list(folder.glob('key-*')))}"
    command = [str(KEYGEN), "-q", "-t", *(kind or ("ed25519",)), "-N", "", "-C", "test", "-f", str(file)]
    subprocess.run(command, check=True)
    return file, file.with_name(f"{file.name}.pub").read_text().strip()


def made_with(key: Path, file: Path, namespace: str = "careleaf-review") -> Path:
    made = file.with_name(f"{file.name}.sig")
    made.unlink(missing_ok=True)
    command = [str(KEYGEN), "-q", "-Y", "sign", "-f", str(key), "-n", namespace, str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return made


def person(public: str, more: str = "") -> str:
    return f"{REVIEWER}signing_keys:\n  - key: {public}\n    valid_from: 2026-01-01\n{more}"


@pytest.fixture
def signing(make_clinic: ClinicMaker, tmp_path_factory: pytest.TempPathFactory) -> tuple[Clinic, Path, str]:
    """A site that requires signatures, the reviewer's private key and its public line."""
    key, public = new_key(tmp_path_factory.mktemp("keys"))
    return make_clinic({"docs/_data/policy.yml": REQUIRED, PERSON: person(public)}), key, public


def record_of(clinic: Clinic, page: str = "sleep/index", *more: str) -> Path:
    file = clinic.root / "record.txt"
    assert clinic.sign(page, "--write-record", str(file), *more) == 0
    return file


def sign_with(clinic: Clinic, key: Path, *more: str) -> None:
    assert (
        clinic.sign("sleep/index", "--signature", str(made_with(key, record_of(clinic, "sleep/index", *more))), *more)
        == 0
    )


def findings(clinic: Clinic) -> list[str]:
    report = judged_run(clinic.settings, TODAY).report
    return [found.rule.name for found in report.findings]


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_what_ssh_keygen_signs_is_verified(tmp_path: Path, kind: tuple[str, ...]) -> None:
    key, public = new_key(tmp_path, *kind)
    file = tmp_path / "record.txt"
    file.write_text("page sleep/index\n")
    signature = parse_signature(made_with(key, file).read_text())
    assert signature.key == key_blob(public)
    assert signature.namespace == "careleaf-review"
    assert is_made_over("page sleep/index\n", signature)
    assert not is_made_over("page sleep/other\n", signature)


def test_ssh_keygen_verifies_what_a_record_keeps(signing: tuple[Clinic, Path, str], tmp_path: Path) -> None:
    clinic, key, public = signing
    sign_with(clinic, key)
    review = clinic.state().review
    assert review is not None
    (tmp_path / "signers").write_text(f"test-reviewer {public}\n")
    (tmp_path / "kept.sig").write_text(review.signature)
    command = [str(KEYGEN), "-Y", "verify", "-f", str(tmp_path / "signers"), "-I", "test-reviewer"]
    command += ["-n", "careleaf-review", "-s", str(tmp_path / "kept.sig")]
    subprocess.run(command, check=True, input=(clinic.root / "record.txt").read_bytes(), capture_output=True)


def test_a_page_signed_with_the_reviewers_key_is_reviewed(signing: tuple[Clinic, Path, str]) -> None:
    clinic, key, _ = signing
    sign_with(clinic, key)
    assert clinic.state().name is StateName.REVIEWED
    assert clinic.errors() == []


def test_where_it_is_required_nothing_is_entered_without_it(signing: tuple[Clinic, Path, str], capsys: Capture) -> None:
    clinic, _, _ = signing
    assert clinic.sign() == 2
    assert "ssh-keygen -Y sign -f KEY -n careleaf-review FILE" in capsys.readouterr().err
    assert not clinic.register.exists()


def test_a_review_from_before_signatures_were_required_counts_no_more(clinic: Clinic) -> None:
    clinic.sign()
    (clinic.root / "docs/_data/policy.yml").write_text(REQUIRED)
    assert clinic.state().name is StateName.UNREVIEWED
    assert "unsigned-review" in findings(clinic)


def test_signatures_that_prove_nothing_are_refused(signing: tuple[Clinic, Path, str], capsys: Capture) -> None:
    clinic, key, _ = signing
    stranger, _ = new_key(key.parent)
    for make, said in (
        (lambda: made_with(stranger, record_of(clinic)), "not in the reviewer's `signing_keys`"),
        (lambda: made_with(key, record_of(clinic), "file"), "Sign again with -n careleaf-review"),
        (lambda: made_with(key, record_of(clinic, "sleep/get-help")), "made over another record"),
        (lambda: record_of(clinic), "no OpenSSH signature"),
        (lambda: clinic.root / "none.sig", "cannot be read"),
    ):
        assert clinic.sign("sleep/index", "--signature", str(make())) == 2
        assert said in capsys.readouterr().err
    assert not clinic.register.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("page: sleep/index", "page: sleep/get-help"),
        ("site: test-clinic", "site: other-clinic"),
        ("reviewed_on: 2026-11-20", "reviewed_on: 2026-11-22"),
        ("next_review_on: 2028-11-20", "next_review_on: 2029-11-20"),
        ("role: sleep physician", "role: sleep surgeon"),
        ("reviewer: test-reviewer", "reviewer: second-reviewer"),
    ],
)
def test_an_altered_record_is_found_also_when_its_seal_was_made_anew(
    signing: tuple[Clinic, Path, str], old: str, new: str
) -> None:
    clinic, key, public = signing
    (clinic.root / "docs/_data/people/second-reviewer.yml").write_text(person(public))
    sign_with(clinic, key)
    text = clinic.register.read_text().replace(old, new)
    record, _ = parse_record(text, "x.yml", "x", ReviewRegister)
    assert record is not None
    clinic.register.write_text(re.sub(r"seal: \S+", f"seal: {seal_of(record.value.records[0])}", text))
    found = findings(clinic)
    assert "altered-review" not in found
    assert "broken-signature" in found
    assert clinic.state().name is StateName.UNREVIEWED


def test_a_record_carried_over_to_another_page_is_found(signing: tuple[Clinic, Path, str]) -> None:
    clinic, key, _ = signing
    sign_with(clinic, key)
    moved = clinic.register.with_name("get-help.yml")
    moved.write_text(clinic.register.read_text())
    assert "misplaced-review" in findings(clinic)
    assert clinic.state("sleep/get-help").name is StateName.UNREVIEWED


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ("    valid_until: 2026-11-19\n", "lapsed-signing-key"),
        ("    revoked_on: 2026-11-22\n", "revoked-signing-key"),
    ],
)
def test_a_key_that_counts_no_more(signing: tuple[Clinic, Path, str], more: str, finding: str) -> None:
    clinic, key, public = signing
    sign_with(clinic, key)
    (clinic.root / PERSON).write_text(person(public, more))
    assert finding in findings(clinic)
    assert clinic.state().name is StateName.UNREVIEWED


def test_a_key_nobody_recorded_is_found_and_a_revoked_one_holds_no_other_page_up(
    signing: tuple[Clinic, Path, str],
) -> None:
    clinic, key, public = signing
    sign_with(clinic, key)
    (clinic.root / PERSON).write_text(person(public, "    revoked_on: 2026-11-22\n"))
    assert clinic.errors() == []
    (clinic.root / PERSON).write_text(person(new_key(key.parent)[1]))
    assert clinic.errors() == ["unknown-signing-key"]


@pytest.mark.parametrize(
    "line", ["ssh-ed25519 AAAA", "ssh-dss AAAAB3NzaC1kc3M=", "no key", "ssh-ed25519 " + "A" * 30_000]
)
def test_a_public_key_nobody_can_use_is_named(make_clinic: ClinicMaker, line: str) -> None:
    clinic = make_clinic({PERSON: person(line)})
    assert "invalid-field" in clinic.errors()


def test_a_short_rsa_key_is_not_relied_on(tmp_path: Path) -> None:
    _, public = new_key(tmp_path, "rsa", "-b", "1024")
    with pytest.raises(UnreadableError):
        key_blob(public)


def test_an_answer_file_is_signed_page_by_page(signing: tuple[Clinic, Path, str], capsys: Capture) -> None:
    clinic, key, _ = signing
    answer, folder = clinic.root / "answer.json", clinic.root / "records"
    answer.write_text(json.dumps(answer_of(clinic, "sleep/index", "sleep/get-help")))
    assert clinic.run("accept", str(answer)) == 2
    assert clinic.run("accept", str(answer), "--write-records", str(folder)) == 0
    for record in list(folder.glob("*.txt")):
        made_with(key, record)
    assert clinic.run("accept", str(answer), "--signatures", str(folder)) == 0
    assert clinic.state().name is StateName.REVIEWED
    assert clinic.state("sleep/get-help").name is StateName.REVIEWED
    assert clinic.errors() == []


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_no_bytes_make_the_reader_fail(noise: bytes, at: int, byte: int) -> None:
    real = bytearray(b"SSHSIG\x00\x00\x00\x01" + noise)
    real[at % len(real)] = byte
    text = f"-----BEGIN SSH SIGNATURE-----\n{b64encode(bytes(real)).decode()}\n-----END SSH SIGNATURE-----\n"
    try:
        signature = parse_signature(text)
        is_made_over("text", signature)
    except UnreadableError:
        return
