"""Citations and the reference list, held against each other and against the library."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.draft import as_mention, flat, named, needs_entry
from ouderevidence.products.audit.lists import FEW, TENTH
from ouderevidence.products.audit.yearless import yearless, yearless_key
from ouderevidence.text import resolve
from ouderevidence.text.lexicon import PARTICLES, PLANS, SMALL_CAPITALS
from ouderevidence.text.name_forms import folded
from ouderevidence.text.name_tokens import is_body

if TYPE_CHECKING:
    from ouderevidence.model.records import Work
    from ouderevidence.products.audit.draft import Draft, Remarks
    from ouderevidence.text import Mention, Reference, Resolution
    from ouderevidence.text.passages import Span

_NEAR: Final = {"nl": " (wel daarin: {found})", "en": " (it does have: {found})"}
_YEARLESS: Final = {
    "nl": "; zonder jaar staat er wel “{names}” ({place})",
    "en": "; without a year there is “{names}” ({place})",
}
_NUMBERED: Final = re.compile(r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]")
# What R prints before a line of values: "[1] 0.31".
_PRINTED: Final = re.compile(r"^[ \t]*\[\d{1,3}\](?=[ \t]+(?:[-+]?\.?\d|\"|TRUE\b|FALSE\b|NA\b|NULL\b))", re.MULTILINE)
# A raised number as a text without type sizes has it: "helpt.12 Ook", "helpt¹² ook".
_RAISED: Final = re.compile(
    r"(?<=[^\W\d_][.,;”’)])\d{1,3}(?=\s|$)|(?<=[a-z]{2})\d{1,3}(?=[\s.,;]|$)|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
)
# No family name: "GPT-4", "GameGAN", "HumanRig", but "McDonald" and "VanPeer" are.
_NO_SURNAME: Final = re.compile(r"\d|[a-z][A-Z]{2}|[a-z]{3}[A-Z]")
# "De klas keek naar Abeltje (1998)": who looks at or reads it is no researcher.
_SEEN: Final = re.compile(
    r"\b(?:wij|we|zij|ze|kinderen|leerlingen|kleuters|ouders|klas|groep(?:\s\d)?|they|children|pupils)\s(?:zag|zagen|las|lazen|"
    r"lezen|speelden|bekeek|bekeken|(?:kijkt|kijken|keek|keken)\snaar|watched|saw)\s(?:(?:samen|thuis|ook|toen)\s)?$",
    re.IGNORECASE,
)
# "Het model BERT (2018)", "wij gebruiken CLIP (2019)": what is used is no author.
_SYSTEM: Final = re.compile(
    r"\b(?:\w*(?:model|systeem|monitor|enquête|toets|instrument|vragenlijst|programma|methode)|dataset|test|app|survey|system|"
    r"gebruik(?:t|ten?|en)?|gebruikten?|uses?|used)\s$",
    re.IGNORECASE,
)
# "Wethouder Mol (2022) wil het": who holds an office speaks, and need not have written.
_OFFICE: Final = re.compile(
    r"\b(?:(?:oud|ex)-)?(?:wethouder|burgemeester|minister|staatssecretaris|premier|gedeputeerde|schepen|raadslid|kamerlid|"
    r"senator|alderman|mayor|councillor)\s$",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(r"\b(?:tabel|figuur|grafiek|kaart|table|figure|chart)\s\d[\d.]*[.:]?\s$", re.IGNORECASE)
BEFORE: Final = 60  # characters before a name
FEW_OF: Final = 5  # works of a list for each citation by name, from which on a text with raised numbers cites by them
NUMBERS: Final = 5  # citations by number that make a draft one that cites by numbers
SHOWN: Final = 3  # of them that are shown
FEW_SIGNS: Final = 30  # of an entry without names
SOME_SIGNS: Final = 60  # of one among others
FIRST_WORDS: Final = 40  # letters of an entry that are shown


def check_list(draft: Draft, remarks: Remarks) -> None:
    """Compare the citations with the reference list, both ways; without a list say so once."""
    printed = {m.end() for m in _PRINTED.finditer(draft.text)}
    numbers = [m[0] for m in _NUMBERED.finditer(draft.text) if m.end() not in printed and not draft.in_list(m.start())]
    if len(draft.references) > FEW_OF * max(NUMBERS, len(draft.mentions)):
        numbers += [m[0] for m in _RAISED.finditer(draft.text) if not draft.in_list(m.start())]
    if len(numbers) >= max(NUMBERS, len(draft.mentions)):
        remarks.add("A105", None, examples=", ".join(dict.fromkeys(numbers[: 2 * SHOWN])))
        return
    if not draft.references:
        _check_typed(draft, remarks)
        return
    _check_reading(draft, remarks)
    for mention, found in zip(draft.mentions, draft.listed, strict=True):
        if needs_entry(mention):
            _compare(draft, remarks, mention, found)
    named = {near for mention, found in zip(draft.mentions, draft.listed, strict=True)
             if _is_missing(draft, mention, found) and (near := draft.lists.near(mention))}  # fmt: skip
    first_only = {
        (folded(mention.authors[0]), mention.year) for mention in draft.mentions if draft.is_unformatted(mention)
    }
    spared = {*draft.slips.values(), *named, *draft.lists.spared}
    spared |= {
        e.key for e in draft.references if e.authors and (folded(e.authors[0].full_family), e.year) in first_only
    }
    bare = yearless(draft)
    for entry in draft.references:
        if not draft.cited_entries[entry.key] and entry.key not in spared:
            names = bare.get(yearless_key(entry) or "")
            near = _without_year(draft, names) if names else ""
            remarks.add("A102", (entry.start, entry.end), cited=as_cited(entry), near=near)


def _without_year(draft: Draft, names: Span) -> str:
    shown, place = flat(draft.text[slice(*names)]), draft.piece(names[0]).place(draft.language)
    return _YEARLESS[draft.language].format(names=shown, place=place)


def _check_typed(draft: Draft, remarks: Remarks) -> None:
    """Hold citations that were typed out against the file of works, where that stands for a list."""
    if not draft.entries:
        if not draft.keyed.keyed:
            remarks.add("A103", None)
        return
    for mention, found in zip(draft.mentions, draft.listed, strict=True):
        if needs_entry(mention):
            _compare(draft, remarks, mention, found)


def check_keys(draft: Draft, remarks: Remarks) -> None:
    """Hold keys against the draft's own file of works, fields against what is printed; say what is not formatted."""
    keyed = draft.keyed
    if draft.unformatted:
        shown = dict.fromkeys(flat(draft.text[start:end]) for start, end in draft.unformatted)
        remarks.add("A115", draft.unformatted[0], number=len(draft.unformatted), examples=", ".join([*shown][:SHOWN]))
    known = bool(keyed.files or draft.document.works)
    if keyed.keyed and not known:
        file = f" ({keyed.named})" if keyed.named else ""
        remarks.add("A109", None, examples=keyed.examples, file=file)
    for field in keyed.keyed if known else ():
        for key in field.keys:
            if key not in keyed.entries:
                remarks.add("A108", (field.start, field.end), key=key, file=keyed.named)
    for found, field in keyed.compared(draft.mentions):
        if found.status not in {"exact", "ambiguous", "personal"} and needs_entry(found.mention):
            works = "; ".join(as_cited(work) for work in field.works)
            remarks.add("A110", (found.mention.start, found.mention.end), printed=found.mention.label, found=works,
                        program=draft.document.program or "Word")  # fmt: skip


def _check_reading(draft: Draft, remarks: Remarks) -> None:
    """Say first that the list may not have been read well, where many citations are not in it; show what was read."""
    missing = [m for m, found in zip(draft.mentions, draft.listed, strict=True) if _is_missing(draft, m, found)]
    if len(missing) < FEW or len(missing) <= TENTH * len(draft.mentions):
        return
    first, last = (flat(draft.references[place].text)[:FIRST_WORDS].strip() for place in (0, -1))
    remarks.add(
        "A106", None, missing=len(missing), number=len(draft.mentions), entries=len(draft.references), first=first,
        last=last,
    )  # fmt: skip


def _is_missing(draft: Draft, mention: Mention, found: Resolution) -> bool:
    missing = needs_entry(mention) and found.status == "unknown" and mention.start not in draft.slips
    return missing and not _may_be_no_citation(draft, mention)


def check_spelling(draft: Draft, remarks: Remarks) -> None:
    """Compare names and years with the library: of each entry of the list, and of citations that have no entry."""
    for entry in draft.references:
        work = draft.entry_works[entry.key]
        if work is not None:
            _compare_work(draft, remarks, as_mention(entry), work)
    for mention, listed, known in zip(draft.mentions, draft.listed, draft.known, strict=True):
        work = draft.library.bibliography.get(known.key or "")
        if work is not None and not listed.keys and mention.cited_in is None:
            _compare_work(draft, remarks, mention, work)
        elif known.status == "ambiguous" and not draft.references:
            labels = "; ".join(draft.library.label(key, draft.language) for key in known.keys)
            remarks.add("A104", (mention.start, mention.end), cited=mention.label, found=labels)


def as_cited(entry: Reference) -> str:
    """Return an entry as a text would cite it."""
    names = [name.full_family for name in entry.authors]
    shown = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)  # noqa: PLR2004 - APA 7, section 8.17
    return f"{shown or shorten(flat(entry.text), FEW_SIGNS, placeholder=' …')}, {entry.year}"


def _compare(draft: Draft, remarks: Remarks, mention: Mention, found: Resolution) -> None:
    span = (mention.start, mention.end)
    entries = draft.entries
    if found.status == "ambiguous" and not draft.is_unformatted(mention):
        listed = "; ".join(
            shorten(flat(entries[key].text), SOME_SIGNS, placeholder=" …") or as_cited(entries[key])
            for key in found.keys
        )
        remarks.add("A104", span, cited=mention.label, found=listed)
    elif found.status == "unknown" and mention.start in draft.slips and not draft.lists.dated(mention):
        remarks.add("A112", span, printed=mention.year, found=entries[draft.slips[mention.start]].year)
    elif found.status == "unknown":
        _compare_unknown(draft, remarks, mention, found)
    for difference in found.differences:
        if difference.kind == "year":
            remarks.add("A112", span, printed=difference.printed, found=difference.found)
        elif difference.kind == "spelling":
            remarks.add("A111", span, printed=difference.printed, found=difference.found)


def _compare_unknown(draft: Draft, remarks: Remarks, mention: Mention, found: Resolution) -> None:
    """Report a citation that no entry fits: an error only where nothing in the list resembles it."""
    span = (mention.start, mention.end)
    entries = draft.entries
    same_names = [key for key in found.keys if len(entries[key].authors) == len(mention.authors) or mention.et_al]
    lettered = [key for key in same_names if _is_of_letter(mention.year, entries[key].year)]
    if lettered:
        same_names = lettered
    near = draft.lists.resembling(mention) if draft.lists.dated(mention) and not lettered else None
    if near is None and same_names:
        near = "; ".join(as_cited(entries[key]) for key in same_names)
    if near is not None:
        remarks.add("A107", span, cited=mention.label, near=near)
        return
    others = "; ".join(as_cited(entries[key]) for key in found.keys)
    others = _NEAR[draft.language].format(found=others) if others else ""
    remarks.add("A116" if _may_be_no_citation(draft, mention) else "A101", span, cited=mention.label, near=others)


def _is_of_letter(printed: str, found: str) -> bool:
    """Whether two years are one with other letters: 2023e and 2023a."""
    return printed != found and printed[:4].isdigit() and printed[:4] == found[:4] and found[4:].isalpha()


def _may_be_no_citation(draft: Draft, mention: Mention) -> bool:
    """Whether it may be a name or title with its year, "Deep Blue (1997)": capitals, and nothing of an author."""
    if PLANS.match(mention.text):
        return True
    if not mention.narrative or len(mention.authors) > 1 or mention.et_al:
        return False
    words = mention.authors[0].split()
    before = draft.text[max(0, mention.start - BEFORE) : mention.start]
    if _OFFICE.search(before):
        return True
    if not mention.text.startswith(words[0]) or any(word.lower() in PARTICLES or is_body(word) for word in words):
        return False
    if len(words) > 1 or _NO_SURNAME.search(words[0]):
        return True
    capitals = words[0].isupper() and words[0].lower() not in SMALL_CAPITALS
    if _SEEN.search(before) or _CAPTION.search(before):
        return True
    return capitals and _SYSTEM.search(before) is not None


def _compare_work(draft: Draft, remarks: Remarks, mention: Mention, work: Work) -> None:
    """Report what a citation or an entry prints otherwise than the library has it."""
    found = resolve([mention], [work])[0]
    span = (mention.start, mention.end)
    shown = named(work, draft.library, draft.language)
    for difference in found.differences:
        if difference.kind == "year":
            remarks.add("A114", span, printed=difference.printed, found=difference.found, work=shown)
        elif difference.kind == "spelling":
            remarks.add("A113", span, printed=difference.printed, found=difference.found, work=shown)
    if found.status == "unknown" and found.keys and not _is_yearly(mention, work):
        remarks.add("A114", span, printed=mention.year, found=work.year, work=shown)


def _is_yearly(mention: Mention, work: Work) -> bool:
    """Whether a body brings it out more than once: "De Staat van het Onderwijs" of another year is another work."""
    return bool(work.authors) and not work.authors[0].given and mention.year[:4].isdigit() and mention.year != work.year
