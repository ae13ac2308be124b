"""A sheet to draw on: points (1/72 inch) from the top left, words measured before they are placed.

Words are wrapped to the room there is; none is ever cut. The font is the one that matplotlib brings along, so that
every machine draws the same.
"""

from __future__ import annotations

import re
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from ouderevidence.figures.shapes import INK, PAPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.artist import Artist
    from matplotlib.patches import Patch

    Align = Literal["left", "center", "right"]

WIDTH = 16 / 2.54 * 72  # 16 cm: the width of the text on a page of A4
LEADING = 1.25
# Whatever a user's own settings are, a figure looks the same; and no date or random id gets into a file.
SETTINGS: Any = {  # matplotlib types the names of its settings one by one
    "axes.edgecolor": "black",
    "axes.facecolor": "white",
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "figure.dpi": 72,
    "figure.edgecolor": "white",
    "lines.dash_capstyle": "butt",
    "lines.scale_dashes": False,
    "lines.solid_capstyle": "butt",
    "patch.antialiased": True,
    "patch.edgecolor": "black",
    "patch.force_edgecolor": False,
    "path.effects": [],
    "path.simplify": False,
    "path.sketch": None,
    "path.snap": True,
    "pdf.compression": 6,
    "pdf.fonttype": 3,
    "pdf.use14corefonts": False,
    "savefig.bbox": None,
    "savefig.edgecolor": "auto",
    "savefig.transparent": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "ouderevidence",
    "svg.id": None,
    "text.antialiased": True,
    "text.color": "black",
    "text.hinting": "no_hinting",
    "text.usetex": False,
}


# One thread at a time measures and draws: settings and fonts of matplotlib are shared; mixed up they give other bytes.
ALONE: Final = threading.RLock()


@cache
def font(*, bold: bool = False) -> FontProperties:
    """Return the font that matplotlib brings along."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return FontProperties(fname=str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name))


@cache
def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return the width of words in points."""
    made = font(bold=bold).copy()
    made.set_size(size)
    with ALONE:
        return float(text_to_path.get_text_width_height_descent(words, made, ismath=False)[0])


def wrap(words: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Return words as lines that are no wider than ``width`` points; a word too long is broken, best at a hyphen.

    Examples
    --------
    >>> wrap("ouders met een baan", 8, 60)
    ['ouders met', 'een baan']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(words, size, width, bold=bold):
        longer = line + piece
        if line and measure(longer.rstrip(), size, bold=bold) > width:
            lines.append(line.rstrip())
            line = piece
        else:
            line = longer
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(words: str, size: float, width: float, *, bold: bool) -> Iterable[str]:
    """Yield what a line may hold: words with their space; those too long in parts."""
    for word in " ".join(words.split()).split(" "):
        if measure(word, size, bold=bold) <= width:
            yield f"{word} "
            continue
        parts = re.findall(r"[^-]*-|[^-]+", word)
        for number, part in enumerate(parts):
            end = " " if number == len(parts) - 1 else ""
            if measure(part, size, bold=bold) <= width:
                yield part + end
            else:
                yield from _letters(part, size, width, bold=bold)
                yield end


def _letters(word: str, size: float, width: float, *, bold: bool) -> Iterable[str]:
    part = ""
    for letter in word:
        if part and measure(part + letter, size, bold=bold) > width:
            yield part
            part = letter
        else:
            part += letter
    yield part


class Sheet:
    """Where a figure is drawn; ``height`` grows with what is placed.

    Parameters
    ----------
    width
        In points.
    """

    def __init__(self, width: float = WIDTH) -> None:
        self.width = width
        self._artists: list[Artist] = []

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 8,
        bold: bool = False,
        ink: str = INK,
        align: Align = "left",
        turned: bool = False,
    ) -> None:
        """Place a line of words: ``y`` is its base line; turned words run upwards from the point."""
        if not words:
            return
        made = font(bold=bold).copy()
        made.set_size(size)
        self._artists.append(
            Text(
                x,
                y,
                words,
                color=ink,
                fontproperties=made,
                parse_math=False,
                usetex=False,
                horizontalalignment=align,
                verticalalignment="baseline",
                rotation=90 if turned else 0,
                rotation_mode="anchor",
                zorder=5,
            )
        )

    def paragraph(
        self, x: float, y: float, words: str, width: float, *, size: float = 8, bold: bool = False, ink: str = INK
    ) -> float:
        """Place words in lines no wider than ``width``, from the top ``y``; return where they end."""
        for line in wrap(words, size, width, bold=bold):
            self.text(x, y + size, line, size=size, bold=bold, ink=ink)
            y += size * LEADING
        return y

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "none",
        front: bool = False,
    ) -> None:
        """Place a rectangle by its top left corner; one in front hides the edges of others."""
        line = 0.0 if edge == "none" else 0.6
        order = 1.5 if front else 1.0
        self._artists.append(Rectangle((x, y), width, height, fc=fill, ec=edge, lw=line, zorder=order))

    def shapes(self, patches: Iterable[Patch]) -> None:
        """Place shapes that were made in points."""
        for patch in patches:
            patch.set_zorder(4)
            self._artists.append(patch)

    def line(
        self, points: Sequence[tuple[float, float]], *, ink: str = INK, width: float = 0.6, dashes: Sequence[float] = ()
    ) -> None:
        """Place a line through points."""
        xs, ys = zip(*points, strict=True)
        style: Any = (0, tuple(dashes)) if dashes else "-"
        self._artists.append(Line2D(xs, ys, color=ink, linewidth=width, linestyle=style, zorder=1.2))

    def figure(self, height: float) -> Figure:
        """Return the sheet as a matplotlib figure, ``height`` points high."""
        made = Figure(figsize=(self.width / 72, height / 72), dpi=72, facecolor=PAPER, layout=None)
        axes = made.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(height, 0)
        for artist in self._artists:
            axes.add_artist(artist)
            artist.set_clip_on(False)
        return made
