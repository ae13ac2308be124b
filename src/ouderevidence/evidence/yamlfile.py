"""YAML in, as plain nodes that know their line.

A small part of YAML is read on purpose: mappings, lists and scalars. Tags, anchors, aliases and double keys are
findings; numbers stay text; only ``null``, ``true`` and ``false`` mean something (so ``no`` is a word).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from ouderevidence.model.findings import Report

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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


# Where an anchor, an alias or a tag could begin: "Mapp & Kuttner" and "Let op!" hold none.
_MAY_HOLD = re.compile(r"(?:^|[\s\[{,:?-])(?:[&*]\S|!)", re.MULTILINE)


def read_text(path: Path, report: Report) -> str | None:
    """Read a UTF-8 file; a missing or ill-encoded one is a finding and gives None."""
    try:
        return path.read_bytes().decode("utf-8-sig")
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
        _refuse_anchors_and_tags(text, report)
        if len(report.findings) > before:
            return None
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        report.add("E003", mark.line + 1 if mark else 0, why=error.problem or error.context or "not YAML")
        return None
    except yaml.YAMLError as error:
        report.add("E003", 0, why=str(error).splitlines()[0])
        return None
    return Node(1) if root is None else _convert(root, report)


def _refuse_anchors_and_tags(text: str, report: Report) -> None:
    if not _MAY_HOLD.search(text):
        return  # reading the events takes as long as reading the file
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        anchor = getattr(event, "anchor", None)
        if anchor:
            report.add("E005", line, name=anchor)
        tag = getattr(event, "tag", None)
        if tag:
            report.add("E004", line, tag=tag)


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 0


def _convert(node: yaml.Node, report: Report) -> Node:
    line = _line(node)
    if isinstance(node, yaml.SequenceNode):
        return Node(line, items=[_convert(child, report) for child in node.value])
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in entries:
                report.add("E006", _line(key_node), key=key)
                continue
            entries[key] = _convert(value_node, report)
            if entries[key].is_null or entries[key].scalar is not None:
                entries[key].line = _line(key_node)
        return Node(line, entries=entries)
    plain = not getattr(node, "style", None)  # None or "", by loader
    value = str(node.value)
    return Node(line, scalar=_WORDS.get(value, value) if plain else value)
