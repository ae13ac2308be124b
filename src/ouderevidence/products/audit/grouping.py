"""What a draft does often is told once, with how often and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ouderevidence.model.words import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN: Final = 3  # places or citations that are shown
_OFTEN: Final = Text("; zo {number} keer in dit stuk: {shown}", "; so {number} times in this draft: {shown}")


def often(number: int, places: Iterable[str], language: str) -> str:
    """Return how often something is done, with the first places, each once.

    Examples
    --------
    >>> often(5, ["alinea 1", "alinea 1", "alinea 2", "alinea 4", "alinea 9"], "nl")
    '; zo 5 keer in dit stuk: alinea 1; alinea 2; alinea 4 …'
    """
    once = list(dict.fromkeys(places))
    shown = "; ".join(once[:SHOWN]) + (" …" if len(once) > SHOWN else "")
    return _OFTEN.of(language).format(number=number, shown=shown)
