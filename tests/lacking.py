"""What a test does where a program it needs is not installed."""

import os
from typing import NoReturn

import pytest


def lacking(reason: str) -> NoReturn:
    """Skip on a contributor's own machine, who may not have everything; fail in CI, where a skip would hide a fault."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
