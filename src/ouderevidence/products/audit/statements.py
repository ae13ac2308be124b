"""Statements that read as an outcome of research and have no source, with the claims that could support them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.likeness import likeness, near_claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.products.audit.draft import Draft, Remarks
    from ouderevidence.text.passages import Span

# Says itself that it comes from research.
_REPORTED: Final = re.compile(
    r"""\b(?:
      (?:wetenschappelijk(?:e)?\s+)?(?:\w*onderzoek(?:en|ers)?|studies?|meta-analyses?|reviews?|literatuur)\s+
        (?:\w+\s+){0,3}?(?:wij(?:st|zen)|too?n(?:t|en)|la(?:at|ten)|bevestig(?:t|en)|suggere(?:ert|ren)|vindt|vinden|leert)
      |uit\s+(?:\w+\s+){0,4}?(?:onderzoek(?:en)?|studies?|cijfers)\s+(?:\w+\s+){0,3}?(?:blijk(?:t|en)|komt|bleek)
      |(?:blijkt|bleek)\s+(?:\w+\s+){0,2}?uit\s+(?:\w+\s+){0,4}?(?:onderzoek|studies?)
      |(?:is|zijn)\s+(?:\w+\s+){0,2}?(?:wetenschappelijk\s+)?(?:bewezen|aangetoond|bekend\s+dat)
      |bewezen\s+effectief|evidence[\s-]based
      |(?:research|studies|evidence|reviews?|meta-analys[ei]s)\s+(?:\w+\s+){0,2}?
        (?:shows?|suggests?|indicates?|finds?|found|demonstrates?|confirms?)
      |(?:has|have)\s+been\s+(?:shown|proven|found)\s+to
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Says what its own research came to, or what it proved by reasoning.
_OWN: Final = re.compile(
    r"""\b(?:
      (?:dit|ons|mijn|eigen|onderhavige?|this|our|my|(?:the|de|het)\s+(?:present|current|huidige|eigen))\s+(?:\w+\s+)?
        (?:\w*onderzoek|studie|scriptie|thesis|enquête|peiling|study|research|paper|survey)
      |stelling(?:en)?|hypothese[ns]?|lemma\w*|theorems?|hypothes[ei]s
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Says that one thing brings about another.
_CAUSAL: Final = re.compile(
    r"""\b(?:
      leid(?:t|en)\s+(?:\w+\s+){0,6}?tot
      |(?<!te\s)(?<!het\s)(?:verbeter(?:t|en)|vergro(?:ot|ten)|verho(?:ogt|gen)|versterk(?:t|en)|bevorder(?:t|en))
      |(?:heeft|hebben)\s+(?:\w+\s+){0,6}?(?:effect|invloed)|effect(?:en)?\s+op
      |dra(?:agt|gen)\s+(?:\w+\s+){0,8}?bij\s+aan|bijdra(?:agt|gen)\s+aan
      |ha(?:ngt|ngen)\s+(?:\w+\s+){0,6}?samen\s+met|zorg(?:t|en)\s+(?:\w+\s+){0,3}?voor\s+(?:betere?|meer|minder|hogere?)
      |prester(?:en|eert)\s+(?:\w+\s+){0,4}?beter|ontwikkelen\s+zich\s+(?:\w+\s+){0,4}?(?:beter|sneller)
      |voorkom(?:t|en)\s+(?:\w+\s+){0,3}?achterstand\w*
      |leads?\s+to|improves?|increases?|contributes?\s+to|(?:is|are)\s+associated\s+with|has\s+an\s+effect\s+on
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What the library is about; an effect of anything else is not for it to temper.
_TOPIC: Final = re.compile(
    r"\b\w*(?:ouder(?:s|betrokk\w*|particip\w*|programma\w*|beleid|avond\w*)?|vader\w*|moeder\w*|kind(?:eren)?|leerling\w*|"
    r"gezin\w*|voorle\w+|thuis\w*|taalontwikkel\w*|schoolprestat\w*|parent\w*|father\w*|famil\w+|child\w*|pupils?)\b",
    re.IGNORECASE,
)
# Plans, wishes and duties assert nothing.
_PLAN: Final = re.compile(
    r"""\b(?:wil(?:len)?|zal|zullen|ga(?:at|an)|moe(?:t|ten)|zou(?:den)?|hop(?:en|t)|verwacht(?:en)?|streef(?:t)?|streven
      |doel(?:en|stelling)?|ambitie|bedoel(?:d|ing)|om\b[^.;]{0,160}?\bte|zodat|graag|plan(?:nen)?|kies(?:t|zen)?|kiezen
      |subsidi\w+|financier\w+|aim(?:s)?|will|should|must|want(?:s)?|hopes?|expects?|plans?|in\s+order\s+to)\b
      |(?:gemeenten?|scholen|wij|we|(?:ve-)?locaties|professionals|municipalities|schools)\s+(?:kunnen|can)
      |(?:kan|can)\s+(?:de|een|the|a)\s+(?:gemeente|school|(?:ve-)?locatie|municipality)\b
      |\?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Goes on about the source of the sentence before it.
_GOES_ON: Final = re.compile(
    r"""(?:da(?:aruit|arin|arbij\s+bl)|hieruit|di[te]\b|dat\b|deze\b|zij\b|ze\b|hij\b|hun\b|volgens\s+(?:hen|hem|haar|d)
      |het\s+(?:gaat|onderzoek|artikel|rapport|boek)|de\s+(?:auteurs?|onderzoekers?|studie|review|meta-analyse|bundel)
      |(?:ook|daarnaast)\s+(?:di[te]|deze|dat|vonden|zagen|zij)
      |th(?:is|ese|ey|eir)\b|the\s+(?:authors?|study|review))""",
    re.VERBOSE | re.IGNORECASE,
)
# Points to a source that stands elsewhere in the paragraph.
_POINTS: Final = re.compile(
    r"\b(?:aangehaald|genoemd|cited)\w*\s+(?:\w*onderzoek|stud|bron|review|research)", re.IGNORECASE
)
# Goes on about the sentence before it, so that its source is that of both.
_SOURCED_BY_NEXT: Final = re.compile(r"(?:da[tn]|dit|die|deze|zij|ze|zo|this|that|these|they)\b", re.IGNORECASE)
_MARK: Final = re.compile(r"[.!?”’\"')\]](\d{1,2})$")


def check_statements(draft: Draft, remarks: Remarks) -> None:
    """Report each sentence that reads as evidence and has no source in it, behind it or in its note."""
    alike = likeness(draft.library)
    for start, end in unsourced(draft):
        claims = alike.near(draft.text[start:end])
        near = tuple(near_claim(draft.library, claim, draft.language) for claim in claims)
        remarks.add("A401", (start, end), claims=near)


def unsourced(draft: Draft) -> Iterator[Span]:
    """Yield the sentences that read as evidence and name no source."""
    sourced = _sourced(draft)
    for span in draft.sentences:
        if span not in sourced and reads_as_evidence(draft.text[span[0] : span[1]]):
            yield span


def reads_as_evidence(sentence: str) -> bool:
    """Whether a sentence says that research found something, or that something of the field has an effect.

    Examples
    --------
    >>> [reads_as_evidence(words) for words in ("Voorlezen verbetert hun taal.", "Wij willen hun taal verbeteren.")]
    [True, False]
    >>> reads_as_evidence("Uit dit onderzoek bleek dat ouders tevreden zijn.")  # its own: there is none to name
    False
    """
    words = " ".join(sentence.split())
    if words.endswith("?") or _OWN.search(words):
        return False
    if _REPORTED.search(words):
        return True
    return bool(_CAUSAL.search(words) and _TOPIC.search(words) and not _PLAN.search(words))


def _sourced(draft: Draft) -> set[Span]:
    """Return the sentences that have a source: their own, that of the sentence they go on about, or one in a note."""
    sourced = set(draft.cited_at)
    sourced |= _sourced_by_notes(draft)
    for before, span in pairwise(draft.sentences):
        same = _paragraph(draft, before) == _paragraph(draft, span)
        if same and before in sourced and _GOES_ON.match(draft.text[span[0] : span[1]]):
            sourced.add(span)
    cited = {_paragraph(draft, span) for span in draft.cited_at}
    for span in draft.sentences:
        if _paragraph(draft, span) in cited and _POINTS.search(draft.text[span[0] : span[1]]):
            sourced.add(span)
    for span, after in pairwise(draft.sentences):
        if after in draft.cited_at and _SOURCED_BY_NEXT.match(draft.text[after[0] : after[1]]):
            sourced.add(span)
    return sourced


def _sourced_by_notes(draft: Draft) -> set[Span]:
    """Return the sentences whose note cites a source.

    A PDF prints the number of the note behind the sentence. The other forms only say to which paragraph a note
    belongs, so that there every sentence of it counts as sourced.
    """
    cited = {draft.piece(m.start) for m in draft.mentions if draft.piece(m.start).note is not None}
    marked = {(piece.page, piece.note) for piece in cited if piece.page is not None}
    paragraphs = {piece.paragraph for piece in cited if piece.page is None}
    found: set[Span] = set()
    for start, end in draft.sentences:
        piece = draft.piece(start)
        mark = _MARK.search(draft.text[start:end])
        by_mark = mark is not None and (draft.piece(end - 1).page, int(mark[1])) in marked
        if by_mark or (piece.kind != "note" and piece.page is None and piece.paragraph in paragraphs):
            found.add((start, end))
    return found


def _paragraph(draft: Draft, span: Span) -> tuple[int, int | None]:
    piece = draft.piece(span[0])
    return piece.paragraph, piece.note
