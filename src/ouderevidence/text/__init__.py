"""Texts: passages and in-text citations; knows works, not the library."""

from ouderevidence.text.find import find_citations
from ouderevidence.text.mentions import Mention

__all__ = ["Mention", "find_citations"]
