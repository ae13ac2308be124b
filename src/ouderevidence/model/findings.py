"""Findings: what is wrong or doubtful in the evidence, as values with a stable code.

Their words are in ``catalogue``, read by the checks, the tests, the documentation and the command line. ``E`` stops a
build, ``W`` does not unless asked to.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ouderevidence.model.bilingual import LANGUAGES, Text, fill
from ouderevidence.model.catalogue import CATALOGUE, PHRASES, Rule
from ouderevidence.model.errors import UnknownOptionError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fact about one place; ``line`` counts from 1 (0: the whole file). ``fact`` and ``remedy`` are English."""

    file: str
    line: int
    code: str
    fact: str
    remedy: str
    dutch: tuple[str, str] = field(default=("", ""), compare=False, repr=False)  # the fact and the remedy

    @property
    def severity(self) -> str:
        """``"error"`` or ``"warning"``."""
        return "error" if self.code.startswith("E") else "warning"

    @property
    def message(self) -> str:
        """The fact and its remedy, in English."""
        return f"{self.fact}; {self.remedy}"

    @property
    def place(self) -> str:
        """The file, and the line where there is one, as an editor jumps to it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def words(self, language: str) -> tuple[str, str]:
        """Return the fact and the remedy in ``"nl"`` or ``"en"``.

        Raises
        ------
        UnknownOptionError
            If the language is another.
        """
        if language not in LANGUAGES:
            raise UnknownOptionError("language", language, LANGUAGES)
        return self.dutch if language == "nl" and any(self.dutch) else (self.fact, self.remedy)

    def of(self, language: str) -> str:
        """Return the whole line: place, code, fact and remedy."""
        fact, remedy = self.words(language)
        return f"{self.place} {self.code} {fact}; {remedy}"

    def __str__(self) -> str:
        return self.of("en")


LONGEST_NAME: Final = 200  # characters of a name that others are compared with: the work grows with its square
_USE_ONE: Final = Text("gebruik een van {choices}", "use one of {choices}")


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return up to three known names close to this one, best first."""
    return difflib.get_close_matches(name, sorted(set(known)), n=3, cutoff=0.6)


def suggestion(name: str, known: Iterable[str]) -> Text:
    """Return a remedy: near names, or all names where they are few."""
    choices = sorted(set(known))
    near = near_names(name, choices) if len(name) <= LONGEST_NAME else []
    if near:
        return did_you_mean(near)
    few = 8
    if choices and len(choices) <= few:
        return fill(_USE_ONE, choices=", ".join(choices))
    return phrase("add it or mend the name")


def phrase(words: str | Text) -> Text:
    """Return words of the catalogue in both languages; any others, such as a name, are the same in both."""
    return words if isinstance(words, Text) else Text(PHRASES.get(words, words), words)


def part(name: str | Text, whole: str | Text) -> Text:
    """Return what a part of something is called.

    Examples
    --------
    >>> part("title", "the factsheet")
    Text(nl='title van de factsheet', en='title of the factsheet')
    """
    return fill(Text("{name} van {whole}", "{name} of {whole}"), name=phrase(name), whole=phrase(whole))


# The values of a template that are words of ours; the others are names and signs out of the files.
_WORDED: Final = frozenset({"what", "expected", "why", "remedy", "record", "near", "problem", "end", "language"})


class Report:
    """Collects the findings of one file; everything is reported, nothing is raised."""

    def __init__(self, file: str, catalogue: Mapping[str, Rule] = CATALOGUE) -> None:
        self.file = file
        self.catalogue = catalogue
        self.languages: tuple[str, ...] = LANGUAGES  # in which the texts of the file have to be
        self.findings: list[Finding] = []

    def add(self, code: str, line: int, **values: object) -> None:
        """Add a finding by its code; the values fill the catalogue's template."""
        rule = self.catalogue[code]
        said = {k: phrase(v) if k in _WORDED and isinstance(v, str) else v for k, v in values.items()}
        fact, remedy = fill(rule.fact, **said), fill(rule.remedy, **said)
        self.findings.append(Finding(self.file, line, code, fact.en, remedy.en, (fact.nl, remedy.nl)))
