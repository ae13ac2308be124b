"""Works cited within a passage that is itself quoted from another work: they need no entry (APA 7, section 8.32)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ouderevidence.text.mentions import paragraph_start
from ouderevidence.text.name_tokens import mended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.passages import Span

BEFORE: Final = 1000  # characters of a quotation before a citation in it, at most
BEHIND: Final = 600  # and behind it

_CLOSED: Final = re.compile(r"[”\"][.,]?\s{0,2}[(\[](?P<source>[^()\[\]\n]{3,200})[)\]]")
_MARK: Final = re.compile(r"[“„”\"]")
_PAGE: Final = re.compile(r"\b(?:pp?|blz)\.\s?\d")


def within_quotations(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, each within a quotation with the words in brackets that say where that is quoted from."""
    found = list(mentions)
    starts = [mention.start for mention in found]
    for place, mention in enumerate(found):
        source = _source(text, mention) if mention.cited_in is None and not mention.personal else None
        if source is None:
            continue
        cites = bisect_left(starts, source[0]) < bisect_left(starts, source[1])
        words = text[slice(*source)]
        if cites or _PAGE.search(words):
            found[place] = replace(mention, cited_in=mended(words))
    return found


def _source(text: str, mention: Mention) -> Span | None:
    """Return where the words in brackets stand behind the quotation that a mention is in; None if it is in none."""
    mark = _MARK.search(text, mention.end, mention.end + BEHIND)
    closed = _CLOSED.match(text, mark.start()) if mark else None
    if closed is None or "\n\n" in text[mention.end : closed.start()]:
        return None
    low = paragraph_start(text, max(0, mention.start - BEFORE), mention.start)
    before = text[low : mention.start]
    if closed[0][0] == '"':
        opened = before.count('"') % 2 == 1
    else:
        opened = max(before.rfind("“"), before.rfind("„")) > before.rfind("”")
    return closed.span("source") if opened else None
