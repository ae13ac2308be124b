"""The version, which the package's metadata holds and nothing else."""

from __future__ import annotations

from functools import cache
from importlib import metadata


@cache
def version() -> str:
    """Return the version of the installed package, such as ``0.2.0``."""
    return metadata.version("ouderevidence")
