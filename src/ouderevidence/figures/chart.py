"""A chart: a figure with its title, caption, text alternative and table."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import matplotlib as mpl

from ouderevidence.document import output
from ouderevidence.figures.shapes import PAPER, QUIET
from ouderevidence.figures.sheet import ALONE, SETTINGS, WIDTH, Sheet
from ouderevidence.model.bilingual import Text
from ouderevidence.model.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from matplotlib.figure import Figure

FORMS: Final = ("svg", "png", "pdf")
DOTS_PER_INCH: Final = 200
MARGIN: Final = 4.0


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """A figure that does not change, with all that a reader needs beside it.

    Parameters
    ----------
    title, caption
        What stands above and below it.
    alt_text
        The text alternative: the main thing first, then the figures that make it so.
    language
        ``"nl"`` or ``"en"``.
    draw
        Draws the figure on a sheet from a height on (points), and returns the height where it ends.
    data_frame, table_frame
        The figures in codes and in words.
    width
        In points.

    Examples
    --------
    >>> import ouderevidence as oe
    >>> chart = oe.gap_map(library, language="en")
    >>> chart.to_bytes("png")[1:4]
    b'PNG'
    """

    title: str
    caption: str
    alt_text: str
    language: str
    draw: Callable[[Sheet, float], float]
    data_frame: pd.DataFrame
    table_frame: pd.DataFrame
    width: float = WIDTH

    def __repr__(self) -> str:
        return f"<Chart: {self.title}>"

    @property
    def figure(self) -> Figure:
        """A matplotlib figure, made anew each time: what you do to it stays out of the chart."""
        return self._drawn(framed=True)

    def table(self) -> pd.DataFrame:
        """Return the figures of the chart in words, a copy."""
        return self.table_frame.copy()

    def data(self) -> pd.DataFrame:
        """Return the figures of the chart in the codes of the evidence, a copy."""
        return self.data_frame.copy()

    def said(self) -> list[str]:
        """Return what the chart says: one that says the same is drawn the same."""
        words = [self.title, self.caption, self.alt_text, str(self.width)]
        return [*words, self.data_frame.to_csv(), self.table_frame.to_csv()]

    def to_bytes(self, form: str, *, framed: bool = True) -> bytes:
        """Return the chart as ``"svg"``, ``"png"`` (200 dots an inch) or ``"pdf"``; the same bytes every time.

        Parameters
        ----------
        form
            The format.
        framed
            False leaves title and caption out, for a page or document that has them as text.

        Raises
        ------
        OutputError
            If the format is another.
        """
        if form not in FORMS:
            message = Text(
                f"geen bestandsvorm '{form}'; kies {', '.join(FORMS)}",
                f"no format '{form}'; choose {', '.join(FORMS)}",
            )
            raise OutputError(message)
        buffer = io.BytesIO()
        with ALONE, mpl.rc_context(SETTINGS):
            figure = self._drawn(framed=framed)
            figure.savefig(buffer, format=form, dpi=_dots(form), facecolor=PAPER, metadata=self._metadata(form))
        made = buffer.getvalue()
        return self._described(made) if form == "svg" else made

    def save(self, path: str | Path) -> Path:
        """Write the chart to a file; its extension (.svg .png .pdf) chooses the format.

        An existing file stays as it is until the new one is complete.

        Returns
        -------
        Path
            The file that was written.

        Raises
        ------
        OutputError
            If the extension is unknown, the folder is missing, or the place cannot be written to.
        """
        target = Path(path)
        output.write(target, self.to_bytes(output.form_of(target, FORMS)))
        return target

    def to_html(self) -> str:
        """Return the chart as an HTML figure: picture with text alternative, title and caption as text; no ids."""
        picture = base64.b64encode(self.to_bytes("svg", framed=False)).decode("ascii")
        source = f"data:image/svg+xml;base64,{picture}"
        style = f"width:{self.width:.0f}pt;max-width:100%;background:{PAPER}"
        return (
            f'<figure lang="{self.language}"><figcaption><strong>{escape(self.title)}</strong></figcaption>'
            f'<img src="{source}" alt="{escape(self.alt_text)}" style="{style}">'
            f"<p>{escape(self.caption)}</p></figure>"
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:  # noqa: ANN401 (IPython passes include and exclude)
        return {"text/plain": f"{self.title}\n{self.alt_text}", "text/html": self.to_html()}

    def _drawn(self, *, framed: bool) -> Figure:
        with ALONE, mpl.rc_context(SETTINGS):
            sheet = Sheet(self.width)
            room = self.width - 2 * MARGIN
            top = MARGIN
            if framed:
                top = sheet.paragraph(MARGIN, top, self.title, room, size=10.5, bold=True) + 5
            end = self.draw(sheet, top)
            if framed:
                end = sheet.paragraph(MARGIN, end + 5, self.caption, room, size=7.5, ink=QUIET)
            return sheet.figure(end + MARGIN)

    def _metadata(self, form: str) -> dict[str, Any]:
        if form == "svg":
            return {"Title": self.title, "Date": None, "Creator": None, "Format": None, "Type": None}
        if form == "png":
            return {"Title": self.title, "Description": self.alt_text, "Software": None}
        return {"Title": self.title, "Subject": self.alt_text, "CreationDate": None, "Creator": None, "Producer": None}

    def _described(self, svg: bytes) -> bytes:
        """Give an SVG its role, language and description, so that it can be read aloud."""
        text = svg.decode("utf-8")
        head, _, rest = text.partition("<svg ")
        opening, _, body = rest.partition(">")
        _, _, body = body.partition("</title>")
        words = f"<title>{escape(self.title)}</title>\n <desc>{escape(self.alt_text)}</desc>"
        return f'{head}<svg role="img" xml:lang="{self.language}" {opening}>\n {words}{body}'.encode()


def _dots(form: str) -> int:
    return DOTS_PER_INCH if form == "png" else 72
