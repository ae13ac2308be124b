"""Texts: passages, sentences and in-text citations; knows works, not the library."""

from ouderevidence.text.find import find_citations
from ouderevidence.text.mentions import Mention
from ouderevidence.text.sentences import sentences

__all__ = ["Mention", "find_citations", "sentences"]
