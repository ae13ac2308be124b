"""How many lines words take on the first page: laid out word by word, with the widths of the letters they are set in.

The widths are those of Calibri, in which Word sets a brief; Libertinus, in which the PDF is set, is no wider. They are
in hundredths of the size of the letters, so that a line of the page and the text in it have one measure.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ouderevidence.document.nodes import Inlines, Node

LETTER: Final = 10.42  # points, of the text; a little less than its size, for pairs of letters stand closer
PAGE: Final = 740.5  # points between the upper and the lower margin
ALONE: Final = 755.5  # of a page of its own, whose small list takes some 20 fewer than it is measured for
TEXT: Final = 481.6  # points from margin to margin
INDENT: Final = 20.0  # points of an item of a list
ROW: Final = 12.6  # points from line to line
SMALL: Final = 9 / 10.5  # of other letters
PARAGRAPH: Final = 1.5  # points after a paragraph
ITEM: Final = 1.8  # points around an item of a list
HEADING: Final = 27.4  # points of a heading and what is around it
TITLE: Final = (19.0, 23.2, 6.0)  # points: its letters, from line to line, after it
FIGURE: Final = 68.7  # of the levels, which has one height, whatever it shows; drawn or not
LOGO: Final = 46.0
TABLE_ROW: Final = 16.5
BOLD: Final = 1.035  # how much wider letters in bold are
OTHER: Final = 53  # a letter that is not below
SPACE: Final = 23
WIDTHS: Final = {
    letter: width
    for width, letters in (
        (23, "ijl"),
        (26, "',.:;I‘’"),
        (30, "()-J[]`f{}!"),
        (34, "rt"),
        (40, '"/Lcsz“”'),
        (45, "?FSkvxy"),
        (48, "ag"),
        (50, "▮▯#*+0123456789<=>EKPTXYe–éëáàè"),
        (62, "ADHGNOQU"),
        (71, "%&w…"),
        (81, "mM"),
        (90, "W@—"),
    )
    for letter in letters
}
SECONDARY: Final = "GOAB, z.d."


def height(blocks: Iterable[Node], labels: Mapping[str, str], scale: float = 1) -> float:
    """Return the points that blocks take on the page; ``labels`` say how a work is cited."""
    return sum(_height(block, labels, scale) for block in blocks)


def title(words: str) -> float:
    """Return the points that the title takes."""
    size, row, after = TITLE
    return row * lines(nodes.text(words), {}, TEXT / size / BOLD * LETTER) + after


def _height(block: Node, labels: Mapping[str, str], scale: float) -> float:
    content: Any = block.get("c")
    match block["t"]:
        case "Header":
            return HEADING
        case "Para" if content[0]["t"] == "Image":
            return FIGURE if dict(content[0]["c"][0][2]).get("width") == "100%" else LOGO
        case "Para":
            return scale * ROW * lines(content, labels, TEXT / scale) + PARAGRAPH
        case "BulletList":
            return sum(_item(item, labels) for item in content)
        case "OrderedList":
            return sum(_item(item, labels) for item in content[1])
        case "Div":
            return height(content[1], labels, SMALL if "small" in content[0][1] else scale)
        case "Table":
            rows: int = len(content[4][0][3])
            return TABLE_ROW * (2 + rows)
    return 0


def _item(blocks: list[Node], labels: Mapping[str, str]) -> float:
    return sum(ROW * lines(block["c"], labels, TEXT - INDENT) + ITEM for block in blocks)


def lines(inlines: Inlines, labels: Mapping[str, str], width: float) -> int:
    """Return how many lines of so many points inlines take."""
    return sum(_wrapped(part, 100 * width / LETTER) for part in _parts(inlines, labels))


def _parts(inlines: Inlines, labels: Mapping[str, str]) -> Iterator[list[tuple[str, float]]]:
    """Yield what stands between forced ends of lines: text, and how much wider than usual it is."""
    part: list[tuple[str, float]] = []
    for node in inlines:
        if node["t"] == "LineBreak":
            yield part
            part = []
        else:
            _add(node, labels, part)
    yield part


def _add(part: Any, labels: Mapping[str, str], found: list[tuple[str, float]], factor: float = 1.0) -> None:  # noqa: ANN401
    """Add the text of a part of a document as it is printed."""
    if isinstance(part, list):
        for item in part:
            _add(item, labels, found, factor)
    elif isinstance(part, dict):
        match part.get("t"):
            case "Str":
                found.append((part["c"], factor))
            case "Space":
                found.append((" ", factor))
            case "Strong":
                _add(part["c"], labels, found, BOLD)
            case "Cite":
                found.append(("(", factor))
                for place, cited in enumerate(part["c"][0]):
                    found.append(("; " if place else "", factor))
                    _add(cited["citationPrefix"], labels, found, factor)
                    prefixed = " " if cited["citationPrefix"] else ""
                    found.append((prefixed + labels.get(cited["citationId"], SECONDARY), factor))
                    _add(cited["citationSuffix"], labels, found, factor)
                found.append((")", factor))
            case _:
                _add(part.get("c"), labels, found, factor)


def _wrapped(text: list[tuple[str, float]], width: float) -> int:
    """Return the lines of text that is broken at its spaces, and within a word that no line holds."""
    number, used, word = 0, width, 0.0
    for piece, factor in [*text, (" ", 1.0)]:
        for place, letters in enumerate(piece.split(" ")):
            if place and word:
                if used + word > width:
                    number, used = number + max(1, ceil(word / width)), 0.0
                used += word + SPACE
                word = 0.0
            word += factor * _width(letters)
    return number


@lru_cache(maxsize=10_000)
def _width(letters: str) -> int:
    return sum(WIDTHS.get(letter, OTHER) for letter in letters)
