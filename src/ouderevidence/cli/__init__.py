"""The command line: the same words as the library, in Dutch and English."""

from __future__ import annotations

from ouderevidence.cli.app import COMMANDS, app, main

__all__ = ["COMMANDS", "app", "main"]
