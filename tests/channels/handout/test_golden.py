"""The whole text of a handout, as it was approved."""

import os

import pikepdf

from careleaf.reading.tagged_pdf import tagged_text
from tests.channels.handout.samples import GOLDEN


def test_the_sample_reads_as_it_was_approved(full: pikepdf.Pdf) -> None:
    text = "\n".join(line.strip() for line in tagged_text(full).strip().splitlines()) + "\n"
    if os.environ.get("CARELEAF_UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")

    assert text == GOLDEN.read_text(encoding="utf-8"), "Read the difference; CARELEAF_UPDATE_GOLDEN=1 accepts it"
