"""The same readers under a fuzzer that follows the branches (atheris, in an environment of its own).

``python tests/guided.py READER SECONDS``; anything but a result or an ``EvidenceError`` is a find, and is kept.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import atheris

with atheris.instrument_imports(include=["ouderevidence", "bibtexparser"]):
    from fuzz import Fuzzer
    from ouderevidence.evidence.latex import LatexError, decode
    from ouderevidence.library.load import load
    from ouderevidence.model.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Callable


def readers(fuzzer: Fuzzer) -> dict[str, tuple[bytes, Callable[[bytes], object]]]:
    """Return the readers of the fuzzer, and those that have no file."""
    library = load()
    by_hand = (b'voorlezen "thuis" -vaders ouders*', lambda data: library.search(data.decode("utf-8", "replace")))
    latex = (rb"{\'e}cole \emph{x} $\alpha$ \ij \& {\"o} \v{c}", lambda data: _decoded(data.decode("utf-8", "replace")))
    return {**fuzzer.targets, "search": by_hand, "latex": latex}


def _decoded(text: str) -> str:
    try:
        return decode(text)
    except LatexError:
        return ""


def main(name: str, seconds: int) -> None:
    """Feed one reader for so many seconds."""
    place = Path(tempfile.mkdtemp(prefix="guided-"))
    seed, reader = readers(Fuzzer(place))[name]
    corpus = place / "corpus"
    corpus.mkdir()
    size = 1500
    for start in range(0, min(len(seed), 40 * size), size):
        (corpus / str(start)).write_bytes(seed[start : start + size])

    def once(data: bytes) -> Any:
        try:
            reader(data)
        except EvidenceError:
            return

    options = [
        f"-max_total_time={seconds}",
        "-max_len=4000",
        "-timeout=15",
        "-rss_limit_mb=1500",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={place}/", str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
