"""The fuzzer for a short while, with the same cases in every run; `make fuzz` takes longer."""

from tests.fuzz.fuzz_site import fuzz


def test_no_random_site_breaks_anything() -> None:
    fuzz(200, derandomize=True)
