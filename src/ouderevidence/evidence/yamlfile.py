"""YAML in, as plain nodes that know their line.

A small part of YAML is read on purpose: mappings, lists and scalars. Tags, anchors, aliases and double keys are
findings; numbers stay text; only ``null``, ``true`` and ``false`` mean something (so ``no`` is a word).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from ouderevidence.model.bilingual import Text

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.model.findings import Report

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Key = tuple[int, str | None]  # its line and its words; None: it is no scalar
_WORDS: dict[str, str | bool | None] = {"null": None, "~": None, "": None, "true": True, "false": False}


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
    builder = _Builder(report)
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        _refuse_anchors_and_tags(event, line, report)
        if isinstance(event, yaml.ScalarEvent):
            builder.add(Node(line, scalar=_scalar(event)), str(event.value))
        elif isinstance(event, yaml.AliasEvent):
            builder.add(Node(line))
        elif isinstance(event, yaml.CollectionStartEvent):
            opened = Node(line, entries={}) if isinstance(event, yaml.MappingStartEvent) else Node(line, items=[])
            builder.add(opened)
            builder.open.append((opened, []))
            if len(builder.open) > DEEPEST:
                report.add("E003", line, why=_TOO_DEEP)
                return None
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
            report.add("E003", line, why="a second document begins here")
            return None
    return builder.root


def _refuse_anchors_and_tags(event: yaml.Event, line: int, report: Report) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        report.add("E005", line, name=anchor)
    if tag:
        report.add("E004", line, tag=tag)


def _scalar(event: yaml.ScalarEvent) -> str | bool | None:
    plain = not event.style  # None or "", by loader
    value = str(event.value)
    return _WORDS.get(value, value) if plain else value


class _Builder:
    """Puts nodes into the list or mapping that stands open."""

    def __init__(self, report: Report) -> None:
        self.root: Node | None = None
        self.open: list[tuple[Node, list[_Key]]] = []  # and the key that waits for its value
        self._report = report

    def add(self, node: Node, written: str | None = None) -> None:
        """Place a node; a scalar comes with the words as they are written."""
        if not self.open:
            self.root = node
            return
        holder, waiting = self.open[-1]
        if holder.items is not None:
            holder.items.append(node)
        elif waiting:
            self._enter(holder, *waiting.pop(), node)
        else:
            waiting.append((node.line, written))

    def _enter(self, holder: Node, line: int, key: str | None, value: Node) -> None:
        entries = holder.entries if holder.entries is not None else {}
        if key is None:
            self._report.add("E007", line, what="a key", expected="text (quote it)")
        elif key in entries:
            self._report.add("E006", line, key=key)
        else:
            if value.is_null or value.scalar is not None:
                value.line = line
            entries[key] = value
