"""The page: one HTML file that needs no network, no server and nothing beside it but the briefs it links to."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document.output import make_folder, write
from ouderevidence.library.tables import table_html
from ouderevidence.model.words import Text
from ouderevidence.products.explorer import wording
from ouderevidence.products.explorer.assets import module, style
from ouderevidence.products.explorer.data import data, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ouderevidence.library.library import Library

_START: Final = """
const root = document.getElementById("explorer");
mount(root, JSON.parse(document.getElementById("data").textContent), { whole: true });
"""
_BASE: Final = "html{scroll-padding-top:1rem}body{margin:0}@media(prefers-color-scheme:dark){body{background:#12171d}}"
_WITHOUT_SCRIPT: Final = (
    "noscript table{border-collapse:collapse}"
    "noscript th,noscript td{border:1px solid #707b88;padding:.3rem;text-align:start;vertical-align:top}"
)
_NO_SCRIPT: Final = Text(
    "Filteren en zoeken werkt alleen met JavaScript. Alle uitspraken staan hieronder.",
    "Filters and search need JavaScript. All claims are below.",
)


def page(library: Library, *, briefs: Iterable[dict[str, Any]] = ()) -> str:
    """Return the explorer of a library as one self-contained page; the same bytes every time.

    Parameters
    ----------
    library
        The claims.
    briefs
        The briefs that stand beside it: ``filters``, ``language``, ``form`` and ``href`` of each.

    Examples
    --------
    >>> page(library.where(parent_group="vaders"))[:15]
    '<!DOCTYPE html>'
    """
    return assemble(data(library, briefs=briefs), table_html(library, "nl"))


def assemble(value: dict[str, Any], fallback: str) -> str:
    """Return the page that shows a value of ``explorer.data``; ``fallback`` is HTML for a reader without scripts."""
    script = f"{module()}{_START}"
    sheet = f"{_BASE}\n{_WITHOUT_SCRIPT}\n{style()}"
    policy = (
        f"default-src 'none'; script-src 'sha256-{_digest(script)}'; style-src 'sha256-{_digest(sheet)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    title = escape(wording.TITLE.nl)
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="{escape(wording.SCOPE.nl)}">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>{sheet}</style>
</head>
<body>
<div id="explorer"></div>
<noscript><h1>{title}</h1><p>{escape(_NO_SCRIPT.nl)}</p>{fallback}</noscript>
<script type="application/json" id="data">{to_json(value)}</script>
<script type="module">{script}</script>
</body>
</html>
"""


def write_site(
    library: Library,
    folder: str | Path,
    *,
    briefs: Iterable[dict[str, Any]] = (),
) -> Path:
    """Write the page as ``index.html`` in a folder, with links to the briefs that stand beside it; return its path.

    The folder is made where it is not there; a page of an earlier time is replaced.

    Parameters
    ----------
    library
        The claims.
    folder
        Where to.
    briefs
        As for :func:`page`.

    Raises
    ------
    OutputError
        If the folder cannot be made or written to.
    """
    index = make_folder(Path(folder)) / "index.html"
    write(index, page(library, briefs=briefs).encode("utf-8"))
    return index


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
