"""The front end as text: its modules joined into one, and its style sheet."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

_IMPORT: Final = re.compile(r"^import \{[^}]*\} from \"\./([a-z]+\.js)\";\n", re.MULTILINE)
# JSDoc, for tsc and for who changes the code.
_TYPES: Final = re.compile(r"^ */\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)


@cache
def module(entry: str = "notebook.js") -> str:
    """Return a module of the explorer with all that it imports as one ES module, nothing left to import.

    The modules share one scope then: no two of them may give a name of their own to another thing, and a test sees to
    it.

    Parameters
    ----------
    entry
        The module that is wanted; by default the one that imports all others.

    Examples
    --------
    >>> "import " in module("search.js")
    False
    """
    return "\n".join(_TYPES.sub("", _IMPORT.sub("", _read(name))) for name in modules(entry))


def modules(entry: str = "notebook.js") -> tuple[str, ...]:
    """Return the names of a module and of all that it imports, each after those that it needs.

    Examples
    --------
    >>> modules("search.js")
    ('words.js', 'indexing.js', 'lookup.js', 'ranking.js', 'search.js')
    """
    needed = [name for imported in _IMPORT.findall(_read(entry)) for name in modules(imported)]
    return tuple(dict.fromkeys([*needed, entry]))


@cache
def style() -> str:
    """Return the style sheet."""
    return _read("explorer.css")


def _read(name: str) -> str:
    return (resources.files("ouderevidence.products.explorer") / "web" / name).read_text(encoding="utf-8")
