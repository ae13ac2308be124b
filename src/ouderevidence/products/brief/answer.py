"""The short answer to the question of a brief: made by rule from the levels, so that it never says more."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from ouderevidence.document import nodes
from ouderevidence.model.words import LEVELS, SUPPORTED
from ouderevidence.products.brief import selection, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.document.nodes import Inlines
    from ouderevidence.model.records import Claim
    from ouderevidence.model.words import Text
    from ouderevidence.products.brief.phrases import Phrases

MOST_NAMED: Final = 3  # findings
PAIR: Final = 2


def sentences(phrases: Phrases) -> Iterator[Inlines]:
    """Yield the short answer, a sentence at a time.

    First what is best underpinned, then how many findings have which level, then whose sources carry them, and last
    where research disagrees.
    """
    library = phrases.library
    findings = selection.findings(library)
    if not findings:
        yield phrases.text(wording.ANSWER_NO_FINDINGS)
        return
    supported = [claim for claim in findings if library.profile(claim.id, "evidence").level in SUPPORTED]
    if not supported:
        yield phrases.text(wording.ANSWER_NONE)
        yield phrases.text(wording.ANSWER_NOTHING if len(findings) > 1 else wording.ANSWER_NOTHING_ONE)
        return
    if selection.only_general(library, supported):
        yield phrases.text(wording.ANSWER_GENERAL)
    yield from _best(phrases, [claim for claim in selection.key_messages(library) if claim.gist])
    yield _counted(phrases, len(findings), supported)
    own = [claim for claim in supported if library.profile(claim.id).level in SUPPORTED]
    read = phrases.say(wording.READ_ELSEWHERE) if own and selection.only_by_others(library, own) else ""
    ours = len(supported) - len(own)
    counts = {"own": phrases.number(len(own)), "ours": phrases.number(ours)}
    yield phrases.text(_who_carries(len(own), ours), **counts, read=read)
    tempered = sum(selection.is_tempered(library, claim) for claim in supported)
    if tempered:
        words = _tempered_words(tempered, len(supported), len(findings))
        every = phrases.say(wording.EVERY[tempered > 2], m=tempered)  # noqa: PLR2004 - both, and all
        yield phrases.text(words, n=tempered, m=len(supported), every=every)
    disputed = selection.disputed(library)
    if len(disputed) == 1 and disputed[0].gist:
        that = nodes.spaced(phrases.text(wording.THAT), phrases.gist(disputed[0]))
        yield [*nodes.spaced(phrases.text(wording.ANSWER_DISPUTED_ONE), that), nodes.STOP]
    elif disputed:
        yield phrases.text(wording.ANSWER_DISPUTED if disputed[1:] else wording.ANSWER_DISPUTED_SINGLE, n=len(disputed))


def _best(phrases: Phrases, claims: Sequence[Claim]) -> Iterator[Inlines]:
    """Yield what is best underpinned: a sentence for each level, a few findings in all, none that is contested."""
    library = phrases.library
    left = len(claims) if len(claims) <= MOST_NAMED + 1 else MOST_NAMED  # rather one more than one untold
    agreed = [claim for claim in claims if not library.profile(claim.id, "evidence").contested]
    for level, words in wording.ANSWERS.items():
        named = [claim for claim in agreed if selection.assurance(library, claim) == level][:left]
        if named:
            left -= len(named)
            said = [nodes.spaced(phrases.text(wording.THAT), phrases.gist(claim)) for claim in named]
            yield [*nodes.spaced(phrases.text(words), phrases.series(said)), nodes.STOP]


def _counted(phrases: Phrases, number: int, supported: Sequence[Claim]) -> Inlines:
    """Return how many findings research supports, and how well."""
    wide = Counter(phrases.library.profile(claim.id, "evidence").level for claim in supported)
    named = [(wide[level], phrases.say(LEVELS[level])) for level in reversed(SUPPORTED) if wide[level]]
    bare = len(named) == 1 and number > len(supported)
    said = [word if bare else f"{times} {word}" for times, word in named]
    levels = f" {phrases.say(wording.AND)} ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
    if number == len(supported):
        alike = len(wide) == 1
        both = wording.ANSWER_ALIKE_BOTH if alike else wording.ANSWER_COUNTED_BOTH
        every = wording.ANSWER_ALIKE_ALL if alike else wording.ANSWER_COUNTED_ALL
        words = wording.ANSWER_COUNTED_ONE if number == 1 else both if number == PAIR else every
        return phrases.text(words, n=number, levels=levels, level=levels.removeprefix(f"{number} "))
    words = wording.ANSWER_COUNTED if len(supported) > 1 else wording.ANSWER_COUNTED_SINGLE
    return phrases.text(words, n=number, k=len(supported), levels=levels)


def _tempered_words(tempered: int, supported: int, number: int) -> Text:
    """Return the words for how many supported findings, of so many in all, other research qualifies."""
    if tempered == supported:
        every = wording.ANSWER_TEMPERED_EVERY if supported == number else wording.ANSWER_TEMPERED_ALL
        return wording.ANSWER_TEMPERED_SINGLE if supported == 1 else every
    return wording.ANSWER_TEMPERED_ONE if tempered == 1 else wording.ANSWER_TEMPERED


def _who_carries(own: int, ours: int) -> Text:
    """Return the words for whose sources carry what is supported: the factsheet's, ours, or both."""
    if not own:
        return wording.ANSWER_ONLY_OURS
    return wording.ANSWER_BOTH if ours else wording.ANSWER_ONLY_OWN
