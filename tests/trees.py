"""What pandoc could have read, and lines that a PDF could have, made of any bytes: to try ours without either."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.text.pdf import _Line

if TYPE_CHECKING:
    from collections.abc import Callable

Node = dict[str, Any]
DEEPEST: Final = 110  # levels; ours refuses what is deeper
WIDEST: Final = 4  # parts of a part
SOME: Final = 120  # bytes that a tree is made of
LONG: Final = 600
WHOLE: Final = 50  # one in so many is made of all that is given, or of
LARGEST: Final = 20_000  # bytes of it
_INLINES: Final = (
    "Str", "Str", "Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "SmallCaps", "Superscript", "Code",
    "Math", "Image", "Note", "Quoted", "Cite", "Span", "Link", "RawInline",
)  # fmt: skip
_SAID: Final = (
    "Thuis", "telt.", "(Jansen", "&", "2018).", "et", "al.,", "ou-", "ders", "-", "\u00ad", "[1]", "Literatuur",
    "p.", "3", "\ue010\ue100", "\ue011", "z.d.", "a|b", "", "\u200b", "ﬁets", "x" * 300, "https://example.org/a",
)  # fmt: skip
_ATTRIBUTES: Final[tuple[dict[str, str], ...]] = (
    {}, {"role": "navigation"}, {"style": "display:none"}, {"hidden": ""}, {"aria-hidden": "true"},
    {"custom-style": "x"},
)  # fmt: skip
_KEYS: Final = ("jansen2018", "fig-een", "a", "", "ref(x)", "Bos")


class _Bytes:
    """Bytes, one after the other; behind the last come noughts."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def next(self, below: int) -> int:
        """Return the next as a number below another."""
        self.at += 1
        return self.data[self.at - 1] % below if self.at <= len(self.data) else 0

    @property
    def left(self) -> bool:
        return self.at < len(self.data)


def some_tree(data: bytes) -> Node:
    """Return a document that is another for other bytes, and small however many they are."""
    return tree_of(random.Random(data).randbytes(SOME))  # noqa: S311 - no secret


def tree_of(data: bytes) -> Node:
    """Return a document as pandoc hands it over, of any blocks and inlines; of long ones mostly the beginning."""
    given = _Bytes(data[:LARGEST] if len(data) % WHOLE == 0 else data[:LONG])
    works = [_work(given) for _ in range(given.next(3))]
    blocks: list[Node] = []
    while given.left:
        blocks.append(_block(given, 0))
    meta = {"references": {"t": "MetaList", "c": works}, "bibliography": {"t": "MetaInlines", "c": _inlines(given, 90)}}
    return {"pandoc-api-version": [1, 23, 1], "meta": meta if works else {}, "blocks": blocks}


def pages_of(data: bytes) -> list[list[_Line]]:
    """Return the lines of pages: each line of the bytes with its place and size of type before it."""
    pages = []
    for page in data.decode("utf-8", "replace").split("\f")[:60]:
        lines = []
        for number, line in enumerate(page.split("\n")):
            place = [ord(sign) for sign in line[:3]]
            if text := line[3:].strip():
                x, y, size = [*place, 0, 0, 0][:3]
                lines.append(_Line(text, size % 30 / 2, 800.0 - 14 * number + y % 9, 10.0 * (x % 40)))
        pages.append(lines)
    return pages


def _work(given: _Bytes) -> Node:
    words = {"t": "MetaInlines", "c": _inlines(given, 90)}
    person = {"t": "MetaMap", "c": {"family": words, "given": words} if given.next(2) else {"literal": words}}
    work = {"id": {"t": "MetaString", "c": _KEYS[given.next(len(_KEYS))]}, "author": {"t": "MetaList", "c": [person]}}
    return {"t": "MetaMap", "c": work | {name: words for name in ("title", "DOI", "issued", "URL") if given.next(2)}}


def _some(given: _Bytes, depth: int, make: Callable[[_Bytes, int], Any]) -> list[Any]:
    return [make(given, depth + 1) for _ in range(given.next(WIDEST))] if given.left and depth < DEEPEST else []


def _blocks(given: _Bytes, depth: int) -> list[Node]:
    return _some(given, depth, _block)


def _inlines(given: _Bytes, depth: int) -> list[Node]:
    return _some(given, depth, _inline)


def _attributes(given: _Bytes) -> list[Any]:
    classes = [["cell"], ["cell", "markdown"], ["footnote"], []][given.next(4)]
    return ["", classes, list(map(list, _ATTRIBUTES[given.next(len(_ATTRIBUTES))].items()))]


def _table(given: _Bytes, depth: int) -> list[Any]:
    rows = [_some(given, depth, _row) for _ in range(4)]
    attributes = _attributes(given)
    head, foot, bodies = [attributes, rows[0]], [attributes, rows[3]], [[attributes, 0, rows[1], rows[2]]]
    return [attributes, [None, _blocks(given, depth)], [], head, bodies, foot]


_BLOCKS: Final[tuple[tuple[str, Callable[[_Bytes, int], Any]], ...]] = (
    ("Para", _inlines),
    ("Para", _inlines),
    ("Plain", _inlines),
    ("Header", lambda given, depth: [1 + given.next(6), _attributes(given), _inlines(given, depth)]),
    ("LineBlock", lambda given, depth: _some(given, depth, _inlines)),
    ("BulletList", lambda given, depth: _some(given, depth, _blocks)),
    (
        "OrderedList",
        lambda given, depth: [[1, {"t": "Decimal"}, {"t": "Period"}], _some(given, depth, _blocks)],
    ),
    (
        "DefinitionList",
        lambda given, depth: _some(given, depth, lambda g, d: [_inlines(g, d), _some(g, d, _blocks)]),
    ),
    ("BlockQuote", _blocks),
    ("Div", lambda given, depth: [_attributes(given), _blocks(given, depth)]),
    ("Figure", lambda given, depth: [_attributes(given), [None, _blocks(given, depth)], _blocks(given, depth)]),
    ("Table", _table),
    ("CodeBlock", lambda given, _: [_attributes(given), "x"]),
    ("RawBlock", lambda *_: ["html", "x"]),
    ("HorizontalRule", lambda *_: None),
)


def _block(given: _Bytes, depth: int) -> Node:
    tag, make = _BLOCKS[given.next(len(_BLOCKS))]
    content = make(given, depth)
    return {"t": tag} if content is None else {"t": tag, "c": content}


def _row(given: _Bytes, depth: int) -> list[Any]:
    cell = {"t": "AlignDefault"}
    return [_attributes(given), [[_attributes(given), cell, 1, 1, _blocks(given, depth)] for _ in range(given.next(3))]]


def _inline(given: _Bytes, depth: int) -> Node:
    tag = _INLINES[given.next(len(_INLINES))]
    said = _SAID[given.next(len(_SAID))]
    if tag in {"Space", "SoftBreak", "LineBreak"}:
        return {"t": tag}
    content: Any = _inlines(given, depth)
    if tag == "Str":
        content = said
    elif tag in {"Code", "Math", "RawInline"}:
        content = [{"Code": _attributes(given), "Math": {"t": "InlineMath"}}.get(tag, "html"), said]
    elif tag in {"Image", "Link"}:
        content = [_attributes(given), content, [said, ""]]
    elif tag == "Note":
        content = _blocks(given, depth)
    elif tag == "Quoted":
        content = [{"t": ("SingleQuote", "DoubleQuote")[given.next(2)]}, content]
    elif tag == "Cite":
        keys = [{"citationId": _KEYS[given.next(len(_KEYS))]} for _ in range(given.next(3))]
        content = [keys, content]
    elif tag == "Span":
        content = [_attributes(given), content]
    return {"t": tag, "c": content}
