"""Editions of a factsheet: fingerprints of its sentences, and what changed between two of them.

No sentence is kept, only a fingerprint of its letters and digits: line breaks, hyphens and quotation marks of one
extraction or another make no difference.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import SentenceMark
from ouderevidence.text import sentences
from ouderevidence.text.passages import letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ouderevidence.text.passages import Span

DIGITS: Final = 12


def mark(section: str, sentence: str) -> SentenceMark:
    """Return the fingerprint of a sentence: the first 12 hexadecimal digits of SHA-256 over its letters."""
    return SentenceMark(section, hashlib.sha256(letters(sentence).encode("utf-8")).hexdigest()[:DIGITS])


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences that hold letters; where lines break makes no difference, so that any extraction will do."""
    one_line = text.translate(dict.fromkeys(map(ord, "\n\r\t"), " "))
    return [(start, end) for start, end in sentences(one_line) if any(c.isalpha() for c in text[start:end])]


def section_at(sections: Mapping[str, Sequence[Span]], at: int) -> str:
    """Return the section that holds an offset, or ``?``."""
    return next((name for name, spans in sections.items() if any(a <= at < b for a, b in spans)), "?")


def fingerprints(text: str, sections: Mapping[str, Sequence[Span]]) -> tuple[SentenceMark, ...]:
    """Return the fingerprints of a text's sentences, each with the section it stands in."""
    return tuple(mark(section_at(sections, start), text[start:end]) for start, end in sentence_spans(text))


@dataclass(frozen=True, slots=True)
class Change:
    """A change: ``new``, ``gone``, ``reworded`` or ``moved``; the positions before and after, where there is one."""

    kind: str
    before: int | None
    after: int | None


def compare(before: Sequence[SentenceMark], after: Sequence[SentenceMark]) -> list[Change]:
    """Return what changed from one edition to another, in the order of the text.

    A sentence that stands elsewhere is moved; one that stands where another stood is reworded; where a stretch grew
    or shrank, its last sentences are new or gone.
    """
    old, new = [m.digits for m in before], [m.digits for m in after]
    gone: list[int] = []
    come: list[int] = []
    stretches: list[tuple[list[int], list[int]]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            stretches.append((list(range(a, b)), list(range(c, d))))
            gone += range(a, b)
            come += range(c, d)
    moved = _moved(gone, come, old, new)
    left, arrived = {a for a, _ in moved}, {c for _, c in moved}
    changes = [Change("moved", a, c) for a, c in moved]
    for olds, news in stretches:
        out, into = [a for a in olds if a not in left], [c for c in news if c not in arrived]
        paired = min(len(out), len(into))
        changes += [Change("reworded", a, c) for a, c in zip(out, into, strict=False)]
        changes += [Change("gone", a, None) for a in out[paired:]]
        changes += [Change("new", None, c) for c in into[paired:]]
    return sorted(changes, key=lambda change: (_place(change), change.kind))


def _moved(gone: list[int], come: list[int], old: list[str], new: list[str]) -> list[tuple[int, int]]:
    waiting: dict[str, list[int]] = {}
    for position in come:
        waiting.setdefault(new[position], []).append(position)
    return [(a, waiting[old[a]].pop(0)) for a in gone if waiting.get(old[a])]


def _place(change: Change) -> int:
    return change.after if change.after is not None else change.before or 0


def to_yaml(marks: Sequence[SentenceMark]) -> str:
    """Return fingerprints as the file ``edition.yml`` of a factsheet."""
    head = "# Fingerprints of the sentences of the edition that was curated, in the order of the text (see `trace`).\n"
    lines = "".join(f'  - {{section: "{m.section}", digits: "{m.digits}"}}\n' for m in marks)
    return f"{head}sentences:\n{lines}"
