"""Hold a text of a factsheet against the library: passages, printed citations, sentences, and what changed."""

from ouderevidence.tracing.comparison import trace
from ouderevidence.tracing.report import CATALOGUE, Trace

__all__ = ["CATALOGUE", "Trace", "trace"]
