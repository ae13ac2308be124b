"""The form of citations in the text: what APA 7 asks of them, in Dutch or in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.draft import flat
from ouderevidence.products.audit.grouping import often
from ouderevidence.text.name_forms import folded
from ouderevidence.text.resolution import ET_AL_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ouderevidence.products.audit.draft import Draft, Remarks
    from ouderevidence.text import Mention, Resolution

_NO_STOP: Final = re.compile(
    r"(?:,\s*)?\bet\.?\s+al\b(?!\.)|,\s*et\.?\s+al\.|\bet\.\s*al\.|\bet\.?\s+all\b\.?|\b(?:el|at)\s+al\b\.?|\bET\s+AL\b\.?"
)
_DUTCH_OTHERS: Final = re.compile(r"\be\.?\s?a\.(?!\w)|\be\.\s?a\b|(?<=\s)ea\b|\ben anderen\b")
OFTEN: Final = 5  # times that make a form a habit, which is told once
TENTH: Final = 10  # and then the right form stands there no more than a tenth of those times
_AND: Final = {"nl": "en", "en": "and"}
_UNDATED: Final = {"nl": "z.d.", "en": "n.d."}
_APART: Final = frozenset({",", "en", "and", "&", ", en", ", and", "/", "."})
# Particles that get a capital when no initials go before them; 't and d' never do (Radboud University, HAN).
_PARTICLE: Final = re.compile(r"(?:van|de|den|der|ten|ter|te|op|uit)\s")
_BEFORE_NAME: Final = frozenset({"&", "en", "and"})


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of a citation by the code that is about it; ``wrong`` is empty where it is right."""

    mention: Mention
    code: str
    wrong: str


def check_forms(draft: Draft, remarks: Remarks) -> None:
    """Check the form of each citation, and the order and the separators of those that share a bracket."""
    language = draft.profile.language
    forms: list[_Form] = []
    for mention, listed, known in zip(draft.mentions, draft.listed, draft.known, strict=True):
        if draft.is_unformatted(mention):
            continue
        forms += [*_others(mention), *_between(mention)]
        _check_year(remarks, mention, language)
        _check_number(remarks, mention, listed if listed.key else known)
        if language == "nl":
            _check_particles(remarks, mention)
    _tell_forms(remarks, forms, _AND[language])
    for _, group in groupby(draft.mentions, key=lambda mention: mention.group):
        together = [mention for mention in group if not (mention.narrative or draft.is_unformatted(mention))]
        _check_separators(draft, remarks, together)
        _check_order(draft, remarks, _without_sources(together))


def _others(mention: Mention) -> Iterator[_Form]:
    """Yield how "et al." is printed."""
    words = flat(mention.text)
    for code, pattern in (("A201", _NO_STOP), ("A202", _DUTCH_OTHERS)):
        wrong = pattern.search(words)
        if wrong and len(mention.authors) > 1 and wrong[0].replace(" ", "") == ",etal.":
            continue  # two names and a comma: APA's way to tell two works apart (section 8.18)
        if mention.et_al:
            yield _Form(mention, code, wrong[0].lstrip(", ") if wrong else "")


def _between(mention: Mention) -> Iterator[_Form]:
    """Yield what stands between names: "&" in the sentence, a word in brackets, or what should."""
    between = flat(mention.text)
    for name in mention.authors:
        between = between.replace(name, "§", 1)
    names = between[: between.rfind("§")]
    word = re.search(r"(?<!\w)(?:en|and)(?!\w)", names)
    if word or "&" in names:
        narrative = mention.narrative
        right = "&" not in names if narrative else not word
        yield _Form(mention, "A203" if narrative else "A204", "" if right else word[0] if word else "&")


def _tell_forms(remarks: Remarks, forms: Sequence[_Form], word: str) -> None:
    """Report the forms that are not right: a form once where a draft always prints it so."""
    for code, wrong in sorted({(form.code, form.wrong) for form in forms if form.wrong}):
        told = [form.mention for form in forms if (form.code, form.wrong) == (code, wrong)]
        right = sum(form.code == code and not form.wrong for form in forms)
        always = len(told) >= OFTEN and right * TENTH <= len(told)
        more = often(len(told), (mention.label for mention in told), remarks.language) if always else ""
        said = word if code == "A203" else wrong
        for mention in told[:1] if always else told:
            remarks.add(code, (mention.start, mention.end), printed=wrong, word=said, often=more)


def _check_year(remarks: Remarks, mention: Mention, language: str) -> None:
    other = "en" if language == "nl" else "nl"
    span = (mention.start, mention.end)
    if mention.year.replace(" ", "").startswith((_UNDATED[other][:-1], "g.d")):
        remarks.add("A207", span, printed=mention.year, word=_UNDATED[language])
    words = flat(mention.text)
    place = words.find(mention.year) if mention.year else -1
    before = words[:place].rstrip()
    if place > 0 and before and not mention.narrative and not mention.personal and before[-1] not in ",([":
        remarks.add("A208", span, found=f"{before}, {words[place:]}")


def _check_number(remarks: Remarks, mention: Mention, found: Resolution) -> None:
    span = (mention.start, mention.end)
    wrong = next((one for one in found.differences if one.kind == "authors" and found.key is not None), None)
    if wrong is not None:
        remarks.add("A206", span, printed=wrong.printed, found=wrong.found)
    elif len(mention.authors) >= ET_AL_FROM and not mention.et_al:
        remarks.add("A206", span, printed=" & ".join(mention.authors), found=f"{mention.authors[0]} et al.")


def _check_particles(remarks: Remarks, mention: Mention) -> None:
    words = flat(mention.text)
    for name in mention.authors:
        place = words.find(name)
        before = words[:place].split()[-1:]
        alone = place == 0 or bool(before and (before[0] in _BEFORE_NAME or before[0].endswith(",")))
        if place >= 0 and _PARTICLE.match(name) and alone:
            remarks.add("A210", (mention.start, mention.end), printed=name, found=name[0].upper() + name[1:])


def _check_separators(draft: Draft, remarks: Remarks, together: list[Mention]) -> None:
    for one, two in pairwise(together):
        between = flat(draft.text[one.end : two.start])
        if two.text[:1].isalpha() and len(two.text) > 1 and between in _APART:
            remarks.add("A209", (one.start, two.end), printed=between)


def _check_order(draft: Draft, remarks: Remarks, together: list[Mention]) -> None:
    """Check the alphabetical order; a work led in by "zie ook" may stand last (APA 7, section 8.12)."""
    if not together:
        return
    plain = [mention for position, mention in enumerate(together) if position == 0 or mention.prefix is None]
    filed = _filed(plain, by_main_name=draft.profile.by_main_name)
    ordered = sorted(zip(filed, plain, strict=True), key=lambda pair: pair[0])
    if filed != sorted(filed):
        order = "; ".join(mention.label for _, mention in ordered)
        remarks.add("A205", (plain[0].start, plain[-1].end), order=order)


def _without_sources(together: list[Mention]) -> list[Mention]:
    """Leave out works that are cited in another, and the works they are cited in: APA 7 does not say where they go."""
    second = [mention.cited_in is not None or not mention.year for mention in together]
    behind = [False, *second]
    return [m for m, first, source in zip(together, second, behind, strict=False) if not first and not source]


def _filed(mentions: list[Mention], *, by_main_name: bool) -> list[tuple[str, str]]:
    """Return what each citation is filed under: its first name, then its year if the names behind it are the same."""
    first = [folded(m.authors[0] if by_main_name else "".join(m.authors[0].split())) for m in mentions]
    behind: dict[str, set[tuple[str, ...]]] = {}
    for name, mention in zip(first, mentions, strict=True):
        behind.setdefault(name, set()).add((*mention.authors, "+" * mention.et_al))
    return [
        (name, _dated(mention.year) if len(behind[name]) == 1 else "")
        for name, mention in zip(first, mentions, strict=True)
    ]


def _dated(year: str) -> str:
    """Return a year as it is filed: works without a date go first, those in press last (APA 7, section 8.12)."""
    if year[:1].isdigit():
        return year
    return "" if year[:1] in "zn" and "." in year else "~"
