"""The front end as text: its modules joined into one, and its style sheet."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

# In the order in which they need each other; each is also a module of its own.
MODULES: Final = (
    "search.js", "selection.js", "takeaway.js", "elements.js", "claim.js", "views.js", "explorer.js", "notebook.js",
)  # fmt: skip
_IMPORT: Final = re.compile(r"^import \{[^}]*\} from \"\./[a-z]+\.js\";\n", re.MULTILINE)


@cache
def module() -> str:
    """Return the explorer as one ES module, nothing left to import.

    Examples
    --------
    >>> "import " in module()
    False
    """
    return "\n".join(_IMPORT.sub("", _read(name)) for name in MODULES)


@cache
def style() -> str:
    """Return the style sheet."""
    return _read("explorer.css")


def _read(name: str) -> str:
    return (resources.files("ouderevidence.products.explorer") / "web" / name).read_text(encoding="utf-8")
