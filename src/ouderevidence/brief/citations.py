"""What is done to a document after pandoc has written its citations: the few things the style cannot say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.brief import nodes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ouderevidence.brief.nodes import Node

# The style gives a particle its capital in the text, but the apostrophe of 't and 's keeps the small letter.
CAPITAL: Final = re.compile(r"(?<!\w)(['’])([TS])(?!\w)")


def finish(document: Node) -> Node:
    """Return the document with its citations as plain words and links, and the small letter back in 't Hart."""
    return {**document, "blocks": walk(document["blocks"], _finished)}


def _finished(node: Node) -> Node:
    if node.get("t") == "Cite":  # a writer may set citations of its own: typst does
        return nodes.span(_small_apostrophes(node["c"][1]), "", ["citation"])
    if node.get("t") == "Div" and "csl-entry" in node["c"][0][1]:
        return {"t": "Div", "c": _small_apostrophes(node["c"])}
    return node


def _small_apostrophes(part: Any) -> Any:  # noqa: ANN401 - any part of a document
    return map_text(part, lambda words: CAPITAL.sub(lambda found: found[1] + found[2].lower(), words))


def map_text(node: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with every word of text and piece of code changed; addresses are left alone."""

    def changed(part: Node) -> Node:
        if part.get("t") == "Str":
            return {"t": "Str", "c": change(part["c"])}
        if part.get("t") == "Code":
            return {"t": "Code", "c": [part["c"][0], change(part["c"][1])]}
        return part

    return walk(node, changed)


def walk(node: Any, change: Callable[[Node], Node]) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with every node changed, the inner ones first."""
    if isinstance(node, list):
        return [walk(part, change) for part in node]
    if isinstance(node, dict):
        return change({key: walk(part, change) for key, part in node.items()})
    return node


def with_list(blocks: list[Node], resolved: list[Node]) -> list[Node]:
    """Return blocks with their empty list of references filled with the written one, as ordinary paragraphs."""
    entries: list[Node] = next((block["c"][1] for block in resolved if _is_refs(block)), [])
    paragraphs = [nodes.para(entry["c"][1][0]["c"]) for entry in entries if entry.get("t") == "Div"]
    filled: list[Node] = []
    for block in blocks:
        filled += paragraphs if _is_refs(block) else [block]
    return filled


def _is_refs(block: Node) -> bool:
    return block.get("t") == "Div" and block["c"][0][0] == "refs"
