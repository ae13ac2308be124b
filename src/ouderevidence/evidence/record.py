"""Read records out of YAML nodes: each value checked for its form, each fault a finding."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from ouderevidence.model.findings import Report, part, phrase, suggestion
from ouderevidence.model.words import Text
from ouderevidence.text.folding import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ouderevidence.evidence.yamlfile import Node

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})[A-Za-z]?|[ZzNn]\.\s?[DdJj]\.|[Ii]n (druk|press|voorbereiding)")
COUNTRY = re.compile(r"[A-Z]{2}|INT")  # ISO 3166, and INT for several
AHEAD = 2  # years: what is announced
NUMBER = re.compile(r"[0-9]{1,9}")
ADDRESS = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://(?![^/\s]*@)[^\s<>\"]+")  # what stands before @ looks like another host
A_DAY = dt.timedelta(days=1)
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and dots that are drawn as nothing
MAX_POINTER_WORDS = 6
_BOTH = {"nl", "en"}
_CALLED = {"nl": "Dutch", "en": "English"}


class Record:
    """One mapping of a YAML file that is being read.

    Each reader method takes a key and marks it as known; ``close`` reports what is left over.
    """

    def __init__(self, node: Node, report: Report, name: str | Text, whole: Record | str = "") -> None:
        self.report = report
        self.line = node.line
        self.call(name, whole)
        self._known: set[str] = set()
        if node.entries is None:
            report.add("E007", node.line, what=self.name, expected="a mapping")
        self._entries: dict[str, Node] = node.entries or {}

    def call(self, name: str | Text, whole: Record | str = "") -> None:
        """Give the record the name that findings call it by: alone, or as part of a whole."""
        self._name, self._whole = name, whole

    @property
    def name(self) -> Text:
        """What findings call the record; put into words where one does, as few do."""
        if not self._whole:
            return phrase(self._name)
        return part(self._name, self._whole if isinstance(self._whole, str) else self._whole.name)

    def has(self, key: str) -> bool:
        """Whether the key is written and not null."""
        return key in self._entries and not self._entries[key].is_null

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the record."""
        return self._entries[key].line if key in self._entries else self.line

    def node(self, key: str, *, required: bool = False) -> Node | None:
        """Return the node of a key; a required one that is missing is a finding."""
        self._known.add(key)
        node = self._entries.get(key)
        if node is None and not required:
            return None
        if node is not None and not node.is_null:
            return node
        if required:
            self.report.add("E102", self.line_of(key), record=self.name, key=key)
        return None

    def string(self, key: str, *, required: bool = False) -> str | None:
        """Return a text value, or None."""
        self._known.add(key)
        node = self._entries.get(key)
        if node is None and not required:
            return None
        return (node and _plain(node)) or self._checked_string(key, required=required)

    def _checked_string(self, key: str, *, required: bool) -> str | None:
        """Return what is left of a text value that is not plain, or None; what is wrong with it is a finding."""
        node = self.node(key, required=required)
        if node is None:
            return None
        if not isinstance(node.scalar, str):
            self.report.add("E007", node.line, what=part(key, self.name), expected="text (quote it)")
            return None
        value = " ".join(node.scalar.split())
        if not value.isprintable():
            if any(char.isprintable() for char in value):
                check_signs(value, node.line, part(key, self.name), self.report)
            else:
                value = ""
        if not value.isascii() and not any(map(_is_seen, value)):
            value = ""
        if required and not value:
            self.report.add("E102", node.line, record=self.name, key=key)
        return value or None

    def identifier(self) -> str | None:
        """Return the id of the record, by which findings name it from now on; one of another form is a finding."""
        value = self.string("id", required=True)
        if value is None:
            return None
        self.call(f"'{value}'")
        if not KEBAB.fullmatch(value):
            self.report.add("E104", self.line_of("id"), name=value)
        return value

    def year(self, key: str) -> str | None:
        """Return a year, or None; one that is none, or lies far ahead, is a finding."""
        value = self.string(key)
        if value is not None and not is_year(value):
            near = "write four digits, or z.d. or in druk"
            self.report.add("E107", self.line_of(key), what=part(key, self.name), name=value, near=near)
        return value

    def digits(self, key: str, count: int) -> str:
        """Return so many hexadecimal digits (none when absent); anything else is a finding."""
        value = self.string(key, required=True) or ""
        if value and not re.fullmatch(f"[0-9a-f]{{{count}}}", value):
            near = f"write the {count} hexadecimal digits that `trace --record` gives"
            self.report.add("E107", self.line_of(key), what=part(key, self.name), name=value, near=near)
        return value

    def address(self, key: str) -> str | None:
        """Return a web address, or None; one of another kind is a finding."""
        value = self.string(key)
        if value is not None and not is_address(value):
            near = "write the whole address, from https:// on"
            self.report.add("E107", self.line_of(key), what=part(key, self.name), name=value, near=near)
            return None
        return value

    def flag(self, key: str, *, required: bool = False) -> bool:
        """Return true or false (false when absent)."""
        node = self.node(key, required=required)
        if node is None:
            return False
        if not isinstance(node.scalar, bool):
            self.report.add("E007", node.line, what=part(key, self.name), expected="true or false")
            return False
        return node.scalar

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        """Return one of the allowed values; another is a finding and gives the default."""
        value = self.string(key, required=True)
        if value is None:
            return default
        if value not in allowed:
            self.report.add(
                "E107", self.line_of(key), what=part(key, self.name), name=value, near=suggestion(value, allowed)
            )
            return default
        return value

    def date(self, key: str, *, required: bool = False, past: bool = False) -> str | None:
        """Return a day of the calendar as YYYY-MM-DD, or None; anything else, and a day to come, is a finding."""
        value = self.string(key, required=required)
        if value is None:
            return None
        if is_date(value):
            if past and is_ahead(value):
                near = "write the day on which it was done"
                self.report.add("E107", self.line_of(key), what=part(key, self.name), name=value, near=near)
            return value
        self.report.add("E109", self.line_of(key), what=part(key, self.name), value=value)
        return None

    def number(self, key: str, *, required: bool = False) -> int:
        """Return a whole number of at least 0 (0 when absent)."""
        value = self.string(key, required=required)
        if value is None:
            return 0
        if not NUMBER.fullmatch(value):
            self.report.add("E007", self.line_of(key), what=part(key, self.name), expected="a whole number")
            return 0
        return int(value)

    def texts(self, key: str) -> tuple[Text, ...]:
        """Return a list of texts in both languages (empty when absent)."""
        found = []
        for record in self.children(key, Text(f"een van de {key}", f"one of the {key}")):
            text = record.both_languages()
            record.close()
            found += [text] if text else []
        return tuple(found)

    def strings(self, key: str, *, required: bool = False, country: bool = False) -> tuple[str, ...]:
        """Return a list of texts, or of countries, each once (empty when absent); a required one has at least one."""
        node = self.node(key, required=required)
        if node is None:
            return ()
        if required and node.items == []:
            self.report.add("E102", node.line, record=self.name, key=key)
            return ()
        plain = dict.fromkeys(map(_plain, node.items or ()))
        if plain and all(plain) and len(plain) == len(node.items or ()) and not country:
            return tuple(value for value in plain if value)
        values = [
            (" ".join(item.scalar.split()), item.line) for item in node.items or () if isinstance(item.scalar, str)
        ]
        if node.items is None or len(values) < len(node.items):
            self.report.add("E007", node.line, what=part(key, self.name), expected="a list of texts")
            return ()
        seen: dict[str, int] = {}
        for value, line in values:
            if not value.isprintable():
                check_signs(value, line, part(key, self.name), self.report)
            if country and not COUNTRY.fullmatch(value):
                near = "write two capitals, such as NL, or INT for several"
                self.report.add("E107", line, what=part(key, self.name), name=value, near=near)
            if value in seen:
                first = f"{self.report.file}:{seen[value]}"
                self.report.add("E103", line, what=part(key, self.name), name=value, first=first)
            seen.setdefault(value, line)
        return tuple(seen)

    def groups(self, key: str) -> list[tuple[str, ...]]:
        """Return a list of lists of two or more words (empty when absent)."""
        node = self.node(key)
        if node is None:
            return []
        found: list[tuple[str, ...]] = []
        for group in (node,) if node.items is None else node.items:
            names = [" ".join(item.scalar.split()) for item in group.items or () if isinstance(item.scalar, str)]
            if len(names) != len(group.items or ()) or len(set(names) - {""}) < 2:  # noqa: PLR2004 (one is no group)
                self.report.add("E007", group.line, what=key, expected="a list of lists of two or more words")
                continue
            found.append(tuple(names))
        return found

    def text(self, key: str, *, required: bool = False) -> Text | None:
        """Return a text in both languages, or None; a language of the library that is missing is a finding."""
        node = self.node(key, required=required)
        if node is None:
            return None
        entries = node.entries
        if entries is not None and entries.keys() == _BOTH:
            dutch, english = _plain(entries["nl"]), _plain(entries["en"])
            if dutch and english:
                return Text(dutch, english)
        inner = Record(node, self.report, key, self)
        found = inner.both_languages()
        inner.close()
        return found

    def both_languages(self) -> Text | None:
        """Read ``nl`` and ``en`` of this record itself; only those that the library is written in have to be there."""
        dutch, english = self.string("nl"), self.string("en")
        if dutch and english:
            return Text(dutch, english)
        values = {"nl": dutch, "en": english}
        for language in self.report.languages:
            if not values[language]:
                self.report.add("E105", self.line, what=self.name, language=_CALLED[language])
        complete = all(values[language] for language in self.report.languages)
        return Text(values["nl"] or "", values["en"] or "") if complete else None

    def child(self, key: str, *, required: bool = False) -> Record | None:
        """Return a mapping in this one, or None."""
        node = self.node(key, required=required)
        return Record(node, self.report, key, self) if node else None

    def children(self, key: str, name: str | Text, *, required: bool = False) -> Iterator[Record]:
        """Yield the mappings of a list."""
        node = self.node(key, required=required)
        if node is None:
            return
        if node.items is None:
            self.report.add("E007", node.line, what=part(key, self.name), expected="a list")
            return
        for item in node.items:
            yield Record(item, self.report, name, self)

    def close(self) -> None:
        """Report every key that nothing asked for."""
        if self._entries.keys() <= self._known:
            return
        for key, node in self._entries.items():
            if key not in self._known:
                self.report.add("E101", node.line, key=key, record=self.name, near=suggestion(key, self._known))


def records(root: Node | None, report: Report, noun: str) -> Iterator[tuple[str, Record]]:
    """Yield (id, record) of a list of records; a missing, double or ill-formed id is a finding."""
    if root is None or root.is_null:
        return
    if root.items is None:
        report.add("E007", root.line, what="the file", expected=f"a list of {noun}s")
        return
    seen: dict[str, int] = {}
    for node in root.items:
        record = Record(node, report, f"a {noun}")
        identifier = record.identifier()
        if identifier is None:
            continue
        if identifier in seen:
            first = f"{report.file}:{seen[identifier]}"
            report.add("E103", record.line_of("id"), what=noun, name=identifier, first=first)
            continue
        seen[identifier] = record.line
        yield identifier, record


def _plain(node: Node) -> str | None:
    """Return a text in which each sign shows and nothing is amiss, as nearly all are; None if it has to be checked."""
    value = node.scalar
    if (
        isinstance(value, str)
        and value.isprintable()
        and "  " not in value
        and value.strip() == value
        and (value.isascii() or any(map(_is_seen, value)))
    ):
        return value
    return None


def is_address(value: str) -> bool:
    """Whether it is an address of the web: no other is a link in a brief."""
    return ADDRESS.fullmatch(value) is not None


def is_date(value: str) -> bool:
    """Whether it is a day of the calendar, as YYYY-MM-DD."""
    with contextlib.suppress(ValueError):
        return DATE.fullmatch(value) is not None and dt.date.fromisoformat(value).isoformat() == value
    return False


def is_ahead(date: str) -> bool:
    """Whether a day is to come; it may be tomorrow elsewhere."""
    return dt.date.fromisoformat(date) > dt.datetime.now(tz=dt.UTC).date() + A_DAY


def _is_seen(char: str) -> bool:
    """Whether a sign shows, by itself."""
    return char.isprintable() and unicodedata.category(char)[0] != "M" and char not in _FILLERS


def is_year(value: str) -> bool:
    """Whether it is a year, or what stands for one, and not far ahead."""
    digits = re.match(r"\d{4}", value)
    late = digits is not None and int(digits[0]) > dt.datetime.now(tz=dt.UTC).year + AHEAD
    return not late and YEAR.fullmatch(value) is not None


def check_signs(value: str, line: int, what: str | Text, report: Report) -> None:
    """Report a sign that steers a terminal or turns the direction of the text."""
    found = UNSEEN.search(value)
    if found:
        report.add("E113", line, what=what, sign=f"U+{ord(found[0]):04X}")
