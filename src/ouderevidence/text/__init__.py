"""Texts: documents, passages, sentences and in-text citations; knows works, not the library."""

from ouderevidence.text.document import Document, Piece, read_document
from ouderevidence.text.find import find_citations
from ouderevidence.text.mentions import Mention
from ouderevidence.text.sentences import sentences

__all__ = ["Document", "Mention", "Piece", "find_citations", "read_document", "sentences"]
