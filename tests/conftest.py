"""What the tests share: the curated library, and the factsheet's text where it is at hand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

import ouderevidence as oe

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("untimed", deadline=None)  # how long an example takes says nothing of what is right
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
collect_ignore = ["guided.py"]  # needs a fuzzer that is no dependency


@pytest.fixture(scope="session")
def library() -> oe.Library:
    """Load the curated library once."""
    return oe.load()


@pytest.fixture(scope="session")
def factsheet_text() -> str:
    """Return the factsheet's text; in CI it must be there."""
    path = os.environ.get("OUDEREVIDENCE_FACTSHEET")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("OUDEREVIDENCE_FACTSHEET is not set, and with CI nothing skips")
        pytest.skip("OUDEREVIDENCE_FACTSHEET does not name the factsheet's text, which is not in the repository")
    return Path(path).read_text(encoding="utf-8")
