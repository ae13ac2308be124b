"""Write the JSON Schemas of the evidence's files, and the editor's settings; run it when a reader gets another key."""

from __future__ import annotations

from pathlib import Path

from ouderevidence.evidence.schema import files

ROOT = Path(__file__).resolve().parents[1]

if __name__ == "__main__":
    for name, data in files().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_bytes(data)
