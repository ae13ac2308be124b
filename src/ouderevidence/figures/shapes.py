"""Colours and shapes: each meaning has a shape of its own, so that no figure hangs on colour.

Colours are blue and orange, which colour-blind people tell apart, and differ in lightness, so that they differ in
print without colour too. A test computes the contrast of every text with what lies behind it (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Arc, Circle, Patch, Rectangle

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER = "#ffffff"
INK = "#1c2429"
QUIET = "#4a5862"
RULE = "#c3ccd3"
GAP_FILLS = {"empty": PAPER, "absolute": PAPER, "doubtful": "#fbe3bd", "synthesis": "#a5cde6", "none": "#12364f"}
LEVEL_FILLS = {
    "strong": "#12364f",
    "moderate": "#2f6f9f",
    "limited": "#8fbfdf",
    "unconfirmed": "#e0a64f",
    "untraced": "#f3d5a1",
    "none": PAPER,
}
CLASS_FILLS = {"synthesis": "#12364f", "empirical": "#8fbfdf", "other": "#f3d5a1", "unknown": PAPER}


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, from 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004 (the formula's own numbers)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio).

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """Return the colour of text, dark or white, that reads best on a fill."""
    return max((INK, PAPER), key=lambda ink: contrast(ink, fill))


BARS = {"unconfirmed": 0, "limited": 1, "moderate": 2, "strong": 3}


def level_shape(level: str, x: float, y: float, size: float, ink: str) -> Iterator[Patch]:
    """Yield the patches of a level's sign, centred on a point: three bars, as many of them full as the level is high.

    A question mark stands for works that could not be traced, a dash for no source.
    """
    wide, high, gap = size * 0.28, size * 1.1, size * 0.12
    left, top = x - (3 * wide + 2 * gap) / 2, y - high / 2
    if level in BARS:
        for bar in range(3):
            full = bar < BARS[level]
            place = (left + bar * (wide + gap), top)
            yield Rectangle(place, wide, high, fc=ink if full else "none", ec="none" if full else ink, lw=size / 20)
    elif level == "untraced":
        hook, line = size * 0.24, {"fc": "none", "ec": ink, "lw": size / 8}
        yield Arc((x, y - size * 0.22), 2 * hook, 2 * hook, theta1=180, theta2=90, **line)  # type: ignore[arg-type]
        yield Rectangle((x - size * 0.05, y + size * 0.02), size * 0.1, size * 0.16, fc=ink, ec="none")
        yield Circle((x, y + size * 0.36), size * 0.08, fc=ink, ec="none")
    else:
        yield Rectangle((x - size * 0.3, y - size * 0.06), size * 0.6, size * 0.12, fc=ink, ec="none")


def gap_bar(gap: str, x: float, y: float, width: float, ink: str) -> Iterator[Patch]:
    """Yield a bar that is open, broken, half full or full: the kind of gap; ``GAP_BAR`` points high."""
    yield Rectangle((x, y), width, GAP_BAR, fc="none", ec=ink, lw=0.6)
    if gap == "none":
        yield Rectangle((x, y), width, GAP_BAR, fc=ink, ec="none")
    elif gap == "synthesis":
        yield Rectangle((x, y), width / 2, GAP_BAR, fc=ink, ec="none")
    elif gap == "doubtful":
        step = width / 9
        for i in range(1, 9, 2):
            yield Rectangle((x + i * step, y), step, GAP_BAR, fc=ink, ec="none")


GAP_BAR = 4.0


def work_shape(x: float, y: float, size: float, ink: str) -> Iterator[Patch]:
    """Yield the sign of a work, a page with lines, centred on a point."""
    wide = size * 0.78
    left, top = x - wide / 2, y - size / 2
    yield Rectangle((left, top), wide, size, fc="none", ec=ink, lw=0.6)
    for part in (0.3, 0.5, 0.7):
        yield Rectangle((left + wide * 0.22, top + size * part - 0.25), wide * 0.56, 0.5, fc=ink, ec="none")
