"""What the commands that start a library say, in Dutch and English."""

from __future__ import annotations

from typing import Final

from ouderevidence.model import Text

NEXT: Final = Text(
    "Lees nu {folder}/README.md; daarin staat hoe u een factsheet erin zet.",
    "Now read {folder}/README.md; it tells how to put a factsheet in.",
)
