"""The page: one HTML file that needs no network, no server and nothing beside it but the briefs it links to."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.explorer import wording
from ouderevidence.explorer.assets import module, style
from ouderevidence.explorer.briefs import write_briefs
from ouderevidence.explorer.data import data, to_json
from ouderevidence.frames import table_html
from ouderevidence.model import Text
from ouderevidence.output import make_folder, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ouderevidence.library import Library

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
    with_briefs: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write the page as ``index.html`` in a folder, and the ready briefs beside it in ``briefs``.

    ``progress`` is called with the number of briefs done and the number of all.

    The folder is made where it is not there; what stands there of an earlier time is replaced where it changed.

    Returns
    -------
    list
        The files that were written.

    Raises
    ------
    OutputError
        If the folder cannot be made or written to.
    RenderError
        If a brief cannot be made.
    """
    target = make_folder(Path(folder))
    briefs = write_briefs(library, target, progress=progress) if with_briefs else []
    index = target / "index.html"
    write(index, page(library, briefs=briefs).encode("utf-8"))
    return [index, *(target / brief["href"] for brief in briefs)]


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
