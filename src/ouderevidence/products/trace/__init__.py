"""Hold a text of a factsheet against the library: passages, printed citations, sentences, and what changed."""

from ouderevidence.products.trace.comparison import trace
from ouderevidence.products.trace.report import CATALOGUE, Trace

__all__ = ["CATALOGUE", "Trace", "trace"]
