"""Loading claims as YAML, validated: against libyaml's bare parse of the same files, at four sizes.

Set BENCH_CLAIMS=100000 to go on to so many claims (some minutes).
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

import yaml

import ouderevidence as oe
from folders import grown
from pairs import exponent, left_out, pair, row, worked

CLAIMS: Final = int(os.environ.get("BENCH_CLAIMS", "10000"))
SIZES: Final = (CLAIMS // 8, CLAIMS // 4, CLAIMS // 2, CLAIMS)
BOUND: Final = 2.0
REACHED: Final = 2.4  # on a busy machine
BARE: Final = getattr(yaml, "CSafeLoader", None)


def parse(folder: Path) -> None:
    """Let libyaml read every file of a folder, and do nothing with what it says."""
    for path in sorted((folder / "evidence").rglob("*.yml")):
        for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=BARE):  # type: ignore[arg-type]
            pass


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    if BARE is None:
        left_out("load of YAML", "libyaml", "PyYAML was built without it")
        return 0
    each = len(oe.load())
    pairs = []
    with tempfile.TemporaryDirectory() as place:
        for size in SIZES:
            folder = Path(place, str(size))
            folder.mkdir()
            grown(folder, size, each=each)
            load, bare = partial(worked, partial(oe.load, folder)), partial(worked, partial(parse, folder))
            pairs.append(pair(load, bare, 3))
    growth = exponent(SIZES, [one.ours for one in pairs])
    return int(not row(f"load of {CLAIMS} claims (YAML)", "libyaml, bare", pairs[-1], BOUND, growth, limit=REACHED))


if __name__ == "__main__":
    sys.exit(main())
