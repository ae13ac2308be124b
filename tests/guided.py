"""The same readers under a fuzzer that follows the branches (atheris, in an environment of its own).

Run it with ``make guided``, or ``python tests/guided.py READER SECONDS [FOLDER]``. Anything but a result or an
``EvidenceError`` is a find, and is kept, and so is what takes over two seconds of the processor or 300 MB. What stands
in a folder of documents is a seed too.
"""

from __future__ import annotations

import contextlib
import random
import resource
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import atheris

with atheris.instrument_imports(include=["ouderevidence", "bibtexparser"]):
    from command_lines import LINES
    from fuzz import XML, Fuzzer, changed
    from ouderevidence.model.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW: Final = 2.0  # seconds of the processor
LARGE: Final = 300_000  # kB that one input adds
LONGEST: Final = {
    "search": 300, "md-own": 500, "html-own": 800, "pdf-own": 800, "latex": 1000, "citations": 1500, "list": 1500,
    "pdf": 6000, "qmd-own": 500, "filters": 100, "works": 1500, "rtf-own": 800, "ipynb-own": 800, "csl": 800,
    "cli": 400, "picture": 200, "record": 400, "results": 400, "journal": 400, "audit": 1500, "trace": 1500,
    "curate": 800,
}  # fmt: skip
WORD: Final = "word/document.xml"
PART: Final = {"docx": WORD, "fields": WORD, "docx-own": WORD, "comments": WORD, "odt": "content.xml"}


def seeds(name: str, seed: bytes, folder: Path | None) -> Iterator[bytes]:
    """Yield what to begin with."""
    size = LONGEST.get(name, 4000) // 2
    if name in XML:
        yield seed
    elif name == "cli":
        yield from (b"\n".join(line.split()) for line in LINES)
    else:
        yield from (seed[start : start + size] for start in range(0, min(len(seed), 40 * size), size))
    for path in sorted(folder.iterdir()) if folder else ():
        if name in PART and path.suffix == (".odt" if name == "odt" else ".docx"):
            with zipfile.ZipFile(path) as archive:
                yield archive.read(PART[name])[:60_000]
        elif name == "pdf" and path.suffix == ".pdf" and path.stat().st_size < 60_000:
            yield path.read_bytes()


class Watch:
    """Feeds a reader, and keeps an eye on the time and the memory of each input."""

    def __init__(self, name: str, fuzzer: Fuzzer) -> None:
        self.name, self.reader = name, fuzzer.targets[name][1]
        self.fuzzer = fuzzer
        self.slowest = 0.0
        self.most = 0
        self.count = 0

    def once(self, data: bytes) -> None:
        """Try an input."""
        self.count += 1
        begun, before = self._seconds(), _memory()
        with contextlib.suppress(EvidenceError):
            self.reader(data)
        taken, held = self._seconds() - begun, _memory()
        if held > before + LARGE:
            self.say(f"{(held - before) // 1000} MB more, {len(data)} bytes", data, keep=True)
        if taken > self.slowest + 0.05:
            self.slowest = taken
            self.say(f"{taken:.2f} s of the processor, {len(data)} bytes", data, keep=taken > SLOW)
        if held > self.most + 50_000:  # the fuzzer itself takes more and more
            self.most = held
            self.say(f"{held // 1000} MB in all", data, keep=False)

    def _seconds(self) -> float:
        """Return the time of the processor, that of each pandoc too."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime + self.fuzzer.pandoc.beside()

    def say(self, words: str, data: bytes, *, keep: bool) -> None:
        """Say what was seen, and keep the input of a find."""
        kept = self.fuzzer.kept(self.name, str(self.count), data, words) if keep else words
        sys.stdout.write(f"input {self.count}: {kept}\n")
        sys.stdout.flush()


def _memory() -> int:
    """Return the most memory that was in use, by this program or by a pandoc."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main(name: str, seconds: int, folder: Path | None) -> None:
    """Feed one reader for so many seconds."""
    place = Path(tempfile.mkdtemp(prefix="guided-"))
    fuzzer = Fuzzer(place)
    corpus = place / "corpus"
    corpus.mkdir()
    given = list(seeds(name, fuzzer.targets[name][0], folder))
    for number, data in enumerate(given):
        (corpus / str(number)).write_bytes(data)
    longest = max(LONGEST.get(name, 4000), 2 * max(map(len, given)) if name in XML else 0)
    longest = max(longest, *map(len, given))

    def another(data: bytes, most: int, seed: int) -> bytes:
        """Return another input: by the elements of its XML, or as the fuzzer does."""
        rng = random.Random(seed)  # noqa: S311 - no secret
        if name in XML and rng.random() < 0.9:
            return changed(name, data, rng)[:most]
        made: bytes = atheris.Mutate(data, most)
        return made

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        "-timeout=30",
        "-rss_limit_mb=1500",
        "-print_final_stats=1",
    ]
    arguments = [sys.argv[0], *options, f"-artifact_prefix={place}/", str(corpus)]
    atheris.Setup(arguments, Watch(name, fuzzer).once, custom_mutator=another if name in XML else None)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]) if sys.argv[3:] else None)
