"""BibTeX in: references.bib to plain entries, no block lost and none repaired."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware, ResolveStringReferencesMiddleware
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, ImplicitComment

from ouderevidence.evidence.bibnames import is_others, read_name, split_names
from ouderevidence.evidence.bibplain import plain_entries
from ouderevidence.evidence.latex import TOO_MUCH, LatexError, decode, is_too_much, without_commands
from ouderevidence.evidence.record import check_signs
from ouderevidence.evidence.yamlfile import read_text
from ouderevidence.model.bilingual import Text
from ouderevidence.model.findings import part
from ouderevidence.model.months import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bibtexparser.library import Library as BibLibrary

    from ouderevidence.model.findings import Report
    from ouderevidence.model.records import Name

# What the parser logs is reported as findings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_BARE = re.compile(r"^[^\W\d][\w-]*$")
# The signs that open, close and join the parts of a value.
_SIGN = re.compile(r"\\.|[{}\"#]", re.DOTALL)
_PERSONS = ("author", "editor")
_BETWEEN = "it stands between the entries"


@dataclass(frozen=True, slots=True)
class Entry:
    """One BibTeX entry, decoded; names still apart from the other fields."""

    key: str
    type: str
    authors: tuple[Name, ...]
    editors: tuple[Name, ...]
    and_others: bool
    fields: Mapping[str, str]
    line: int


def read_bibliography(path: Path, report: Report) -> dict[str, Entry]:
    """Read a BibTeX file.

    Every block that cannot be read, every double key or field and every undefined ``@string`` is a finding.

    Returns
    -------
    dict
        Cite key to entry, in the order of the file.
    """
    text = read_text(path, report)
    if text is None:
        return {}
    if is_too_much(text):
        report.add("E401", 1, why=TOO_MUCH)
        text = without_commands(text)
    plain = plain_entries(text)
    entries = _parsed(text, report) if plain is None else plain
    return {entry.key: _entry(entry, report) for entry in entries}


def _parsed(text: str, report: Report) -> list[Any]:
    """Return the entries of a file that is not plain, their values put together and without braces."""
    library = parse_string(text, parse_stack=[])
    for block in library.failed_blocks:
        _report_failed(block, report)
    for words in library.comments:
        if isinstance(words, ImplicitComment) and any(_is_said(line) for line in words.comment.splitlines()):
            report.add("E008", (words.start_line or 0) + 1, why=_BETWEEN, remedy="mend it, or begin each line with %")
    _report_strings(library, report)
    _join(library, report)
    if library.strings_dict:
        library = ResolveStringReferencesMiddleware().transform(library)
    return list(RemoveEnclosingMiddleware().transform(library).entries)


def _report_failed(block: Any, report: Report) -> None:  # noqa: ANN401 (the parser has no common typed base)
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        report.add("E402", line, key=block.key)
    elif isinstance(block, DuplicateFieldKeyBlock):
        for field in sorted(block.duplicate_keys):
            report.add("E403", line, key=getattr(block.ignore_error_block, "key", "?"), field=field)
    else:
        reason = getattr(block.error, "abort_reason", None) or str(block.error) or type(block.error).__name__
        report.add("E401", line, why=" ".join(str(reason).split()))


def _is_said(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("%")


def _report_strings(library: BibLibrary, report: Report) -> None:
    defined = {name.casefold() for name in library.strings_dict} | ABBREVIATIONS
    for entry in library.entries:
        for field in entry.fields:
            value = str(field.value).strip()
            if value[:1] != "{" and _BARE.match(value) and value.casefold() not in defined:
                line = (field.start_line if field.start_line is not None else entry.start_line or 0) + 1
                report.add("E404", line, key=entry.key, name=value, field=field.key)


def _join(library: BibLibrary, report: Report) -> None:
    """Put the parts of a value together: ``js # " X"``; parts that nothing joins are a finding."""
    strings = {name.casefold(): str(found.value) for name, found in library.strings_dict.items()}
    for entry in library.entries:
        for field in entry.fields:
            value = str(field.value).strip()
            parts = _parts(value)
            if len(parts) == 1:
                continue
            line = _line(field, (entry.start_line or 0) + 1)
            is_joined = len(parts) % 2 == 1 and {"#"} == set(parts[1::2]) and "#" not in parts[::2]
            if not is_joined:
                nl = f"veld '{field.key}': de delen van '{value}' staan niet met # aan elkaar"
                _fault(report, line, entry.key)(nl, f"field '{field.key}': no # joins the parts of '{value}'")
            names = [name for name in parts if is_joined and _BARE.match(name)]
            for name in names:
                if name.casefold() not in {*strings, *ABBREVIATIONS}:
                    report.add("E404", line, key=entry.key, name=name, field=field.key)
            held = [strings.get(part.casefold(), part) if part in names else part for part in parts if part != "#"]
            bare = [part[1:-1] if part[0] in '"{' else part for part in held]
            field.value = "{" + ("" if is_joined else " ").join(bare) + "}"


def _parts(value: str) -> list[str]:
    """Split a value at its outermost signs: what stands in quotation marks or braces, names, and each ``#``."""
    if value[:1] not in '{"' and "#" not in value:
        return [value]
    if value.find("}") == len(value) - 1 and value[:1] == "{" and value.rfind("{") == 0:
        return [value]  # braces around it all and none within, as most are
    found, start, depth, quoted = [], 0, 0, False
    for match in _SIGN.finditer(value):
        sign = match[0]
        inside = depth > 0 or quoted
        if not inside:
            found.append(value[start : match.start()].strip())
            start = match.start()
        depth += (sign == "{") - (sign == "}")
        quoted ^= sign == '"' and (depth == 0)
        if sign == "#" and not inside:
            found.append("#")
            start = match.end()
        elif inside and depth == 0 and not quoted:
            found.append(value[start : match.end()])
            start = match.end()
    return [part for part in [*found, value[start:].strip()] if part]


def _entry(entry: Any, report: Report) -> Entry:  # noqa: ANN401 (a plain one, or bibtexparser's, which is untyped)
    line = (entry.start_line or 0) + 1
    people: dict[str, tuple[Name, ...]] = {}
    others = False
    fields: dict[str, str] = {}
    for field in entry.fields:
        key = field.key.lower()
        if key in people or key in fields:
            report.add("E403", _line(field, line), key=entry.key, field=key)
        elif key in _PERSONS:
            raw = split_names(str(field.value))
            others = others or any(map(is_others, raw))
            fault = _fault(report, _line(field, line), entry.key)
            people[key] = tuple(read_name(name, fault) for name in raw if not is_others(name))
        else:
            fields[key] = _decoded(field, entry.key, _line(field, line), report)
    return Entry(
        entry.key, entry.entry_type.lower(), people.get("author", ()), people.get("editor", ()), others, fields, line
    )


def _line(field: Any, line: int) -> int:  # noqa: ANN401 (the parser's Field is untyped)
    return line if field.start_line is None else field.start_line + 1


def _fault(report: Report, line: int, key: str) -> Callable[..., None]:
    return lambda nl, en="": report.add("E401", line, why=Text(f"'{key}', {nl}", f"'{key}', {en or nl}"))


def _decoded(field: Any, key: str, line: int, report: Report) -> str:  # noqa: ANN401 (the parser's Field is untyped)
    """Return a field as plain text; LaTeX that cannot be read is a finding, and its words are kept."""
    value = str(field.value)
    if not value.isprintable():
        check_signs(value, line, part(field.key, f"'{key}'"), report)
    try:
        return decode(value)
    except LatexError as error:
        nl, en = f"'{key}', veld '{field.key}': {error.why.nl}", f"'{key}', field '{field.key}': {error.why.en}"
        report.add("E401", line, why=Text(nl, en))
        return error.text
