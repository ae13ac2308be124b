"""A draft as a web page with its remarks in the margin, each linked to its place and back."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from importlib import resources
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from ouderevidence.products.audit.wording import (
    CLAIMS,
    DRAFT,
    FIRST,
    IN_SHORT,
    MORE,
    NOTE,
    REMARK,
    REMARKS_ON,
    SEVERITY_LEAD,
    SKIP,
    TO_DO,
    TO_PLACE,
    WHOLE,
    capital,
)
from ouderevidence.text import annotate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.products.audit.report import Audit, NearClaim, Remark
    from ouderevidence.text import Piece
    from ouderevidence.text.passages import Span

_RANK = ("error", "warning", "hint")


def annotated_page(audit: Audit) -> bytes:
    """Return a page with the text of the draft and, beside each part, the remarks on it."""
    page = _Page(audit)
    parts = {
        "lang": audit.language,
        "title": html.escape(f"{REMARKS_ON.of(audit.language)} {audit.name}"),
        "skip": html.escape(SKIP.of(audit.language)),
        "short": page.short(),
        "body": page.body(),
    }
    template = (resources.files(__package__) / "templates" / "annotated.html").read_text(encoding="utf-8")
    return re.sub(r"\$(\w+)\$", lambda match: parts[match[1]], template).encode("utf-8")


class _Page:
    """The parts of the page."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.text = audit.document.text
        self.language = audit.language
        self.numbers = {id(remark): number for number, remark in enumerate(audit.findings, 1)}
        self.marked: set[int] = set()  # numbers whose place has its id
        self.marks = self._marks()
        self.spans = list(self.marks.items())
        self.firsts = [first for first, _ in self.marks]
        self.reached = list(accumulate((last for _, last in self.marks), max))  # how far the marks up to each go
        self.together = {id(remark): held for held in self.marks.values() for remark in held}
        self.placed = sorted((remark.start, number, remark) for number, remark in enumerate(audit.findings)
                             if remark.end > remark.start)  # fmt: skip

    def short(self) -> str:
        """Return what to do first, the figures, and what was not checked."""
        lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in self.audit.summary.splitlines())
        whole = [remark for remark in self.audit.findings if remark.end == remark.start]
        said = f"<h3>{WHOLE.of(self.language)}</h3>{self._remarks(whole)}" if whole else ""
        steps = "".join(f"<li>{self._step(step)}</li>" for step in self.audit.steps)
        first = f"<h2>{FIRST.of(self.language)}</h2>\n<ol>{steps}</ol>"
        return f"{first}\n<h2>{IN_SHORT.of(self.language)}</h2>\n{lines}\n{said}"

    def _step(self, step: str) -> str:
        """Return a step; each place in it that a remark stands at leads to the first remark there."""
        said, colon, places = step.partition("): ")
        at: dict[str, int] = {}
        for remark in self.audit.findings:
            at.setdefault(remark.place, self.numbers[id(remark)])
        linked = [
            f'<a href="#opmerking-{at[bare]}">{html.escape(place)}</a>' if bare in at else html.escape(place)
            for place in places.split("; ")
            for bare in [place.removesuffix(" …")]
        ]
        return html.escape(said + colon) + "; ".join(linked)

    def body(self) -> str:
        """Return the draft in rows: a part of its text, and the remarks on it."""
        rows = [f"<h2>{DRAFT.of(self.language)}</h2>"]
        for is_item, pieces in groupby(self.audit.document.pieces, key=lambda piece: piece.kind == "item"):
            together = list(pieces)
            rows += [self._row(group) for group in ([together] if is_item else [[piece] for piece in together])]
        return "\n".join(rows)

    def _row(self, pieces: list[Piece]) -> str:
        begin, end = (bisect_left(self.placed, (place,)) for place in (pieces[0].start, pieces[-1].end))
        inside = [remark for _, _, remark in sorted(self.placed[begin:end], key=lambda placed: placed[1])]
        if len(pieces) > 1 or pieces[0].kind == "item":
            items = "".join(f"<li>{self._words(piece.start, piece.end)}</li>" for piece in pieces)
            said = f"<ul>{items}</ul>"
        else:
            said = self._piece(pieces[0])
        place = pieces[0].place(self.language)
        label = html.escape(f"{REMARKS_ON.of(self.language)} {place}")
        aside = self._aside(inside, label) if inside else ""
        return f'<div class="row"><div>{said}</div>{aside}</div>'

    def _aside(self, remarks: list[Remark], label: str) -> str:
        return f'<aside role="note" class="notes" aria-label="{label}">{self._remarks(remarks)}</aside>'

    def _piece(self, piece: Piece) -> str:
        words = self._words(piece.start, piece.end) if piece.kind != "table" else ""
        if piece.kind == "heading":
            return f"<h3>{words}</h3>"
        if piece.kind == "table":
            rows = "".join(f"<tr>{''.join(self._cells(*line))}</tr>" for line in _split(self.text, piece, "\n"))
            return f"<table>{rows}</table>"
        if piece.kind == "note":
            number = f" {piece.note}" if piece.note else ""
            return f'<p class="note"><ins>{NOTE.of(self.language)}{number}</ins> {words}</p>'
        return f"<p>{words}</p>"

    def _cells(self, start: int, end: int) -> Iterator[str]:
        place = start
        for cell in self.text[start:end].split(" | "):
            yield f"<td>{self._words(place, place + len(cell))}</td>"
            place += len(cell) + 3

    def _marks(self) -> dict[Span, list[Remark]]:
        """Return the remarks by the span they mark; a span that crosses another ends where that one does."""
        found: dict[Span, list[Remark]] = {}
        outer: list[int] = []
        placed = [remark for remark in self.audit.findings if remark.end > remark.start]
        for remark in sorted(placed, key=lambda remark: (remark.start, -remark.end)):
            while outer and outer[-1] <= remark.start:
                outer.pop()
            end = min(remark.end, outer[-1]) if outer else remark.end
            outer.append(end)
            found.setdefault((remark.start, end), []).append(remark)
        return found

    def _words(self, start: int, end: int) -> str:
        """Return a stretch of the draft with its marks, those that run on outside it cut."""
        marks = []
        for at in range(bisect_right(self.reached, start), bisect_left(self.firsts, end)):
            (first, last), remarks = self.spans[at]
            a, b = max(first, start), min(last, end)
            if a < b:
                marks.append(((a - start, b - start), *self._mark(remarks, first=a == first)))
        return annotate(self.text[start:end], marks, escape=html.escape)

    def _mark(self, remarks: list[Remark], *, first: bool) -> tuple[str, str]:
        worst = min((remark.severity for remark in remarks), key=_RANK.index)
        numbers = [self.numbers[id(remark)] for remark in remarks]
        ids = f' id="plek-{numbers[0]}"' if first else ""
        links = "".join(
            f'<a href="#opmerking-{number}" aria-label="{REMARK.of(self.language)} {number}">{number}</a>'
            for number in numbers
        )
        return f'<mark class="{worst}"{ids}>', f"</mark><ins>{links}</ins>" if first else "</mark>"

    def _remarks(self, remarks: list[Remark]) -> str:
        return "".join(self._remark(remark) for remark in remarks)

    def _remark(self, remark: Remark) -> str:
        number = self.numbers[id(remark)]
        shared = self.together.get(id(remark), [remark])
        back = f"{REMARK.of(self.language)} {number}: {TO_PLACE.of(self.language)}"
        link = f'<a class="number" href="#plek-{self.numbers[id(shared[0])]}" aria-label="{back}">{number}</a> '
        lead = f"<strong>{SEVERITY_LEAD[remark.severity].of(self.language)} {remark.code}</strong>"
        claims = "".join(f"<li>{self._claim(claim)}</li>" for claim in remark.claims)
        listed = f"<p><strong>{CLAIMS.of(self.language)}:</strong></p><ul>{claims}</ul>" if claims else ""
        return (
            f'<div class="remark {remark.severity}" id="opmerking-{number}">'
            f"<p>{link if remark.end > remark.start else ''}{lead} {html.escape(capital(remark.fact))}.</p>"
            f"<p><strong>{TO_DO.of(self.language)}:</strong> {html.escape(capital(remark.remedy))}.</p>{listed}</div>"
        )

    def _claim(self, claim: NearClaim) -> str:
        """Return a claim with its level; what a reader may want more of it is folded away."""
        more = "".join(f"<p>{html.escape(words)}</p>" for words in claim.more(self.language))
        summary = f"<summary>{capital(MORE.of(self.language))}</summary>"
        return html.escape(claim.head) + (f"<details>{summary}{more}</details>" if more else "")


def _split(text: str, piece: Piece, separator: str) -> Iterator[Span]:
    place = piece.start
    for line in text[piece.start : piece.end].split(separator):
        yield place, place + len(line)
        place += len(line) + len(separator)
