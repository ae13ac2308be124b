"""Starting a library of evidence: an empty one, and a factsheet proposed into it."""

from ouderevidence.products.curate.curating import Curated, curate
from ouderevidence.products.curate.folder import new_library

__all__ = ["Curated", "curate", "new_library"]
