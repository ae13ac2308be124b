"""A BibTeX file that has plain entries and nothing else, as nearly all have: read at once.

A plain entry begins a line; each of its values is a number or stands in braces. A file with anything else (a comment,
a ``@string``, a value in quotation marks, a brace behind a backslash, a name that is there twice) is left to the
parser, which knows all of BibTeX and what is wrong with it; of what is plain, both say the same.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


def _braced(levels: int) -> str:
    inner = rf"(?:{_braced(levels - 1)}[^{{}}]*+)*+" if levels else ""
    return rf"\{{[^{{}}]*+{inner}\}}"


_HEAD: Final = re.compile(r"@([A-Za-z]++)\{([\w:.+/-]++),")
_FIELD: Final = re.compile(rf"\s*+([A-Za-z][\w-]*+)[ \t]*+=[ \t]*+({_braced(3)}|[0-9]++)\s*+(,?+)")
_END: Final = re.compile(r"\s*+\}\s*+(?:(?<=\n)(?=@)|\Z)")
_START: Final = re.compile(r"^[^\S\n]*+@", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\[{}\n]")
_OTHER_BLOCKS: Final = ("comment", "preamble", "string")


class Field(NamedTuple):
    """A field: its name, its value without braces, and its line, from 0."""

    key: str
    value: str
    start_line: int


class PlainEntry(NamedTuple):
    """An entry: its type, its key, its fields, and its line, from 0."""

    entry_type: str
    key: str
    fields: list[Field]
    start_line: int


def plain_entries(text: str) -> list[PlainEntry] | None:
    """Return the entries of a file, or None where it has anything that is not plain."""
    if _ESCAPED.search(text):
        return None
    found: list[PlainEntry] = []
    place, line, counted = len(text) - len(text.lstrip()), 0, 0
    while place < len(text):
        head = _HEAD.match(text, place)
        if head is None or head[1].lower().startswith(_OTHER_BLOCKS):
            return None
        line += text.count("\n", counted, place)
        counted, place, more = place, head.end(), ","
        entry = PlainEntry(head[1].lower(), head[2], [], line)
        while more and (field := _FIELD.match(text, place)):
            key, value, more = field.groups()
            place, start = field.end(), field.start(2)
            line += text.count("\n", counted, start)
            counted = start
            entry.fields.append(Field(key, value if value[0] != "{" else value[1:-1], line))
        end = _END.match(text, place)
        if end is None or len({field.key for field in entry.fields}) < len(entry.fields):
            return None
        place = end.end()
        found.append(entry)
    starts = sum(1 for _ in _START.finditer(text))  # one within a value begins an entry for the parser
    return found if starts == len(found) == len({entry.key for entry in found}) else None
