"""The verifier reads back what portals ask for by program, and refuses what does not agree with the pages."""

from pathlib import Path

import pytest

from careleaf.build.site import build_site
from tests.coded_clinic import write_coded_clinic
from tests.conftest import TODAY, write_file

_HOOK = """
from pathlib import Path

def on_post_build(config):
    api = Path(config.site_dir) / "api/v1"
    def edit(path, old, new):
        file = api / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
    {fault}
"""
FAULTS = {
    "(api / 'codes/icd-10-cm/G25.json').unlink()": "api/v1/codes/icd-10-cm/G25.json does not name legs/index where",
    "(api / 'codes/icd-10-cm/Z99.9.json').write_text('{}')": "Z99.9.json is missing, or answers a code no page has.",
    "edit('codes/icd-10-cm/I50.json', 'heart/index', 'late/index')": "I50.json opens late/index, which policy holds",
    "edit('codes/icd-10-cm/I10.json', 'pressure/index', 'legs/index')": "I10.json does not name pressure/index where",
    "edit('pages/legs/index.json', 'reviewed', 'adapted')": "legs/index.json does not say in which wording",
    "edit('topics.json', 'withdrawn', 'reviewed')": "api/v1/topics.json does not say in which wording",
    "edit('changes.json', '2026-11-01', '2026-10-31')": "does not tell what happened to gone/ on 2026-11-01.",
    "(api / 'changes.atom').unlink()": "api/v1/changes.atom was not written.",
    "edit('../../infobutton/index.html', 'ICD-10-CM G25.81', 'ICD-10-CM G25.8')": "infobutton/ does not list G25.81",
    "(api / '../../infobutton/index.html').unlink()": "infobutton/ was not written.",
}


@pytest.mark.parametrize(("fault", "told"), FAULTS.items(), ids=FAULTS.values())
def test_a_planted_fault_is_seen(fault: str, told: str, tmp_path: Path) -> None:
    settings = write_coded_clinic(tmp_path)
    write_file(tmp_path / "hook.py", _HOOK.format(fault=fault))
    settings.write_text(f"{settings.read_text()}hooks: [hook.py]\n")
    built = build_site(settings, TODAY, None, lambda _: None)
    assert not built.published
    assert any(told in one for one in built.faults), built.faults
