"""Works that a document holds itself, in its head, and those of a file in the form of CSL (JSON or YAML)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import pandoc
from ouderevidence.text.blocks import decoded
from ouderevidence.text.fields import plain_meta, work
from ouderevidence.text.limits import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.text.reference_list import Reference

CSL: Final = frozenset({".json", ".yaml", ".yml"})
_HALF: Final = re.compile("[\ud800-\udfff]")  # of a pair, alone: JSON can name it, no text can hold it
_HEAD: Final = re.compile(r"\s*---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


def works_of(meta: dict[str, pandoc.Node]) -> dict[str, pandoc.Node]:
    """Return the data of the works that the metadata of pandoc's tree hold, by key."""
    listed = meta.get("references", {})
    found = (one["c"] for one in listed.get("c", []) if one.get("t") == "MetaMap")
    return {plain_meta(item.get("id"))[0]: item for item in found if plain_meta(item.get("id"))}


def held_works(meta: dict[str, pandoc.Node]) -> tuple[Reference, ...]:
    """Return those works as entries of a list without a place."""
    return tuple(work(data, key) for key, data in works_of(meta).items())


def read_csl(path: Path) -> tuple[Reference, ...]:
    """Return the works of a file in CSL's JSON or YAML.

    Raises
    ------
    DocumentError
        If it cannot be opened or is no text.
    RenderError
        If it cannot be read.
    """
    text = decoded(path.name, read_bytes(path)).strip()
    if path.suffix.lower() == ".json":
        return held_works(pandoc.parse(text.encode(), "csljson")["meta"])
    return held_works(_head(text.removeprefix("---").removesuffix("...").removesuffix("---")))


def notebook_head(data: bytes) -> tuple[bytes, dict[str, pandoc.Node]]:
    """Return a notebook without the head in its first cell, and what that head says, as pandoc's metadata.

    A notebook that cannot be read, and one without a head, comes back as it was.
    """
    try:
        held: Any = json.loads(data)
        cell = held["cells"][0]
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        found = _HEAD.match(source) if cell["cell_type"] in {"raw", "markdown"} else None
    except (ValueError, KeyError, IndexError, TypeError):
        return data, {}
    if found is None:
        return data, {}
    cell["source"] = source[found.end() :]
    return json.dumps(held).encode(), _head(found[1])


def _head(yaml: str) -> dict[str, pandoc.Node]:
    given = _HALF.sub("\ufffd", f"---\n{yaml.strip()}\n---\n")
    meta: dict[str, pandoc.Node] = pandoc.parse(given.encode(), "markdown")["meta"]
    return meta
