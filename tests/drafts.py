"""The drafts of the benchmark of the audit, for the tests: how they are made, and the faults planted in them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from audit import build, compare, planted

__all__ = ["build", "compare", "planted"]
