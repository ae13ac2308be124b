"""The command line: the same words as the library, in Dutch and English."""

from __future__ import annotations

from ouderevidence.cli.commands import app, main

__all__ = ["app", "main"]
