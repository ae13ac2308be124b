"""YAML in, as plain nodes that know their line.

A small part of YAML is read on purpose: mappings, lists and scalars. Tags, anchors, aliases and double keys are
findings; numbers stay text; only ``null``, ``true`` and ``false`` mean something (so ``no`` is a word).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ouderevidence.model.findings import Report

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Key = tuple[int, str | None]  # its line and its words; None: it is no scalar
_Entries = dict[str, "Node"]
_WORDS: dict[str, str | bool | None] = {"null": None, "~": None, "": None, "true": True, "false": False}
_LONGEST_WORD = max(map(len, _WORDS))


@dataclass(slots=True)
class Node:
    """A value of a YAML file: a scalar, a list of nodes or a mapping of nodes."""

    line: int
    scalar: str | bool | None = None
    items: list[Node] | None = None
    entries: dict[str, Node] | None = field(default=None)

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here."""
        return self.items is None and self.entries is None and self.scalar is None


DEEPEST = 50  # levels of lists and mappings within each other; a record of the evidence has six
LARGEST = 200_000_000  # bytes of a file
_SMALLER = Text(f"kleiner dan {LARGEST // 1_000_000} MB", f"smaller than {LARGEST // 1_000_000} MB")
_TOO_DEEP = Text(f"het is meer dan {DEEPEST} niveaus diep genest", f"it is nested more than {DEEPEST} levels deep")
_REFUSED = frozenset({"E003", "E004", "E005"})  # with one of these a file gives nothing


def read_text(path: Path, report: Report) -> str | None:
    """Read a UTF-8 file; one that is missing, no regular file, too large or ill-encoded is a finding and gives None."""
    try:
        if path.exists() and not path.is_file():
            report.add("E007", 0, what="the file", expected="a regular file, no pipe, device or folder")
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            report.add("E007", 0, what="the file", expected=_SMALLER)
            return None
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        report.add("E001", 0, what=path.name)
    except UnicodeDecodeError as error:
        report.add("E002", error.object[: error.start].count(b"\n") + 1, at=error.start)
    except OSError as error:
        report.add("E001", 0, what=f"{path.name} ({error.strerror})")
    return None


def read_yaml(path: Path, report: Report) -> Node | None:
    """Read a YAML file into nodes; what cannot be read is a finding and gives None."""
    text = read_text(path, report)
    if text is None:
        return None
    before = len(report.findings)
    try:
        root = _composed(text, report)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        report.add("E003", mark.line + 1 if mark else 0, why=error.problem or error.context or "not YAML")
        return None
    except (yaml.YAMLError, ValueError) as error:
        report.add("E003", 0, why=str(error).splitlines()[0])
        return None
    refused = any(finding.code in _REFUSED for finding in report.findings[before:])
    return None if refused else root or Node(1)


def _composed(text: str, report: Report) -> Node | None:
    """Build the nodes from the events of the parser, without recursion: libyaml's own composer ends the process."""
    loader = _LOADER(text)
    try:
        return _built(loader.get_event, report)
    finally:
        loader.dispose()


def _built(next_event: Callable[[], Any], report: Report) -> Node | None:  # noqa: C901, PLR0912, PLR0915 - one tight loop
    """Put what the events say into lists and mappings, one event at a time: this is where loading spends its time."""
    root: Node | None = None
    around: list[tuple[_Entries | None, list[Node] | None, _Key | None]] = []  # what stands open around the holder
    entries: _Entries | None = None  # of the holder, or its items
    items: list[Node] | None = None
    key: _Key | None = None  # that waits for its value
    while True:
        event = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor or event.tag:
                _refuse_anchors_and_tags(event, event.start_mark.line + 1, report)
            if entries is not None and key is None:
                key = event.start_mark.line + 1, value
                continue
            if len(value) <= _LONGEST_WORD and not event.style:  # style: None or "", by loader
                value = _WORDS.get(value, value)
            node = Node(event.start_mark.line + 1 if key is None else key[0], value)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            entries, items, key = around.pop()
            continue
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor or event.tag:
                _refuse_anchors_and_tags(event, event.start_mark.line + 1, report)
            line = event.start_mark.line + 1
            node = Node(line, None, None, {}) if kind is yaml.MappingStartEvent else Node(line, None, [])
        elif kind is yaml.AliasEvent:
            node = Node(event.start_mark.line + 1 if key is None else key[0])
            _refuse_anchors_and_tags(event, event.start_mark.line + 1, report)
        elif kind is yaml.StreamEndEvent:
            return root
        elif kind is yaml.DocumentStartEvent and root is not None:
            report.add("E003", event.start_mark.line + 1, why="a second document begins here")
            return None
        else:
            continue
        if items is not None:
            items.append(node)
        elif entries is None:
            root = node
        elif key is None:
            key = node.line, None
        else:
            if key[1] is None or key[1] in entries:
                _refuse_key(key, report)
            else:
                entries[key[1]] = node
            key = None
        if node.entries is not None or node.items is not None:
            around.append((entries, items, key))
            entries, items, key = node.entries, node.items, None
            if len(around) > DEEPEST:
                report.add("E003", node.line, why=_TOO_DEEP)
                return None


def _refuse_anchors_and_tags(event: yaml.Event, line: int, report: Report) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        report.add("E005", line, name=anchor)
    if tag:
        report.add("E004", line, tag=tag)


def _refuse_key(key: _Key, report: Report) -> None:
    line, written = key
    if written is None:
        report.add("E007", line, what="a key", expected="text (quote it)")
    else:
        report.add("E006", line, key=written)
