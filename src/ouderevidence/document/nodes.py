"""Pandoc's document model, as few constructors as a brief needs.

Whatever comes from the evidence goes through :func:`text` and so ends as ``Str``: no part of it can be read as markup,
as a citation or as raw HTML.
"""

from __future__ import annotations

import re
from operator import is_
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Node = dict[str, Any]
Inlines = list[Node]
Attr = list[Any]

API_VERSION: Final = [1, 23, 1]
PARTS: Final = (list, dict)  # what has parts of its own
SPACE: Final[Node] = {"t": "Space"}
BREAK: Final[Node] = {"t": "LineBreak"}
TIE: Final[Node] = {"t": "Str", "c": "\u00a0"}  # a space at which no line ends
STOP: Final[Node] = {"t": "Str", "c": "."}
EQUALS: Final[Node] = {"t": "Str", "c": "="}
# Characters that XML, and so Word and HTML, cannot hold.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def attr(identifier: str = "", classes: Sequence[str] = (), **pairs: str) -> Attr:
    """Return an attribute: identifier, classes, key and value pairs."""
    return [identifier, list(classes), [[key, value] for key, value in pairs.items()]]


def text(words: str) -> Inlines:
    """Return plain text as inlines: words and the spaces between them, never markup."""
    inlines: Inlines = []
    for position, word in enumerate(_CONTROL.sub("\ufffd", words).split()):
        if position:
            inlines.append(SPACE)
        inlines.append({"t": "Str", "c": word})
    return inlines


def flat(words: str) -> str:
    """Return the words that :func:`text` makes of a text, a space between each."""
    return " ".join(_CONTROL.sub("\ufffd", words).split())


def spaced(*parts: Inlines) -> Inlines:
    """Join the parts that are not empty, a space between each."""
    inlines: Inlines = []
    for part in parts:
        if part and inlines:
            inlines.append(SPACE)
        inlines.extend(part)
    return inlines


def joined(parts: Sequence[Inlines], separator: str) -> Inlines:
    """Join the parts by a separator that is glued to the part before it."""
    inlines: Inlines = []
    for position, part in enumerate(parts):
        if position:
            inlines += [{"t": "Str", "c": separator}, SPACE]
        inlines.extend(part)
    return inlines


def bracketed(inlines: Inlines) -> Inlines:
    """Return inlines in brackets that stick to them."""
    return [{"t": "Str", "c": "("}, *inlines, {"t": "Str", "c": ")"}]


def strong(inlines: Inlines) -> Node:
    """Return inlines in bold."""
    return {"t": "Strong", "c": inlines}


def emph(inlines: Inlines) -> Node:
    """Return inlines in italics."""
    return {"t": "Emph", "c": inlines}


def code(words: str) -> Node:
    """Return a piece of code."""
    return {"t": "Code", "c": [attr(), _CONTROL.sub("\ufffd", words)]}


def span(inlines: Inlines, identifier: str = "", classes: Sequence[str] = (), **pairs: str) -> Node:
    """Return inlines with an identifier, classes or a language."""
    return {"t": "Span", "c": [attr(identifier, classes, **pairs), inlines]}


def sign(characters: str) -> Node:
    """Return a sign that stands beside its word: voices pass over it in a web page and in a PDF."""
    return {"t": "Span", "c": [["", ["sign"], [["aria-hidden", "true"]]], text(characters)]}


def link(inlines: Inlines, target: str) -> Node:
    """Return a link; an internal one starts with ``#``."""
    return {"t": "Link", "c": [attr(), inlines, [target, ""]]}


def reference(
    key: str, prefix: Inlines | None = None, suffix: Inlines | None = None, *, narrative: bool = False
) -> Node:
    """Return one reference inside a citation; of a ``narrative`` one the names stand in the sentence."""
    return {
        "citationId": key,
        "citationPrefix": prefix or [],
        "citationSuffix": suffix or [],
        "citationMode": {"t": "AuthorInText" if narrative else "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def cite(references: list[Node]) -> Node:
    """Return a citation in brackets; citeproc writes its text."""
    keys = "; ".join(f"@{item['citationId']}" for item in references)
    return {"t": "Cite", "c": [references, text(f"[{keys}]")]}


def narrative(key: str) -> Node:
    """Return a citation that is a part of the sentence: names, and the year in brackets."""
    return {"t": "Cite", "c": [[reference(key, narrative=True)], text(f"@{key}")]}


def image(source: str, alternative: str, **size: str) -> Node:
    """Return a picture from a data address, with its text alternative and its size (such as ``height="1.4cm"``)."""
    return {"t": "Image", "c": [attr(**size), text(alternative), [source, ""]]}


def figure(picture: Node, caption: Inlines, identifier: str = "") -> Node:
    """Return a picture with a caption."""
    return {"t": "Figure", "c": [attr(identifier), [None, [plain(caption)]], [plain([picture])]]}


def with_pictures(blocks: list[Node], addresses: Mapping[str, str]) -> list[Node]:
    """Return blocks whose pictures, each alone in its paragraph, have the addresses that their own are a name for."""
    return [_with_pictures(block, addresses) for block in blocks]


def _with_pictures(block: Node, addresses: Mapping[str, str]) -> Node:
    content: Any = block.get("c")
    match block["t"]:
        case "Div":
            return {**block, "c": [content[0], with_pictures(content[1], addresses)]}
        case "Figure":
            return {**block, "c": [*content[:2], with_pictures(content[2], addresses)]}
        case "Para" | "Plain" if [node["t"] for node in content] == ["Image"]:
            attributes, alternative, (address, title) = content[0]["c"]
            address = addresses.get(address, address)
            return {**block, "c": [{"t": "Image", "c": [attributes, alternative, [address, title]]}]}
    return block


def raw(words: str, form: str) -> Node:
    """Return a piece of another form's own markup; other forms leave it out."""
    return {"t": "RawInline", "c": [form, words]}


def first_page(blocks: list[Node]) -> list[Node]:
    """Return blocks that fit one page: the typst template's ``front`` and Word's style do."""
    return [
        raw_block("#front[", "typst"),
        div(blocks, "", ["front"], **{"custom-style": "Front Page"}),
        raw_block("]", "typst"),
    ]


def small(blocks: list[Node]) -> list[Node]:
    """Return blocks in smaller letters: what few people read, and some must be able to."""
    return [
        raw_block("#small[", "typst"),
        div(blocks, "", ["small"], **{"custom-style": "Small Text"}),
        raw_block("]", "typst"),
    ]


def styled(blocks: list[Node], style: str) -> Node:
    """Return blocks in a paragraph style of Word."""
    return div(blocks, **{"custom-style": style})


def new_page(lead: Inlines) -> list[Node]:
    """Return the words that start a new page, and what starts it."""
    start, end = raw_block("#pagebreak(weak: true)\n#annex[", "typst"), raw_block("]", "typst")
    return [start, div([para(lead)], "", ["annex"], **{"custom-style": "Annex Start"}), end]


def raw_block(words: str, form: str) -> Node:
    """Return a block of another form's own markup; other forms leave it out."""
    return {"t": "RawBlock", "c": [form, words]}


def plain(inlines: Inlines) -> Node:
    """Return inlines as the content of a cell or a list item."""
    return {"t": "Plain", "c": inlines}


def para(*parts: Inlines) -> Node:
    """Return a paragraph; its parts are set apart by spaces."""
    return {"t": "Para", "c": spaced(*parts)}


def header(level: int, inlines: Inlines, identifier: str = "") -> Node:
    """Return a heading."""
    return {"t": "Header", "c": [level, attr(identifier), inlines]}


def bullets(items: Iterable[list[Node]]) -> Node:
    """Return a list with bullets."""
    return {"t": "BulletList", "c": list(items)}


def numbered(items: Iterable[list[Node]]) -> Node:
    """Return a numbered list."""
    return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def definitions(items: Iterable[tuple[Inlines, list[Node]]]) -> Node:
    """Return terms, each with its definition."""
    return {"t": "DefinitionList", "c": [[term, [blocks]] for term, blocks in items]}


def div(blocks: list[Node], identifier: str = "", classes: Sequence[str] = (), **pairs: str) -> Node:
    """Return blocks with an identifier, classes or a style."""
    return {"t": "Div", "c": [attr(identifier, classes, **pairs), blocks]}


def table(
    caption: Inlines, widths: Sequence[float], head: Sequence[Inlines], rows: Iterable[Sequence[Inlines]]
) -> Node:
    """Return a table with a caption, one header row, and columns as wide as the given shares of the line."""
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": width}] for width in widths]
    return {
        "t": "Table",
        "c": [
            attr(),
            [None, [plain(caption)]],
            columns,
            [attr(), [_row(head, scope="col")]],
            [[attr(), 0, [], [_row(row) for row in rows]]],
            [attr(), []],
        ],
    }


def _row(cells: Sequence[Inlines], **pairs: str) -> list[Any]:
    return [attr(), [[attr(**pairs), {"t": "AlignDefault"}, 1, 1, [plain(cell)]] for cell in cells]]


def meta(value: Any) -> Node:  # noqa: ANN401 - any value
    """Return a value as metadata: strings as plain text, lists and mappings by part, metadata as it is.

    Raises
    ------
    TypeError
        If a value is of another kind.
    """
    match value:
        case {"t": str(), "c": content}:
            return {"t": value["t"], "c": content}
        case bool():
            return {"t": "MetaBool", "c": value}
        case int():
            return {"t": "MetaString", "c": str(value)}
        case str():
            return {"t": "MetaInlines", "c": text(value)}
        case list():
            return {"t": "MetaList", "c": [meta(part) for part in value]}
        case dict():
            return {"t": "MetaMap", "c": {str(key): meta(part) for key, part in value.items()}}
    message = f"no metadata of type {type(value).__name__}"
    raise TypeError(message)


def meta_in(language: str, words: str) -> Node:
    """Return words as metadata in a language of their own."""
    return {"t": "MetaInlines", "c": [span(text(words), lang=language)]}


def document(blocks: list[Node], metadata: Mapping[str, object]) -> Node:
    """Return the whole document."""
    return {
        "pandoc-api-version": API_VERSION,
        "meta": {key: meta(value) for key, value in metadata.items()},
        "blocks": blocks,
    }


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
    """Return a part of a document with every node changed, the inner ones first.

    What holds nothing that changes is given back itself, not a copy of it.
    """
    if isinstance(node, list):
        parts = [walk(part, change) if isinstance(part, PARTS) else part for part in node]
        return node if all(map(is_, parts, node)) else parts
    if not isinstance(node, dict):
        return node
    if "t" not in node:  # a reference of a citation, a map of metadata
        return change({key: walk(part, change) for key, part in node.items()})
    content = node.get("c")
    if isinstance(content, PARTS):
        changed = walk(content, change)
        if changed is not content:
            node = {**node, "c": changed}
    return change(node)


def tied(part: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document in which no line ends behind a sign, or beside an equals sign ("r = 0,19").

    What holds neither is given back itself, not a copy of it.
    """
    if isinstance(part, list):
        parts = [tied(item) if isinstance(item, PARTS) else item for item in part]
        for place in range(1, len(parts) - 1):
            if parts[place] == SPACE and (_ties(parts[place - 1]) or _equals(parts[place + 1])):
                parts[place] = TIE
        return part if all(map(is_, parts, part)) else parts
    content = part.get("c")
    changed = tied(content) if isinstance(content, PARTS) else content
    return part if changed is content else {**part, "c": changed}


def _ties(node: Any) -> bool:  # noqa: ANN401 - any part of a document
    return _equals(node) or (isinstance(node, dict) and node.get("t") == "Span" and "sign" in node["c"][0][1])


def _equals(node: Any) -> bool:  # noqa: ANN401 - any part of a document
    return bool(node == EQUALS)


def is_refs(block: Node) -> bool:
    """Say whether a block is the list of references."""
    return block.get("t") == "Div" and block["c"][0][0] == "refs"


def with_list(blocks: list[Node], resolved: list[Node]) -> list[Node]:
    """Return blocks with their empty list of references filled with the written one, as ordinary paragraphs."""
    entries: list[Node] = next((block["c"][1] for block in resolved if is_refs(block)), [])
    paragraphs = [para(entry["c"][1][0]["c"]) for entry in entries if entry.get("t") == "Div"]
    filled: list[Node] = []
    for block in blocks:
        filled += paragraphs if is_refs(block) else [block]
    return filled


def with_live_links(blocks: list[Node], instead: Mapping[str, str] | None = None) -> list[Node]:
    """Return blocks with the links inside the document that lead nowhere taken off, their words left.

    A link whose target starts with a key of ``instead`` leads to the target that starts with its value, where only
    that one is there.
    """
    known: set[str] = set()

    def seen(node: Node) -> Node:
        match node.get("t"):
            case "Span" | "Div":
                known.add(f"#{node['c'][0][0]}")
            case "Header":
                known.add(f"#{node['c'][1][0]}")
        return node

    def live(node: Node) -> Node:
        if node.get("t") != "Link" or not node["c"][2][0].startswith("#") or node["c"][2][0] in known:
            return node
        for start, other in (instead or {}).items():
            target = node["c"][2][0].replace(start, other, 1)
            if target in known:
                return link(node["c"][1], target)
        return span(node["c"][1])

    walk(blocks, seen)
    alive: list[Node] = walk(blocks, live)
    return alive


def cited(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a document
    """Yield the keys of the works that a part of a document cites."""
    if isinstance(part, list):
        for item in part:
            yield from cited(item)
    elif isinstance(part, dict):
        if part.get("t") == "Cite":
            yield from (reference["citationId"] for reference in part["c"][0])
        else:
            yield from cited(part.get("c"))
