"""Texts: documents, sentences, in-text citations and reference lists; knows works, not the library.

Three plain functions over plain objects, ``find_citations`` → ``resolve`` → ``annotate``, and what goes before them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ouderevidence.text.annotation import annotate
    from ouderevidence.text.document import Document, Piece, read_document
    from ouderevidence.text.find import find_citations
    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.reference_list import Reference, find_references, reference_span, reference_spans
    from ouderevidence.text.resolution import Difference, Resolution, resolve
    from ouderevidence.text.splitting import sentences

# Public name -> its module; loaded when first used: a library that is loaded looks for passages and needs no more.
_HOMES = {
    "Difference": "resolution",
    "Document": "document",
    "Mention": "mentions",
    "Piece": "document",
    "Reference": "reference_list",
    "Resolution": "resolution",
    "annotate": "annotation",
    "find_citations": "find",
    "find_references": "reference_list",
    "read_document": "document",
    "reference_span": "reference_list",
    "reference_spans": "reference_list",
    "resolve": "resolution",
    "sentences": "splitting",
}

__all__ = [
    "Difference",
    "Document",
    "Mention",
    "Piece",
    "Reference",
    "Resolution",
    "annotate",
    "find_citations",
    "find_references",
    "read_document",
    "reference_span",
    "reference_spans",
    "resolve",
    "sentences",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a module attribute can be anything)
    if name in _HOMES:
        return getattr(import_module(f"ouderevidence.text.{_HOMES[name]}"), name)
    message = f"module 'ouderevidence.text' has no attribute '{name}'"
    raise AttributeError(message)
