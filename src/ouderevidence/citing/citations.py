"""The citations of a document: written out by pandoc, then finished where the style cannot say what APA 7 wants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ouderevidence.citing import style
from ouderevidence.citing.finishing import Finish, items_by_id, plain
from ouderevidence.document import nodes, pandoc
from ouderevidence.document.scratch import scratch

if TYPE_CHECKING:
    from ouderevidence.document.nodes import Node

LOCALES: Final = {"nl": "nl-NL", "en": "en-US"}  # English APA writes "March 1, 2024" and “double” quotation marks


def resolve(document: Node, profile: str = "radboud") -> Node:
    """Return the document with its citations and its list of references written out.

    Parameters
    ----------
    document
        A document with ``references`` and ``lang`` in its metadata.
    profile
        The reference style, one of ``style.PROFILES``.

    Raises
    ------
    EvidenceError
        If the profile is unknown.
    RenderError
        If pandoc fails or warns: a citation without a work is a warning.
    """
    chosen_style = style.style(profile)
    language = plain(document["meta"].get("lang", nodes.meta("nl"))).partition("-")[0]
    given = {**document, "meta": {**document["meta"], "lang": nodes.meta(LOCALES.get(language, language))}}
    with scratch() as folder:
        path = Path(folder, "style.csl")
        path.write_text(chosen_style, encoding="utf-8")
        written = pandoc.read(pandoc.run(given, "json", "--citeproc", f"--csl={path}"))
    finish = Finish(style.PROFILES[profile], language, items_by_id(document["meta"]))
    return {**written, "meta": written["meta"] | _lang(document), "blocks": nodes.walk(written["blocks"], finish)}


def _lang(document: Node) -> Node:
    return {key: document["meta"][key] for key in ("lang",) if key in document["meta"]}
