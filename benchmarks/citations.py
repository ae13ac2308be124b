"""In-text citations: how many are found and how many finds are right, on the marked set, and how fast."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

from ouderevidence.text import Mention, find_citations

DATA = Path(__file__).parents[1] / "tests" / "data"
PARTS = {
    "tuned on": "citations_tuned.txt",
    "held out at first": "citations_held_out.txt",
    "fresh": "citations_fresh.txt",
}
RATE_BOUND = 0.98  # precision and recall over all
RATIO_BOUND = 400.0  # times a bare scan for years in brackets over the same text, in the same run
SIZE = 2_000_000  # characters
BARE = re.compile(r"\((?:[^()]{0,200}?)(?:1[5-9]|20)\d\d[^()]{0,60}\)")
HOSTILE = 1_000_000  # characters of nothing but what slows a careless finder down
HOSTILE_SECONDS = 12.0  # of processor time; the slowest hold a hundred thousand citations

Key = tuple[int, int, tuple[str, ...], bool, str]
Marked = tuple[str, tuple[Key, ...]]


def read_marked(name: str) -> list[Marked]:
    """Return the texts of a marked set, marks taken out, each with its mentions.

    Raises
    ------
    ValueError
        If a text has not as many marks as lines that describe them.
    """
    found: list[tuple[str, list[str]]] = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            found[-1][1].append(line[1:].strip())
        elif line and not line.startswith("#"):
            found.append((line.replace("\\n", "\n"), []))
    return [_marked(text, lines) for text, lines in found]


def _marked(text: str, lines: list[str]) -> Marked:
    spans, plain, last = [], "", 0
    for match in re.finditer(r"⟦(.*?)⟧", text, re.DOTALL):
        plain += text[last : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain, last = plain + match[1], match.end()
    if len(spans) != len(lines):
        message = f"{len(spans)} marks and {len(lines)} descriptions: {text}"
        raise ValueError(message)
    return plain + text[last:], tuple(_key(span, line) for span, line in zip(spans, lines, strict=True))


def _key(span: tuple[int, int], line: str) -> Key:
    *names, year = [part.strip() for part in line.split(";")]
    return (*span, tuple(name for name in names if name != "et al."), "et al." in names, year)


def key(mention: Mention) -> Key:
    """Return what must be right of a mention: place, authors, "et al." and year."""
    return mention.start, mention.end, mention.authors, mention.et_al, mention.year


def rate(marked: list[Marked]) -> tuple[int, int, int, list[str]]:
    """Return how many mentions there are, were found, and were found rightly; and what went wrong."""
    wanted = found = right = 0
    wrong = []
    for text, keys in marked:
        got = {key(mention) for mention in find_citations(text)}
        wanted, found, right = wanted + len(keys), found + len(got), right + len(got & set(keys))
        wrong += [f"missed {text[k[0] : k[1]]!r} {k[2:]} in {text!r}" for k in keys if k not in got]
        wrong += [f"false {text[k[0] : k[1]]!r} {k[2:]} in {text!r}" for k in sorted(got - set(keys))]
    return wanted, found, right, wrong


def quality() -> bool:
    """Print precision and recall of each part and of all; return whether the bounds hold."""
    parts = {name: read_marked(file) for name, file in PARTS.items()}
    good = True
    for name, marked in [*parts.items(), ("all", [one for part in parts.values() for one in part])]:
        wanted, found, right, wrong = rate(marked)
        precision, recall = right / found, right / wanted
        print(
            f"{name:>17}: {wanted:3} mentions in {len(marked):3} texts; precision {precision:.3f}, recall {recall:.3f}"
        )
        if name != "all":
            print("".join(f"            {line}\n" for line in wrong), end="")
        else:
            good = min(precision, recall) >= RATE_BOUND
    print(f"bound over all: {RATE_BOUND}")
    return good


def speed() -> bool:
    """Print the time of the finder against a bare scan of the same text; return whether the ratio holds."""
    path = os.environ.get("OUDEREVIDENCE_FACTSHEET")
    if path:
        text, name = Path(path).read_text(encoding="utf-8"), "the factsheet"
    else:
        text, name = "\n".join(text for file in PARTS.values() for text, _ in read_marked(file)), "the marked set"
    text = text * (SIZE // len(text) + 1)
    start = time.process_time()
    count = len(find_citations(text))
    finding = time.process_time() - start
    start = time.process_time()
    bare = sum(1 for _ in BARE.finditer(text))
    scanning = time.process_time() - start
    print(f"{name} repeated to {len(text) / 1e6:.0f} million characters: {count} mentions, ", end="")
    print(f"{len(text.encode()) / 1e6 / finding:.1f} MB/s; a bare scan finds {bare} years in brackets")
    print(f"ratio {finding / scanning:.0f} (at most {RATIO_BOUND:.0f})")
    return finding / scanning <= RATIO_BOUND


def hostile() -> bool:
    """Print how long texts take that are made to be slow; return whether each stays under the bound."""
    slowest = 0.0
    for unit in ("(", "[", "(2018", "((2018)", "A", "A ", "Aa, ", "(Aa, ", "Aa & ", "Aa (2018) ", "2018 ", "2018, ",
                 "(Aa, 2018, ", "(Aa; 2018; ", "[(Aa) 2018 ", "van ", "(z.d. ", "et al. ", "Aa et al., 2018 ", "\n2018",
                 "-\n", "A-\n", "Aa-", "'", "(Aa, geciteerd in ", "(p. 1, ", "2018a, b, c, ", "))2018((",
                 "J. ", " "):  # fmt: skip
        text = (unit * (HOSTILE // len(unit) + 1))[:HOSTILE]
        start = time.process_time()
        find_citations(text)
        taken = time.process_time() - start
        slowest = max(slowest, taken)
        if taken > HOSTILE_SECONDS:
            print(f"{unit!r} repeated to {HOSTILE} characters took {taken:.2f} s")
    print(f"the slowest of the hostile texts: {slowest:.2f} s for 1 million characters (at most {HOSTILE_SECONDS})")
    return slowest <= HOSTILE_SECONDS


def main() -> int:
    """Measure, print, and return 1 if a bound is broken."""
    return int(not all([quality(), speed(), hostile()]))


if __name__ == "__main__":
    sys.exit(main())
