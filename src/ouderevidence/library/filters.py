"""What ``where`` was asked, checked; and said again in words, in flags and in Python."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ouderevidence.library.facets import FACETS, Options, facet
from ouderevidence.model.words import READINGS, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.library.library import Library
    from ouderevidence.model.records import Claim

_PLAIN: Final = re.compile(r"^\w[\w./-]*$", re.ASCII)
_OR: Final = Text(" of ", " or ")
_WITHOUT_CORE: Final = Text("zonder kernuitspraken", "without core claims")
_WITH_GENERAL: Final = Text(" (met uitspraken over alle ouders)", " (with claims about all parents)")
# A set of claims made of two others -> its sign in Python, and its words.
_SIGNS: Final = {
    "|": Text("({left}) of ({right})", "({left}) or ({right})"),
    "&": Text("({left}) en ook ({right})", "({left}) and also ({right})"),
    "-": Text("({left}) maar niet ({right})", "({left}) but not ({right})"),
}
_NOT: Final = Text("alles behalve ({right})", "all but ({right})")


_NONE_FOUND: Final = Text(
    "Geen uitspraken gevonden bij deze keuze: {chosen}.", "No claims found for this selection: {chosen}."
)
_MORE: Final = Text(
    " Met de uitspraken over alle ouders erbij ({flag}) komt u op {n}.",
    " With the claims about all parents as well ({flag}) the number is {n}.",
)
_GENERAL: Final = Text("`--met-algemeen` of `include_general=True`", "`--include-general` or `include_general=True`")


@dataclass(frozen=True, slots=True)
class Filter:
    """One call of ``where``: keyword to values, in a fixed order."""

    values: tuple[tuple[str, tuple[str, ...]], ...]
    include_general: bool = False
    reading: str = "sourcing"

    @classmethod
    def of(cls, library: Library, asked: Mapping[str, object], options: Options) -> Filter:
        """Check what was asked.

        Parameters
        ----------
        library
            The library that is asked.
        asked
            Keyword, English or Dutch, to a value or several; None is not asked.
        options
            What goes with them.

        Raises
        ------
        UnknownFilterError
            If there is no such filter.
        UnknownTermError
            If a value does not exist.
        """
        found: dict[str, tuple[str, ...]] = {}
        for keyword, value in asked.items():
            if value is None:
                continue
            known = facet(keyword)
            names = tuple(dict.fromkeys(known.value_of(library, one) for one in _several(value)))
            found[known.key] = tuple(dict.fromkeys((*found.get(known.key, ()), *names)))
        values = tuple((key, found[key]) for key in FACETS if found.get(key))
        return cls(values, options.include_general, options.reading)

    def text(self, library: Library, language: str) -> str:
        """Return the filter in words."""
        return "; ".join(self._part(library, language, key, names) for key, names in self.values)

    def _part(self, library: Library, language: str, key: str, names: tuple[str, ...]) -> str:
        known = FACETS[key]
        if key == "core":
            return (known.label if names == ("true",) else _WITHOUT_CORE).of(language)
        label = READINGS[self.reading] if key == "level" and self.reading != "sourcing" else known.label
        shown = _OR.of(language).join(known.shown(library, name, language) for name in names)
        if key == "parent_group" and self.include_general:
            shown += _WITH_GENERAL.of(language)
        return f"{label.of(language)}: {shown}"

    def flags(self) -> str:
        """Return the filter as flags of the command line."""
        parts = []
        for key, names in self.values:
            flag = f"--{FACETS[key].dutch}"
            if key == "core":
                parts.append(flag if names == ("true",) else f"--geen-{FACETS[key].dutch}")
            else:
                parts += [f"{flag} {_quoted(name)}" for name in names]
        if self.reading != "sourcing":
            parts.append(f"--lezing {self.reading}")
        if self.include_general:
            parts.append("--met-algemeen")
        return " ".join(parts)

    def python(self) -> str:
        """Return the filter as arguments of ``where``."""
        parts = []
        for key, names in self.values:
            if key == "core":
                parts.append(f"core={names == ('true',)}" if len(names) == 1 else 'core=["true", "false"]')
            elif len(names) == 1:
                parts.append(f"{key}={_literal(names[0])}")
            else:
                parts.append(f"{key}=[{', '.join(map(_literal, names))}]")
        if self.reading != "sourcing":
            parts.append(f"reading={_literal(self.reading)}")
        if self.include_general:
            parts.append("include_general=True")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Combined:
    """Claims chosen by putting two selections together; ``left`` is None for what is not in ``right``."""

    sign: str
    left: Library | None
    right: Library

    @property
    def values(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return nothing: no one facet was chosen."""
        return ()

    include_general = True

    def text(self, _: Library, language: str) -> str:
        """Return the selection in words."""
        words = _NOT if self.left is None else _SIGNS[self.sign]
        left = self.left.filter_text(language) if self.left is not None else ""
        return words.of(language).format(left=left, right=self.right.filter_text(language))

    def python(self) -> str:
        """Return the selection as Python, in brackets."""
        if self.left is None:
            return f"(~{self.right.filter_python()})"
        return f"({self.left.filter_python()} {self.sign} {self.right.filter_python()})"


def none_found(library: Library, language: str) -> str:
    """Say that a selection is empty, and how many claims there are with those about all parents."""
    said = _NONE_FOUND.of(language).format(chosen=library.filter_text(language))
    wider = _with_general(library)
    return said + (_MORE.of(language).format(flag=_GENERAL.of(language), n=wider) if wider else "")


def _with_general(library: Library) -> int:
    """Return how many claims the same filters keep with the claims about all parents among them."""
    kept = library.whole
    for chosen in library.filters:
        if not isinstance(chosen, Filter):
            return 0
        kept = kept.narrowed(replace(chosen, include_general=True))
    return len(kept)


def claim_flags(claims: Iterable[Claim]) -> str:
    """Return claims as flags, one for each: what no other flags can say."""
    return " ".join(f"--{FACETS['claim'].dutch} {_quoted(claim.id)}" for claim in claims)


def _several(value: object) -> tuple[object, ...]:
    if isinstance(value, str | int | bool):
        return (value,)
    iterable: Iterable[object] = value  # type: ignore[assignment]  # `where` says what it takes
    return tuple(iterable)


def _quoted(name: str) -> str:
    """Return a value as a shell takes it whole."""
    if _PLAIN.match(name):
        return name
    return '"' + re.sub(r'(["\\$`])', r"\\\1", " ".join(name.split())) + '"'


def _literal(name: str) -> str:
    """Return a value as Python writes it, in double quotes."""
    return json.dumps(name, ensure_ascii=False)
