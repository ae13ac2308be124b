"""The look of a Word file: pandoc's own reference document with a small patch, made when it is needed."""

from __future__ import annotations

from functools import cache

from ouderevidence.brief import pandoc


@cache
def reference_document() -> bytes:
    """Return the reference document that gives a brief its styles."""
    return pandoc.data_file("reference.docx")
