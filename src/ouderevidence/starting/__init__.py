"""Starting a library of evidence: an empty one, and a factsheet proposed into it."""

from ouderevidence.starting.curating import Curated, curate
from ouderevidence.starting.folder import new_library

__all__ = ["Curated", "curate", "new_library"]
