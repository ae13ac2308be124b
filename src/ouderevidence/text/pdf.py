"""Read a PDF page by page with PDFium: lines with their place and size of type, then paragraphs and notes."""

from __future__ import annotations

import ctypes
import re
import statistics
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.model.errors import DocumentError
from ouderevidence.text.blocks import Block, joined, words_of

if TYPE_CHECKING:
    from pathlib import Path

EDGE: Final = 3  # lines at the top and at the foot of a page that may be running heads
DEEP: Final = 6  # and where they stand at one height behind others that are
REPEATED: Final = 3  # pages on which a line with a number must stand at the edge to be one
OFTEN: Final = 8  # and a line without, in a long document
LONGEST: Final = 150  # characters of a running head that stands on one page alone
BAND: Final = 0.6  # share of the lines at one height that are running heads, for the others there to be too
APART: Final = 1.1  # times the usual distance of lines: from here on a line stands apart from the text
GAP: Final = 1.35  # times the usual distance of lines: from here on it is a new paragraph
HANGING: Final = 4  # lines from which on hanging paragraphs can be told
NUMBERED: Final = 0.6  # share of the lines that begin with a number, where lines are numbered
INDENT: Final = 6.0  # points that the other lines of a hanging paragraph stand further in, at least
MOSTLY: Final = 0.4  # share of the lines that do
LARGE: Final = 1.1  # times the usual size of type: from here on up a line is a heading
LISTED: Final = 2  # entries above what may be a note, from which on it stands in a reference list
SMALL: Final = 0.93  # times the usual size of type: from here on down a line at the foot may be a note

_ROMAN: Final = r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
_PAGE_NUMBER: Final = re.compile(
    rf"[-–—|\s\[(]*(?:(?:p(?:agina|age|\.)?|blz\.?)[|\s]*)?(?:\d{{1,4}}(?:\s*(?:van|of|/)\s*\d{{1,4}})?|{_ROMAN})[-–—|\s\])]*",
    re.IGNORECASE,
)
_EDGE_NUMBER: Final = re.compile(r"^\W*\d{1,4}\b\W*|\W*\b\d{1,4}\W*$")
_EDGE_ROMAN: Final = re.compile(rf"^{_ROMAN}(?=\s)|(?<=\s){_ROMAN}$")
_FIRST_NUMBER: Final = re.compile(rf"(\d{{1,4}}|{_ROMAN})\s+\D", re.IGNORECASE)
_LAST_NUMBER: Final = re.compile(rf"\D\s(\d{{1,4}}|{_ROMAN})$", re.IGNORECASE)
_DAY: Final = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_MONTH: Final = (
    r"(?:januar[iy]|februar[iy]|maart|march|april|mei|may|jun[ei]|jul[iy]|august(?:us)?|september|o[ck]tober|november|"
    r"december|jan|feb|mrt|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\.?"
)
# A date or a time whose figures are folded already: "dinsdag # maart #", "May #, #", "#:# pm".
_DATED: Final = re.compile(
    rf"(?:{_DAY},?\s+)?(?:#\s+{_MONTH}|{_MONTH}\s+#)(?!\w)|{_DAY}(?=,?\s+#)|#\s?[ap]\.?m\.?(?!\w)"
)
_LAST_LETTER: Final = re.compile(r"(?:^|\s)([a-z])$")
_LINE_NUMBER: Final = re.compile(r"(\d{1,4})(?:\s+|$)")
_NUMBERS: Final = re.compile(r"\d+")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NOTE: Final = re.compile(r"(\d{1,3})\s*[^\W\d_“‘\"'(]|(\d{1,3})\s+\S")
_ENTRY: Final = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?:\s[\w’'-]+){0,3},\s(?:[A-Z]\.[\s-]?)+")  # of a reference list
_HYPHEN: Final = re.compile(r"[\x02\ufffe\ufffb]")  # how PDFium writes a hyphen and the line end behind it
# How a font of TeX stores an accent: before its letter, apart from both: "Marjanovi ´ c".
_ACCENT: Final = re.compile(r"(?:(?<=[^\W\d_])[ ]([´`¨ˆ˜ˇ])[ ]([a-zı])|(?<![^\W_])([´`¨ˆ˜ˇ])[ ]([A-Z]))")
_STRAY: Final = re.compile(r"(?:^|(?<=\s))¨\s")  # an accent whose letter stands on another line
_COMBINING: Final = {"´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_LINE: Final = re.compile(r"[^\n\x02\ufffe\ufffb]*(?:[\n\x02\ufffe\ufffb]|$)")
_LATE_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d[a-k]?\s*[),.;]")
_ENDED: Final = re.compile(r"[.!?:;][)\]”’\"']*$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float  # points
    y: float  # points from the foot of the page
    x: float = 0.0  # points from the left edge


def read_pdf(path: Path, data: bytes) -> list[Block]:
    """Return the blocks of a PDF, one page in memory at a time.

    Raises
    ------
    DocumentError
        If the file is broken, encrypted, or holds pictures of pages only.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "password" in str(error).lower() or "security" in str(error).lower() else "broken"
        raise DocumentError(path.name, reason) from error
    try:
        pages = [_lines(pdf[number]) for number in range(len(pdf))]
        pictures = not any(pages) and any(_has_picture(pdf[number]) for number in range(len(pdf)))
    except pypdfium2.PdfiumError as error:
        raise DocumentError(path.name, "broken") from error
    finally:
        pdf.close()
    if not any(pages):
        raise DocumentError(path.name, "pictures" if pictures else "empty")
    return _blocks(_without_running_heads(_without_line_numbers(pages)))


def _lines(page: Any) -> list[_Line]:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2.raw as pdfium

    words = page.get_textpage()
    found: list[_Line] = []
    try:
        text = words.get_text_range()
        place = 0
        x, y = ctypes.c_double(), ctypes.c_double()
        for line in _LINE.findall(text):
            shown = len(line) - len(line.lstrip())
            if line.strip():
                pdfium.FPDFText_GetCharOrigin(words, place + shown, x, y)
                third = min(2, len(line.strip()) - 1)
                third -= line[shown + third].isspace()  # a space that PDFium adds has no size
                size = pdfium.FPDFText_GetFontSize(words, place + shown + third)
                found.append(
                    _Line(_accented(_HYPHEN.sub("-", line).strip()), round(size, 1), y.value, round(x.value, 1))
                )
            place += len(line)
    finally:
        words.close()
        page.close()
    return found


def _accented(line: str) -> str:
    """Return a line with the accents on their letters that its font keeps apart from them."""
    if not any(sign in line for sign in _COMBINING):
        return line
    whole = _ACCENT.sub(lambda found: _on_letter(found[0], found[1] or found[3], found[2] or found[4]), line)
    return _STRAY.sub("", whole)


def _on_letter(printed: str, accent: str, letter: str) -> str:
    whole = unicodedata.normalize("NFC", letter.replace("ı", "i") + _COMBINING[accent])
    return whole if len(whole) == 1 else printed


def _has_picture(page: Any) -> bool:  # noqa: ANN401 - pypdfium2 has no types
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])), None) is not None


def _without_line_numbers(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Take off the numbers that a manuscript has before its lines; they count on from line to line."""
    lines = [line for page in pages for line in page]
    numbers = [int(match[1]) for line in lines if (match := _LINE_NUMBER.match(line.text))]
    counting = sum(0 < b - a <= 3 for a, b in pairwise(numbers))  # noqa: PLR2004 - a figure between
    if len(numbers) < NUMBERED * len(lines) or counting < NUMBERED * len(numbers):
        return pages
    return [
        [replace(line, text=text) for line in page if (text := _LINE_NUMBER.sub("", line.text, count=1).strip())]
        for page in pages
    ]


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """Leave out page numbers, and lines that stand at the edge of many pages."""
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in [*page[:EDGE], *page[-EDGE:]]})
    often = max(REPEATED, min(OFTEN, len(pages) // 10))
    repeated = {shape for shape, count in edges.items() if count >= (REPEATED if "#" in shape else often)}
    repeated |= _at_one_height(pages)
    bands = _bands(pages, repeated) | _numbered_bands(pages)
    lettered = _lettered(pages)
    deep = Counter(
        place for page in pages for place in {_place(line) for line in [*page[EDGE:DEEP], *page[-DEEP:-EDGE]]}
    )

    def runs(line: _Line, depth: int) -> bool:
        if depth >= EDGE:
            return deep[_place(line)] >= max(REPEATED, BAND * len(pages))
        if line in lettered or _shape(line) in repeated or _PAGE_NUMBER.fullmatch(line.text):
            return True
        return len(line.text) <= LONGEST and (round(line.y), line.size) in bands

    kept = []
    for page in pages:
        first, last = 0, len(page)
        while first < min(DEEP, len(page)) and runs(page[first], first):
            first += 1
        while last > max(first, len(page) - DEEP) and runs(page[last - 1], len(page) - last):
            last -= 1
        kept.append(page[first:last])
    return kept


def _place(line: _Line) -> tuple[str, int]:
    return _shape(line), round(line.y)


def _lettered(pages: list[list[_Line]]) -> set[_Line]:
    """Return the lines at the edge of pages that end in the letter of their page: "a", "b", "c"."""
    counted: dict[tuple[int, int, float], list[_Line]] = {}
    for number, page in enumerate(pages):
        for line in [*page[:1], *page[1:][-1:]]:
            letter = _LAST_LETTER.search(line.text)
            if letter and len(line.text) <= LONGEST:
                counted.setdefault((ord(letter[1]) - number, round(line.y), line.size), []).append(line)
    return {line for lines in counted.values() if len(lines) >= REPEATED for line in lines}


def _at_one_height(pages: list[list[_Line]]) -> set[str]:
    """Return the lines that stand at the edge, at the same height, of every page of a short document.

    Or of every left or every right page of any document; its first page may do without.
    """
    sides = [pages[1::2], pages[::2], pages[2::2]] if len(pages) > 2 else []  # noqa: PLR2004 - two pages have no sides
    found: set[str] = set()
    for side in [pages if len(pages) <= REPEATED else [], *sides]:
        if len(side) > 1:
            held = ({(_shape(line), round(line.y)) for line in [*page[:1], *page[-1:]]} for page in side)
            found |= {shape for shape, _ in set.intersection(*held)}
    return found


def _bands(pages: list[list[_Line]], repeated: set[str]) -> set[tuple[int, float]]:
    """Return heights with a size of type: half of the pages have a running head there, and few another line."""
    gaps = [a.y - b.y for page in pages for a, b in pairwise(page) if a.y > b.y]
    apart = statistics.median_low(gaps) * APART if gaps else 0.0
    apart_on: list[dict[tuple[int, float], str]] = []
    for page in pages:
        ends = (
            [line for line, beside in (page[:2], page[:-3:-1]) if abs(line.y - beside.y) > apart] if page[1:] else page
        )
        apart_on.append({(round(line.y), line.size): _shape(line) for line in ends})
    standing: Counter[tuple[int, float]] = Counter()
    running: Counter[tuple[int, float]] = Counter()
    for number, places in enumerate(apart_on):
        beside = apart_on[max(0, number - 2) : number] + apart_on[number + 1 : number + 3]
        standing.update(places.keys())
        running.update(
            place
            for place, shape in places.items()
            if shape in repeated or any(other.get(place) == shape for other in beside)  # a chapter of two pages
        )
    return {
        place
        for place, count in running.items()
        if count > 1 and 2 * count >= len(pages) and count >= BAND * standing[place]
    }


def _numbered_bands(pages: list[list[_Line]]) -> set[tuple[int, float]]:
    """Return heights with a size of type at which the lines of most pages begin or end in the number of their page."""
    counted: dict[tuple[int, int, float], list[bool]] = {}
    for number, page in enumerate(pages):
        for line in [*page[:1], *page[1:][-1:]]:
            for behind, found in enumerate((_FIRST_NUMBER.match(line.text), _LAST_NUMBER.search(line.text))):
                if found:
                    place = (_figure(found[1]) - number, round(line.y), line.size)
                    counted.setdefault(place, []).append(behind > 0)
    return {
        (y, size)
        for (_, y, size), behind in counted.items()
        if len(behind) >= max(REPEATED, BAND * len(pages)) and any(behind)
    }


def _figure(number: str) -> int:
    """Return a page number, roman ones as well, as a figure."""
    if number.isdigit():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[sign] for sign in number.lower()]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def _shape(line: _Line) -> str:
    """Return a line as it stands on other pages too: page numbers, dates and times aside."""
    words = line.text.casefold()
    if _WORD.search(words) is None:
        return _EDGE_NUMBER.sub("#", words)  # a row of a table
    return _DATED.sub("#", _NUMBERS.sub("#", _EDGE_ROMAN.sub("#", words)))


def _blocks(pages: list[list[_Line]]) -> list[Block]:
    sizes = Counter(line.size for page in pages for line in page for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    known = words_of("\n".join(line.text for page in pages for line in page))
    found: list[Block] = []
    waiting: list[Block] = []
    for number, page in enumerate(pages, 1):
        body, notes = _split_notes(page, usual)
        paragraphs = _paragraphs(body)
        for index, lines in enumerate(paragraphs):
            text = _one(lines, known)
            kind = "heading" if lines[0].size > usual * LARGE else "paragraph"
            last = next((block for block in reversed(found) if block.kind != "note"), None)
            goes_on = index == 0 and last is not None and kind == "paragraph" and _goes_on(last, text)
            if not goes_on:
                found += waiting
                waiting = []
            found.append(Block(text, kind, page=number, continues=goes_on))
        found += waiting if waiting and not paragraphs else []
        waiting = [_note(lines, number, known) for lines in notes]
    return found + waiting


def _one(lines: list[_Line], known: Counter[str]) -> str:
    return joined("\n".join(line.text for line in lines), known)


def _note(lines: list[_Line], page: int, known: Counter[str]) -> Block:
    number = re.match(r"\d+", lines[0].text)
    text = _one(lines, known)
    if number is None:
        return Block(text, "note", page=page)
    return Block(text[number.end() :].lstrip(), "note", page=page, note=int(number[0]))


def _goes_on(before: Block, text: str) -> bool:
    """Whether a page begins in the middle of a sentence."""
    if before.kind != "paragraph":
        return False
    open_bracket = before.text.rfind("(") > before.text.rfind(")")
    return open_bracket or text[0].islower() or _LATE_YEAR.match(text) is not None or not _ENDED.search(before.text)


def _split_notes(page: list[_Line], usual: float) -> tuple[list[_Line], list[list[_Line]]]:
    """Split the notes off the foot of a page: small type that begins with a number, and is no list in small type."""
    small = len(page)
    while small and page[small - 1].size <= usual * SMALL:
        small -= 1
    first = small
    while first < len(page) and not _NOTE.match(page[first].text):
        first += 1
    entries = sum(_ENTRY.match(line.text) is not None for line in page[small:first])
    if entries >= LISTED or (first > small == 0):
        return page, []  # "COVID-⏎19 in", within an entry
    notes: list[list[_Line]] = []
    for line in page[first:]:
        if _NOTE.match(line.text) or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    return page[:first], notes


def _paragraphs(lines: list[_Line]) -> list[list[_Line]]:
    """Split lines where the distance is larger than usual, or the size of type changes."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.y > b.y]
    usual = statistics.median_low(gaps) if gaps else 0.0
    found: list[list[_Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        new = before is None or before.y - line.y > usual * GAP or before.y < line.y
        if new or (before is not None and abs(before.size - line.size) > 1):
            found.append([line])
        else:
            found[-1].append(line)
    return [part for lines in found for part in _hanging(lines)]


def _hanging(lines: list[_Line]) -> list[list[_Line]]:
    """Split lines that hang: each paragraph begins at the left edge, its other lines stand further in by the same."""
    edges = sorted({line.x for line in lines})
    if len(lines) < HANGING or len(edges) < 2 or edges[1] - edges[0] < INDENT:  # noqa: PLR2004 - edge and indent
        return [lines]
    inside = [line for line in lines if abs(line.x - edges[1]) < 1]
    outside = [line for line in lines if line.x - edges[0] < 1]
    if len(inside) + len(outside) < len(lines) or len(inside) < MOSTLY * len(lines) or lines[0].x - edges[0] >= 1:
        return [lines]
    found: list[list[_Line]] = []
    for line in lines:
        if line.x - edges[0] < 1 or not found:
            found.append([line])
        else:
            found[-1].append(line)
    return found
