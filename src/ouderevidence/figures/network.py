"""The network of claims and works: which works carry most, and what hangs on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from ouderevidence.figures import wording
from ouderevidence.figures.chart import MARGIN, Chart
from ouderevidence.figures.grid import COUNT, SIGN
from ouderevidence.figures.shapes import INK, QUIET, level_shape
from ouderevidence.figures.sheet import LEADING, measure, wrap
from ouderevidence.library.profile import GRADED_KINDS, ORDER, level
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.words import LANGUAGES, LEVELS, SUPPORTED, option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from ouderevidence.figures.sheet import Align, Sheet
    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

NAMED: Final = 40  # characters of a claim, beside its code
LINKS: Final = 95.0  # points; at least this much room for the lines between works and claims


@dataclass(frozen=True, slots=True)
class Tie:
    """A work cited for a claim; ``without`` is the level that is left without the work, None for other kinds."""

    work: str
    claim: str
    counts: bool
    code: str
    without: str | None

    @property
    def carries(self) -> bool:
        """Whether the level falls without the work."""
        return self.counts and self.without is not None and ORDER.index(self.without) < ORDER.index(self.code)


def claim_work_network(library: Library, *, most: int = 12, language: str = "nl") -> Chart:
    """Return which works carry the claims of a library: the works that most claims cite, tied to those claims.

    A thick line: without this work the level of the claim falls. A thin line: the link counts. A dotted line: cited,
    but it does not count.

    Parameters
    ----------
    library
        The claims; filter them to see the network of a selection.
    most
        How many works to show at most; works that a level hangs on go first.
    language
        ``"nl"`` or ``"en"``.

    Raises
    ------
    EvidenceError
        If the language is unknown, or ``most`` is less than 1.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> oe.claim_work_network(library).data()["work"].iloc[0]
    'boonk2018'
    """
    option("language", language, LANGUAGES)
    if most < 1:
        message = Text(
            f"het hoogste aantal is {most}; laat ten minste 1 bron zien",
            f"most is {most}; show at least 1 work",
        )
        raise EvidenceError(message)
    ties = [tie for claim in library for tie in _ties(library, claim)]
    ranked = _ranked(ties)
    chosen = sorted(ranked, key=lambda key: (not any(t.carries for t in ties if t.work == key), ranked.index(key)))
    shown = [key for key in ranked if key in chosen[:most]]
    drawn = sorted((t for t in ties if t.work in shown), key=lambda t: shown.index(t.work))
    frame = _data(drawn)
    return Chart(
        title=wording.titled(wording.NETWORK_TITLE, library, language),
        caption=wording.noted(_caption(ties, ranked, shown, language), library, language),
        alt_text=_alt_text(library, ties, ranked, language),
        language=language,
        draw=_Network(library, drawn, shown, language).draw,
        data_frame=frame,
        table_frame=_words(library, frame, language),
    )


def _ties(library: Library, claim: Claim) -> list[Tie]:
    links = library.links_of(claim.id)
    code = library.profile(claim.id).code
    made = []
    for key in dict.fromkeys(link.work.key for link in links):
        rest = [link for link in links if link.work.key != key]
        left = level(claim.kind, rest) if claim.kind in GRADED_KINDS else None
        made.append(Tie(key, claim.id, any(x.counts for x in links if x.work.key == key), code, left))
    return made


def _ranked(ties: Sequence[Tie]) -> list[str]:
    """Return the works, those with most claims first; of equals the one that carries more, then by key."""
    own = {key: [t for t in ties if t.work == key] for key in {t.work for t in ties}}
    return sorted(own, key=lambda k: (-len(own[k]), -sum(t.carries for t in own[k]), -sum(t.counts for t in own[k]), k))


def _data(ties: Sequence[Tie]) -> pd.DataFrame:
    """Return a row per tie: ``work``, ``claim``, ``counts``, ``level``, ``without``."""
    import pandas as pd  # slow to import; only tables need it

    rows = [(t.work, t.claim, t.counts, t.code, t.without) for t in ties]
    return pd.DataFrame(rows, columns=["work", "claim", "counts", "level", "without"], dtype=object)


def _words(library: Library, frame: pd.DataFrame, language: str) -> pd.DataFrame:
    made = frame.copy()
    made["claim"] = [
        f"{library.claim(claim).shown_code} {library.claim(claim).statement.of(language)}" for claim in frame["claim"]
    ]
    made["work"] = [library.label(key, language) for key in frame["work"]]
    made["counts"] = [wording.YES_NO[bool(counts)].of(language) for counts in frame["counts"]]
    made["level"] = [library.profile(claim).text.of(language) for claim in frame["claim"]]
    made["without"] = [LEVELS[code].of(language) if code else "" for code in frame["without"]]
    return made.rename(columns={name: text.of(language) for name, text in wording.NETWORK_HEADS.items()})


def _caption(ties: Sequence[Tie], ranked: Sequence[str], shown: Sequence[str], language: str) -> str:
    caption = wording.NETWORK_CAPTION.of(language)
    left = [key for key in ranked if key not in shown]
    if left:
        most = sum(t.work == left[0] for t in ties)
        caption += f" {wording.network_left_out(len(left), most, language)}"
    return caption


def _alt_text(library: Library, ties: Sequence[Tie], ranked: Sequence[str], language: str) -> str:
    if not ties:
        return wording.NETWORK_NONE.of(language)
    sourced = len({t.claim for t in ties})
    most = sum(t.work == ranked[0] for t in ties)
    first = [library.label(key, language) for key in ranked if sum(t.work == key for t in ties) == most]
    parts = [wording.network_main(first, most, sourced, language)]
    supported = {t.claim for t in ties if t.code in SUPPORTED}
    carried = [t for t in ties if t.carries]
    if supported:
        works = [library.label(key, language) for key in ranked if any(t.work == key for t in carried)]
        claims = len({t.claim for t in carried})
        parts.append(wording.network_carries(claims, len(supported), works, language))
    return " ".join(parts)


class _Network:
    """The drawing: works on the left, claims on the right, a line for each tie."""

    def __init__(self, library: Library, ties: Sequence[Tie], works: Sequence[str], language: str) -> None:
        self.ties, self.works, self.language = ties, works, language
        self.labels = {key: library.label(key, language) for key in works}
        self.numbers = {key: str(sum(t.work == key for t in ties)) for key in works}
        self.codes = {t.claim: t.code for t in ties}
        self.graded = {t.claim for t in ties if t.without is not None}
        self.claims = sorted(self.codes, key=self._middle)
        self.names = {claim: _name(library, claim, language) for claim in self.claims}

    def _middle(self, claim: str) -> tuple[float, str]:
        """Return the mean place of a claim's works: claims stand beside their works, so that few lines cross."""
        places = [self.works.index(t.work) for t in self.ties if t.claim == claim]
        return sum(places) / len(places), claim

    def draw(self, sheet: Sheet, top: float) -> float:
        if not self.ties:
            return sheet.paragraph(MARGIN, top, wording.NETWORK_NONE.of(self.language), sheet.width - 2 * MARGIN)
        works_head, claims_head = (measure(text.of(self.language), COUNT, bold=True) for text in wording.NETWORK_SIDES)
        number = max(measure(n, COUNT, bold=True) for n in self.numbers.values()) + 6
        room = sheet.width - 2 * MARGIN - LINKS - number - SIGN - 4
        left = min(max(works_head, *(measure(words, COUNT) for words in self.labels.values())) + 2, room * 0.5)
        right = min(max(claims_head, *(measure(name, COUNT) for name in self.names.values())) + 2, room - left)
        from_x = MARGIN + left + number
        to_x = sheet.width - MARGIN - right - SIGN - 4
        y = self._draw_sides(sheet, top, left, to_x)
        works = {key: wrap(self.labels[key], COUNT, left) for key in self.works}
        claims = {claim: wrap(name, COUNT, right) for claim, name in self.names.items()}
        heights = [sum(len(lines) * COUNT * LEADING + 3.5 for lines in side.values()) for side in (works, claims)]
        start = _places(works, y, max(heights))
        end = _places(claims, y, max(heights))
        for tie in sorted(self.ties, key=lambda t: (t.carries, t.counts)):
            self._draw_tie(sheet, tie, (from_x + 3, start[tie.work]), (to_x - 3, end[tie.claim]))
        for key, lines in works.items():
            _draw_lines(sheet, MARGIN + left, start[key], lines, align="right")
            sheet.text(from_x, start[key] + 2.8, self.numbers[key], size=COUNT, bold=True, align="right")
        for name, lines in claims.items():
            if name in self.graded:
                sheet.shapes(level_shape(self.codes[name], to_x + SIGN / 2, end[name], SIGN, INK))
            _draw_lines(sheet, to_x + SIGN + 4, end[name], lines)
        return self._draw_key(sheet, y + max(heights) + 6)

    def _draw_sides(self, sheet: Sheet, top: float, left: float, to_x: float) -> float:
        works, claims = (text.of(self.language) for text in wording.NETWORK_SIDES)
        sheet.text(MARGIN + left, top + COUNT, works, size=COUNT, bold=True, align="right")
        sheet.text(to_x + SIGN + 4, top + COUNT, claims, size=COUNT, bold=True)
        return top + COUNT + 6

    def _draw_tie(self, sheet: Sheet, tie: Tie, start: tuple[float, float], end: tuple[float, float]) -> None:
        if tie.carries:
            sheet.line([start, end], ink=INK, width=2.2)
        elif tie.counts:
            sheet.line([start, end], ink=INK, width=0.9)
        else:
            sheet.line([start, end], ink=QUIET, width=0.6, dashes=(2, 2))

    def _draw_key(self, sheet: Sheet, y: float) -> float:
        """Draw what lines and signs mean, in as many lines as they need."""
        x = MARGIN
        styles = (("carries", 2.2, (), INK), ("counts", 0.9, (), INK), ("idle", 0.6, (2, 2), QUIET))
        for name, width, dashes, ink in styles:
            words = wording.NETWORK_KEY[name].of(self.language)
            x, y = _place(sheet, x, y, 24 + measure(words, COUNT))
            sheet.line([(x, y + 5), (x + 18, y + 5)], ink=ink, width=width, dashes=dashes)
            sheet.text(x + 22, y + 7.8, words, size=COUNT)
            x += 34 + measure(words, COUNT)
        x, y = MARGIN, y + 12
        present = [code for code in reversed(ORDER) if code in {self.codes[name] for name in self.graded}]
        for code in present:
            words = LEVELS[code].of(self.language)
            x, y = _place(sheet, x, y, 10 + measure(words, COUNT))
            sheet.shapes(level_shape(code, x + SIGN / 2, y + 5, SIGN, INK))
            sheet.text(x + 10, y + 7.8, words, size=COUNT)
            x += 22 + measure(words, COUNT)
        return y + (12 if present else 0)


def _name(library: Library, claim: str, language: str) -> str:
    """Return the code of a claim and how it begins."""
    record = library.claim(claim)
    return f"{record.shown_code} {shorten(record.statement.of(language), NAMED, placeholder='…')}"


def _place(sheet: Sheet, x: float, y: float, width: float) -> tuple[float, float]:
    """Return where the next part of a key goes: here, or on a new line if it does not fit."""
    return (MARGIN, y + 12) if x > MARGIN and x + width > sheet.width - MARGIN else (x, y)


def _places(labels: Mapping[str, list[str]], top: float, height: float) -> dict[str, float]:
    """Return the middle of each label, spread evenly over the height."""
    needed = {name: len(lines) * COUNT * LEADING + 3.5 for name, lines in labels.items()}
    spare = (height - sum(needed.values())) / len(needed)
    places = {}
    for name, own in needed.items():
        places[name] = top + (own + spare) / 2
        top += own + spare
    return places


def _draw_lines(sheet: Sheet, x: float, middle: float, lines: Sequence[str], *, align: Align = "left") -> None:
    first = middle + 2.8 - (len(lines) - 1) * COUNT * LEADING / 2
    for number, line in enumerate(lines):
        sheet.text(x, first + number * COUNT * LEADING, line, size=COUNT, align=align)
