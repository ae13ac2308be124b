"""Made-up works, and how texts and lists print them."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

WORDS: Final[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("shapes.yml").read_text(encoding="utf-8"))
SURNAMES: Final[list[str]] = WORDS["surnames"].split()
PARTICLED: Final[list[str]] = WORDS["particled"]
GIVEN: Final[dict[str, str]] = WORDS["given"]
NOUNS: Final[list[str]] = WORDS["nouns"].split()
STYLES: Final = ("apa", "dutch", "initials first", "in full", "harvard")


@dataclass(frozen=True)
class Source:
    """A made-up work: its authors as (family, particle, initials), a body as (name, "", "")."""

    authors: tuple[tuple[str, str, str], ...]
    year: str
    title: str
    container: str

    @property
    def family(self) -> str:
        """The family name of the first author, or the name of the body."""
        return self.authors[0][0]

    @property
    def is_person(self) -> bool:
        """Whether a person wrote it, and no body."""
        return bool(self.authors[0][2])

    @property
    def shown(self) -> tuple[str, ...]:
        """The names as a text prints them in a bracket."""
        names = (f"{particle} {family}".strip() for family, particle, _ in self.authors)
        return tuple(name[:1].upper() + name[1:] for name in names)

    def cited(self, *, narrative: bool = False, year: str | None = None, first: str | None = None) -> str:
        """Return the work as a text cites it, without the brackets around all."""
        names = [first or self.shown[0], *self.shown[1:]]
        said = f"{names[0]} et al." if len(names) > 2 else (" en " if narrative else " & ").join(names)
        return f"{said} ({year or self.year})" if narrative else f"{said}, {year or self.year}"


def made_up(chance: random.Random) -> Source:
    """Make up a work."""
    if chance.random() < 0.12:
        authors: tuple[tuple[str, str, str], ...] = ((chance.choice(WORDS["bodies"]), "", ""),)
    else:
        people = chance.sample(range(len(SURNAMES) + len(PARTICLED)), chance.choice((1, 1, 2, 2, 3, 4)))
        authors = tuple(_person(index, chance) for index in people)
    one, two = chance.sample(NOUNS, 2)
    title = f"{one.capitalize()} {chance.choice(WORDS['verbs'])} {two} en {chance.choice(NOUNS)}"
    container = chance.choice(WORDS["places"])
    if chance.random() < 0.5:
        container = f"{chance.choice(WORDS['journals'])}, {chance.randint(2, 60)}, {chance.randint(1, 80)}-99"
    return Source(authors, str(chance.randint(1985, 2024)), title, container)


def _person(index: int, chance: random.Random) -> tuple[str, str, str]:
    initials = " ".join(f"{letter}." for letter in chance.sample(sorted(GIVEN), chance.choice((1, 1, 2))))
    if index < len(SURNAMES):
        return SURNAMES[index], "", initials
    *particle, family = PARTICLED[index - len(SURNAMES)].split()
    return family, " ".join(particle), initials


def entry(source: Source, style: str, *, first_year: bool = False) -> str:
    """Return a work as an entry of a list, in one of the orders that people use."""
    names = _names(source, style)
    year = f"{source.year} [{int(source.year) - 20}]" if first_year else source.year
    if style == "harvard":
        return f"{names.rstrip('.')}. {year}. {source.title}, {source.container}."
    return f"{names} ({year}). {source.title}. {source.container}."


def _names(source: Source, style: str) -> str:
    if not source.is_person:
        return source.family
    said = [_name(*author, style=style, first=not place) for place, author in enumerate(source.authors)]
    word = {"apa": ", & ", "initials first": " & "}.get(style, " en ")
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + word + said[-1]


def _name(family: str, particle: str, initials: str, *, style: str, first: bool) -> str:
    if style == "initials first" or (style in {"dutch", "harvard"} and not first):
        return f"{initials.replace(' ', '')} {particle} {family}".replace("  ", " ")
    given = GIVEN[initials[0]] if style == "in full" else initials
    return f"{family}, {given} {particle}".strip()


if __name__ == "__main__":
    maker = random.Random(12)  # noqa: S311 - not for secrets
    for shape in STYLES:
        print(entry(made_up(maker), shape))
