"""Texts: documents, sentences, in-text citations and reference lists; knows works, not the library.

Three plain functions over plain objects, ``find_citations`` → ``resolve`` → ``annotate``, and what goes before them.
"""

from ouderevidence.text.annotate import annotate
from ouderevidence.text.document import Document, Piece, read_document
from ouderevidence.text.find import find_citations
from ouderevidence.text.mentions import Mention
from ouderevidence.text.reference_list import Reference, find_references, reference_span
from ouderevidence.text.resolve import Difference, Resolution, resolve
from ouderevidence.text.sentences import sentences

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
    "resolve",
    "sentences",
]
