"""Marks on the sentences of evidence in a brief, so that each can be traced and none can slip in unmarked.

A mark says which claim a sentence belongs to, what part of it the sentence is, and which work it is about. Marks go
along into the web page as ``data-claim``, ``data-part`` and ``data-work``; the other formats drop them.
"""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ouderevidence.document.nodes import Inlines, Node

EVIDENCE: Final = "evidence"
# Its part: the ``statement`` of a claim, its ``gist`` or what is ``missing`` behind it, the ``note`` on a link, its
# ``effect`` or its ``counterpoint``, the ``finding`` of a work, or a ``caveat``.


def mark(inlines: Inlines, claim: str, part: str, work: str = "") -> Inlines:
    """Return a sentence of evidence with its mark."""
    pairs = {"claim": claim, "part": part} | ({"work": work} if work else {})
    return [nodes.span(inlines, "", [EVIDENCE], **pairs)]


def is_mark(node: Any) -> bool:  # noqa: ANN401 - any part of a document
    """Whether a part of a document is a marked sentence."""
    return isinstance(node, dict) and node.get("t") == "Span" and EVIDENCE in node["c"][0][1]


def pairs_of(node: Node) -> dict[str, str]:
    """Return what a mark says."""
    return dict(node["c"][0][2])


def marked(part: Any) -> Iterator[Node]:  # noqa: ANN401 - any part of a document
    """Yield the marked sentences in reading order."""
    if is_mark(part):
        yield part
    elif isinstance(part, list):
        for item in part:
            if isinstance(item, nodes.PARTS):
                yield from marked(item)
    elif isinstance(part, dict):
        yield from marked(part.get("c"))


def words(part: Any, *, unmarked: bool = False) -> list[str]:  # noqa: ANN401 - any part of a document
    """Return the words of a part of a document; with ``unmarked`` those outside marked sentences only."""
    found: list[str] = []
    _collect(part, found, unmarked=unmarked)
    return found


def _collect(part: Any, found: list[str], *, unmarked: bool) -> None:  # noqa: ANN401 - any part of a document
    if isinstance(part, list):
        for item in part:
            if isinstance(item, nodes.PARTS):
                _collect(item, found, unmarked=unmarked)
    elif isinstance(part, dict):
        match part.get("t"):
            case "Str":
                found.append(part["c"])
            case "Code" | "CodeBlock":
                found.extend(part["c"][1].split())
            case "Span" if unmarked and is_mark(part):
                found.append("\ufffc")  # a sentence stood here: words on either side do not join
            case _:
                _collect(part.get("c"), found, unmarked=unmarked)


def without_marks(part: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document with the marks taken off and their words left; what has none is not copied."""
    if isinstance(part, list):
        plain: list[Any] = []
        for item in part:
            if is_mark(item):
                plain += without_marks(item["c"][1])
            else:
                plain.append(without_marks(item) if isinstance(item, nodes.PARTS) else item)
        return part if len(plain) == len(part) and all(map(is_, plain, part)) else plain
    if "t" not in part:  # a reference of a citation
        return {key: without_marks(value) if isinstance(value, nodes.PARTS) else value for key, value in part.items()}
    content = part.get("c")
    if not isinstance(content, nodes.PARTS):
        return part
    plain_content = without_marks(content)
    return part if plain_content is content else {**part, "c": plain_content}
