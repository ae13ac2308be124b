"""Give a text back with words put in at its offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ouderevidence.text.passages import Span


def annotate(
    text: str,
    marks: Iterable[tuple[Span, str, str]],
    *,
    escape: Callable[[str], str] = str,
) -> str:
    """Put words before and behind spans of a text.

    Parameters
    ----------
    text
        The text the spans were found in.
    marks
        Spans with what to put before and behind each, in any order; of spans that share an end the longer one is
        outside.
    escape
        What is done to the text between, such as ``html.escape``; the words put in are left as they are.

    Returns
    -------
    str
        The text with the words in it; without marks, the text itself (escaped).

    Raises
    ------
    ValueError
        If a span lies outside the text, or two cross without one holding the other.

    Examples
    --------
    >>> annotate("Zo is het (Bos, 2018).", [((11, 20), "<mark>", "</mark>")])
    'Zo is het (<mark>Bos, 2018</mark>).'
    """
    ordered = sorted(marks, key=lambda mark: (mark[0][0], -mark[0][1]))
    parts: list[str] = []
    open_marks: list[tuple[int, str]] = []
    place = 0

    def copy(until: int) -> None:
        nonlocal place
        parts.append(escape(text[place:until]))
        place = until

    def close(until: int) -> None:
        while open_marks and open_marks[-1][0] <= until:
            end, after = open_marks.pop()
            copy(end)
            parts.append(after)

    for (start, end), before, after in ordered:
        close(start)
        outer = open_marks[-1][0] if open_marks else len(text)
        if not 0 <= start <= end <= outer:
            message = f"span {start}-{end} lies outside the text or crosses another; marks must nest"
            raise ValueError(message)
        copy(start)
        parts.append(before)
        open_marks.append((end, after))
    close(len(text))
    copy(len(text))
    return "".join(parts)
