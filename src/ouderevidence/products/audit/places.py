"""Quotations without a page or another place: what is quoted word for word asks for one (APA 7, sections 8.25 to 8.28).

Marks also stand around terms, titles, questions and what people said, so a quotation counts only where it is long and
stands directly with one work.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.draft import flat, needs_entry, shortened
from ouderevidence.products.audit.grouping import often
from ouderevidence.text.mentions import paragraph_start
from ouderevidence.text.passages import letters
from ouderevidence.text.quotations import quotation_at, quotation_before

if TYPE_CHECKING:
    from ouderevidence.products.audit.draft import Draft, Remarks
    from ouderevidence.text import Mention
    from ouderevidence.text.passages import Span

LEAST: Final = 8  # words that make a quotation, and no term
BETWEEN: Final = 120  # characters between names and the quotation behind them, at most
AROUND: Final = 200  # characters before a quotation in which its place may stand
BEHIND: Final = 100  # and behind it
MANY: Final = 5  # quotations without a place that are told in one remark
_WORD: Final = re.compile(r"[^\W\d_]+")
_OPENER: Final = re.compile(  # a word between: "Mol (2015), “…”" is a title
    r"[^.!?\n“„”\"«»‘’()\[\]\w]*[^\W\d_][^.!?\n“„”\"«»‘’()\[\]]*\s(?=[“„\"«‘'”»])"
)
# What may stand between a quotation and the names behind it: "“…”, aldus Mol (2015)".
_SAID_BY: Final = re.compile(
    r"[,.]?\s(?:aldus|zo|volgens|stelt|stellen|schrijft|schrijven|says|writes?|according\sto)\s$"
)
# Where in the source it stands, said in words or in a bracket of its own.
_PLACE: Final = re.compile(
    r"\b(?:pp?|blz|pag)\s\d|\b(?:pp?|blz|bl|pag|par|al|sec|para|hfdst|hst|ch|min|vol|kol|art)\.\s?\d|§|\b\d{1,2}:\d\d\b|"
    r"\b(?:pagina|bladzijden?|paragraaf|alinea|hoofdstuk|artikel|minuut|sectie|pages?|paragraph|section|chapter|minute|"
    r"slide|dia|tabel|table|figuur|figure|bijlage|appendix)(?:['’]s)?\s[\dIVX]",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"[.,;]?\s?[^.!?()\[\]\n]{0,80}[(\[][^()\[\]]{0,80}\d")
# What is in the marks is a title, a question or an example, or what somebody said who is no author.
_NO_QUOTATION: Final = re.compile(
    r"(?:\b\w*(?:artikel|boek|rapport|titel|getiteld|onderzoek|studie|paper|scriptie|proefschrift|verslag|film|serie|lied|"
    r"gedicht|roman|website|podcast|article|book|report|titled|study|thesis|song|poem|novel)\s|"
    r"\b(?:\w*vra(?:ag|gen)|\w*items?|\w*stelling(?:en)?|bijvoorbeeld|bijv\.|zoals|questions?|statements?|e\.g\.,?|such\sas)"
    r"\b[^.!?]{0,40})$",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(
    r"\b(?:\w*(?:respondent|participant|informant|deelnemer|interviewee)\w*|ge[iï]nterviewde\w*|interviews?|R\d{1,2})\b",
    re.IGNORECASE,
)

# In these a word is looked up, and the word is the place.
_LOOKED_UP: Final = re.compile(
    r"\bvan\s?dale\b|merriam|webster|dictionary|woordenboek|wikipedia|wiktionary|encyclo|britannica", re.IGNORECASE
)


def check_places(draft: Draft, remarks: Remarks) -> None:
    """Report quotations that stand with the work they are from and not with their place in it; many of them once."""
    groups = Counter(mention.group for mention in draft.mentions)
    lacking = [
        (mention, quoted)
        for mention in draft.mentions
        if groups[mention.group] == 1 and _lacks_place(draft, mention) and (quoted := _quotation(draft, mention))
    ]
    told = lacking[:1] if len(lacking) >= MANY else lacking
    places = [draft.piece(mention.start).place(draft.language) for mention, _ in lacking]
    for mention, (start, end) in told:
        words = shortened(flat(draft.text[start + 1 : end - 1]))
        more = often(len(lacking), places, draft.language) if told != lacking else ""
        remarks.add("A211", (mention.start, mention.end), quoted=words, often=more)


def _lacks_place(draft: Draft, mention: Mention) -> bool:
    return (
        mention.locator is None
        and mention.prefix is None
        and needs_entry(mention)
        and not draft.is_unformatted(mention)
        and not any(_SPEAKER.search(name) or _LOOKED_UP.search(name) for name in mention.authors)
    )


def _quotation(draft: Draft, mention: Mention) -> Span | None:
    """Return the quotation that stands with a citation and has no place; None if there is none."""
    text = draft.text
    if mention.narrative:
        found = _behind_names(text, mention) or _before_names(text, mention)
    else:
        found = _before_bracket(text, mention)
    if found is None or len(_WORD.findall(text, *found)) < LEAST or _is_none(draft, found):
        return None
    return None if _has_place(draft, mention, found) else found


def _before_bracket(text: str, mention: Mention) -> Span | None:
    """Return the quotation of "“…” (Mol, 2015)": nothing else is in the bracket."""
    alone = text[mention.start - 1 : mention.start] in {"(", "["} and text[mention.end : mention.end + 1] in {")", "]"}
    return quotation_before(text, mention.start - 1) if alone else None


def _before_names(text: str, mention: Mention) -> Span | None:
    """Return the quotation of "“…”, aldus Mol (2015)"."""
    low = max(0, mention.start - 20)
    said = _SAID_BY.search(text, low, mention.start)
    return quotation_before(text, said.start()) if said else None


def _behind_names(text: str, mention: Mention) -> Span | None:
    """Return the quotation of "Mol (2015) schrijft: “…”", if no place or other work is behind it."""
    opener = _OPENER.match(text, mention.end, mention.end + BETWEEN)
    found = quotation_at(text, opener.end()) if opener else None
    return found if found and _BRACKET.match(text, found[1], found[1] + 2 * BEHIND) is None else None


def _is_none(draft: Draft, quoted: Span) -> bool:
    """Whether the marks are those of a title, a question, an example or what a respondent said."""
    text, (start, end) = draft.text, quoted
    inside = text[start + 1 : end - 1].rstrip(".,;")
    low = paragraph_start(text, max(0, start - AROUND), start)
    before = text[low:start]
    return (
        inside.endswith("?")
        or _NO_QUOTATION.search(before) is not None
        or _SPEAKER.search(before) is not None
        or letters(inside) in draft.listed_letters
    )


def _has_place(draft: Draft, mention: Mention, quoted: Span) -> bool:
    """Whether the words around a quotation, or a note of its paragraph, say where it stands."""
    text = draft.text
    low = paragraph_start(text, max(0, quoted[0] - AROUND), quoted[0])
    high = max(quoted[1], mention.end) + BEHIND
    blank = text.find("\n\n", max(quoted[1], mention.end), high)
    if _PLACE.search(text, low, blank if blank >= 0 else high):
        return True
    return any(_PLACE.search(text, note.start, note.end) for note in draft.notes(draft.piece(mention.start)))
