"""The explorer: one front end, for a notebook (:func:`explore`) and as a page (:func:`write_site`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ouderevidence.products.explorer.page import write_site

if TYPE_CHECKING:
    from ouderevidence.library.library import Library
    from ouderevidence.products.explorer.widget import Explorer

__all__ = ["explore", "write_site"]


def explore(library: Library, *, language: str = "nl") -> Explorer:
    """Show the explorer in a notebook cell; its ``selection`` is a ``Library``, live on both sides.

    Parameters
    ----------
    library
        The claims to explore.
    language
        ``"nl"`` or ``"en"``; the reader can switch.

    Raises
    ------
    EvidenceError
        If the language is another.
    ImportError
        If anywidget is not installed; the extra ``lab`` has it.
    """
    from ouderevidence.products.explorer.widget import Explorer  # needs the extra `lab`

    return Explorer(library, language=language)
