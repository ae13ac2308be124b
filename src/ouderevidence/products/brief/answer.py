"""The short answer to the question of a brief: made by rule from the levels, so that it never says more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ouderevidence.model.words import BEST_FIRST, LEVELS, SUPPORTED
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.library.library import Library
    from ouderevidence.model.words import Text


def sentences(library: Library, language: str) -> Iterator[str]:
    """Yield the short answer, a sentence at a time.

    First the best level there is, then how many findings have which, then where the factsheet's own sources and the
    complementary research part ways, and last where research disagrees.
    """
    findings = selection.findings(library)
    if not findings:
        yield wording.ANSWER_NO_FINDINGS.of(language)
        return
    wide = Counter(library.profile(claim.id, "evidence").level for claim in findings)
    own = sum(library.profile(claim.id).level in SUPPORTED for claim in findings)
    supported = sum(wide[level] for level in SUPPORTED)
    best = next(level for level in BEST_FIRST if wide[level])
    yield wording.ANSWERS[best if best in SUPPORTED else "none"].of(language)
    numbers = {"n": len(findings), "k": supported, "own": own, "ours": supported - own}
    if supported:
        said = [f"{wide[level]} {LEVELS[level].of(language)}" for level in reversed(SUPPORTED) if wide[level]]
        levels = wording.AND.of(language).join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
        counted = wording.ANSWER_COUNTED_ONE if len(findings) == 1 else wording.ANSWER_COUNTED
        are = {"nl": "wordt" if supported == 1 else "worden", "en": "is" if supported == 1 else "are"}[language]
        yield counted.of(language).format(**numbers, levels=levels, k_are=are)
        yield _who_carries(numbers).of(language).format(**numbers)
    else:
        yield wording.ANSWER_NOTHING.of(language).format(**numbers)
    disputed = len(selection.disputed(library))
    if disputed:
        words = wording.ANSWER_DISPUTED_ONE if disputed == 1 else wording.ANSWER_DISPUTED
        yield words.of(language).format(n=disputed)


def _who_carries(numbers: dict[str, int]) -> Text:
    """Return the words for whose sources carry what is supported: the factsheet's, ours, or both."""
    if not numbers["own"]:
        return wording.ANSWER_ONLY_OURS
    return wording.ANSWER_BOTH if numbers["ours"] > 0 else wording.ANSWER_ONLY_OWN
