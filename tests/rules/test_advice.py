"""What the finding of a typing error tells its author to do."""

from pathlib import Path

import pytest

from careleaf.build.check import check_site
from tests.test_rules import TODAY, write_site


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        pytest.param("Hard.[@study202]", "Did you mean `study2020`?", id="a source"),
        pytest.param("Hard.[@study2020#help]", "Did you mean `helps`?", id="evidence"),
        pytest.param("Hard.[@study2020#x]",
                     "Record it in docs/_data/sources/study2020.yml, or cite one of: helps, dose.",
                     id="evidence that resembles none"),
        pytest.param("See [legs](indx.md).", "Did you mean `docs/legs/index.md`?", id="a page of the topic"),
        pytest.param("See [legs](../leg/index.md).", "Did you mean `docs/legs/index.md`?", id="a page elsewhere"),
        pytest.param("See [signs](index.md#sign).", "Did you mean `signs`?", id="a section"),
        pytest.param("See [here](index.md).", "Name what the reader finds there.", id="link words"),
    ],
)  # fmt: skip
def test_the_nearest_is_named(body: str, advice: str, tmp_path: Path) -> None:
    write_site(tmp_path, {"docs/legs/timing.md#body": f"{body}\n"})
    (found,) = check_site(tmp_path / "mkdocs.yml", TODAY).findings
    assert found.finding.help == advice
