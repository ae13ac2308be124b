"""What doctests find ready: the curated library."""

from __future__ import annotations

import pytest

import ouderevidence as oe


@pytest.fixture(autouse=True, scope="session")
def _doctest_library(doctest_namespace: dict[str, object]) -> None:
    doctest_namespace["library"] = oe.load()
