"""A mention: one in-text citation as a text prints it."""

from __future__ import annotations

from dataclasses import dataclass


def paragraph_start(text: str, low: int, high: int) -> int:
    """Return where the paragraph of an offset begins, no lower than ``low``; "et al." begins none, but a page."""
    start = text.rfind("\n\n", low, high)
    if start >= 0 and text.startswith(("et al", "e.a."), start + 2):
        start = text.rfind("\n\n", low, start)
    return max(low, start)


@dataclass(frozen=True, slots=True)
class Mention:
    """One in-text citation, with the exact place it stands at: ``text[start:end] == mention.text``.

    Parameters
    ----------
    start, end
        Character offsets. The span runs from the first letter of the names to the year or its locator; that of a
        narrative mention with one year to the closing bracket. A further year of the same authors is a mention of its
        own, whose span is the year.
    text
        The words as printed, line breaks included.
    authors
        Surnames or names of bodies as printed, particles kept, initials left out; line breaks and hyphens at line ends
        are mended.
    et_al
        Whether "et al.", "e.a.", "en collega's" or the like stands behind the names.
    year
        ``2018``, ``2018a``, ``z.d.``, ``n.d.``, ``in druk``, ``1987/2011``; empty when none is printed, as for a work
        that is cited in another.
    locator
        Page, chapter, table or the like as printed, or None.
    narrative
        Whether the names stand in the sentence and only the year in brackets.
    prefix
        Words before the names that belong to the mention ("zie ook"), or None.
    group
        Number of the bracket in the text, from 0; mentions in one bracket share it.
    personal
        Whether it is personal communication.
    cited_in
        The words of the mention in which this work is cited ("geciteerd in"), or None.
    between
        The years that a range of letters passes over, on its last mention: ``2018b`` of "2018a-c".
    """

    start: int
    end: int
    text: str
    authors: tuple[str, ...]
    et_al: bool
    year: str
    locator: str | None = None
    narrative: bool = False
    prefix: str | None = None
    group: int = 0
    personal: bool = False
    cited_in: str | None = None
    between: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The mention in one form, ``Boonk et al., 2018``, however it is printed.

        Examples
        --------
        >>> Mention(0, 10, "Mapp en Kuttner (2013)", ("Mapp", "Kuttner"), False, "2013", narrative=True).label
        'Mapp & Kuttner, 2013'
        """
        names = ", ".join(self.authors[:-1]) + " & " + self.authors[-1] if len(self.authors) > 1 else self.authors[0]
        if self.et_al:
            names = ", ".join(self.authors) + " et al."
        return f"{names}, {self.year}" if self.year else names
