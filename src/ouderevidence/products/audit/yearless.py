"""Names in brackets without a year, "(Mol & Pol)": the citation of an entry that nothing else cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.products.audit.draft import flat
from ouderevidence.text.passages import letters

if TYPE_CHECKING:
    from ouderevidence.products.audit.draft import Draft
    from ouderevidence.text import Reference
    from ouderevidence.text.passages import Span

_BRACKETED: Final = re.compile(
    r"[(;]\s?(?:(?:zie|see|vgl\.|cf\.)\s(?:ook\s|also\s)?)?(?P<names>[A-ZÀ-Þ][^()\[\];:,\d\n]{1,60}?)"
    r"(?:,\s(?:pp?|blz)\.\s?\d[\d–-]*)?(?=\s?[;)])(?!\s?;\s?\d)"
)
_AND: Final = re.compile(r"\s(?:en|and|&)\s")
_OTHERS: Final = re.compile(r"\s(?:et al|e\.\s?a)\.?$")


def yearless(draft: Draft) -> dict[str, Span]:
    """Return where names stand in a bracket of their own, without a year: the first place of each, by its key."""
    found: dict[str, Span] = {}
    for match in _BRACKETED.finditer(draft.text):
        if not draft.in_list(match.start()):
            found.setdefault(_key(match["names"]), match.span("names"))
    return found


def yearless_key(entry: Reference) -> str | None:
    """Return the key of the names that cite an entry; None where it has no persons."""
    names = [name.full_family for name in entry.authors]
    if not names or not all(name.given for name in entry.authors):
        return None
    return _key(f"{names[0]} et al." if len(names) > 2 else " & ".join(names))  # noqa: PLR2004 - APA 7, section 8.17


def _key(names: str) -> str:
    """Return names alike, whatever stands between them: "Mol en Pol" and "Mol & Pol", "Mol e.a." and "Mol et al."."""
    words = flat(names)
    others = _OTHERS.search(words)
    return "+".join(map(letters, _AND.split(words[: others.start()] if others else words))) + "…" * bool(others)
