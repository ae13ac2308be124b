"""Documents with the shapes of real reports, made from a grammar of forms: each with its citations, entries and faults.

No text of anybody is copied: the names are common surnames, titles and sentences are put together from plain words. The
same seed gives the same documents.
"""

from __future__ import annotations

import random
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pypandoc
import typst

if TYPE_CHECKING:
    from pathlib import Path

SURNAMES: Final = ["Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker", "Brouwer", "Dijkstra", "Kok", "Jacobs", "Vermeulen", "Koster", "Prins", "Huisman", "Postma", "Kuipers", "Veenstra", "Kramer", "Scholten", "Hoekstra", "Maas", "Verhoeven", "Bosch", "Schouten", "Willems", "Molenaar", "Timmermans", "Groen", "Gerritsen", "Jonker", "Wouters", "Claes", "Maes", "Goossens", "Mertens", "Desmet", "Lambert", "Carter", "Morgan", "Hughes", "Barton", "Walsh", "Yıldız", "Öztürk", "Aydın", "Çelik", "García", "Nuñez", "Bråten", "Sørensen", "Müller", "Schäfer", "O’Connor", "Brand-Gruwel"]
PARTICLED: Final = ("van den Berg", "van Dijk", "de Vries", "de Jong", "van der Meer", "de Boer", "van Leeuwen", "ten Cate",
                    "van ’t Hof", "de la Cruz", "van der Vegt", "den Ouden")  # fmt: skip
BODIES: Final = ("Sociaal en Cultureel Planbureau", "Inspectie van het Onderwijs", "Nederlands Jeugdinstituut",
                 "Ministerie van Onderwijs, Cultuur en Wetenschap", "Centraal Bureau voor de Statistiek",
                 "Stichting Lezen", "Gemeente Utrecht", "Expertisecentrum Nederlands")  # fmt: skip
NOUNS: Final = ["ouders", "school", "lezen", "taal", "gezin", "wijk", "kinderen", "leraren", "bibliotheek", "overleg", "vertrouwen", "voorlezen", "spelen", "rekenen", "beleid"]
VERBS: Final = ("helpt", "verandert", "hangt samen met", "versterkt", "begint bij", "gaat vooraf aan")
JOURNALS: Final = ("Pedagogische Studiën", "Journal of Reading", "Tijdschrift voor Taal", "Review of Schools")
PLACES: Final = ("Amsterdam: Voorbeeld", "Utrecht: Uitgeverij Proef", "Den Haag: Bureau")


@dataclass(frozen=True)
class Source:
    """A made-up work: its authors as (family, particle, initials), a body as (name, "", "")."""

    authors: tuple[tuple[str, str, str], ...]
    year: str
    title: str
    container: str

    @property
    def shown(self) -> tuple[str, ...]:
        """The names as a text prints them in a bracket."""
        names = (f"{particle} {family}".strip() for family, particle, _ in self.authors)
        return tuple(name[:1].upper() + name[1:] for name in names)

    def cited(self, *, narrative: bool = False, year: str | None = None, first: str | None = None) -> str:
        """Return the work as a text cites it, without the brackets around all."""
        names = list(self.shown)
        names[0] = first or names[0]
        word = " en " if narrative else " & "
        said = f"{names[0]} et al." if len(names) > 2 else word.join(names)
        return f"{said} ({year or self.year})" if narrative else f"{said}, {year or self.year}"

    @property
    def label(self) -> str:
        """The work as the finder labels it."""
        names = self.shown
        said = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
        return f"{said}, {self.year}"


@dataclass
class Made:
    """A document: its file, what it holds, and the faults planted in it as (code, words)."""

    name: str
    shape: str
    path: Path
    cited: list[str] = field(default_factory=list)
    entries: list[tuple[str, str]] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


STYLES: Final = ("apa", "dutch", "initials first", "in full", "harvard")
LAYOUTS: Final = (
    "one list", "chapters", "sub-headings", "preamble", "asterisks", "bullets", "numbers", "wrapped", "no heading",
    "other heading", "repeated heading", "first year",
)  # fmt: skip
FORMS: Final = ("txt", "md", "html", "docx", "odt", "rtf", "pdf", "pdf foot", "pdf columns", "pdf hanging")


class Maker:
    """Makes documents, the same for the same seed."""

    def __init__(self, folder: Path, seed: int = 12) -> None:
        self.folder = folder
        self.random = random.Random(seed)  # noqa: S311 - not for secrets

    def corpus(self, count: int) -> list[Made]:
        """Make a number of documents: every layout, style and form in turn, every other one with faults."""
        return [self.document(number, faulty=number % 2 == 1) for number in range(count)]

    def document(self, number: int, *, faulty: bool) -> Made:
        """Make one document."""
        layout = LAYOUTS[number % len(LAYOUTS)]
        style = STYLES[(number // 2) % len(STYLES)]
        form = FORMS[(number // 3) % len(FORMS)]
        suffix = form.split()[0]
        name = f"{number:03}.{suffix}"
        made = Made(name, f"{layout} / {style} / {form}", self.folder / name)
        sources = self._sources(self.random.randint(8, 24))
        chapters = 3 if layout in {"chapters", "repeated heading"} else 1
        text = self._text(made, sources, layout, style, chapters, faulty=faulty)
        self._write(made, text, form)
        return made

    def _sources(self, count: int) -> list[Source]:
        found: dict[str, Source] = {}
        while len(found) < count:
            source = self._source()
            found.setdefault(source.shown[0], source)
        return sorted(found.values(), key=lambda source: source.authors[0][0])

    def _source(self) -> Source:
        roll = self.random.random()
        if roll < 0.12:
            authors: tuple[tuple[str, str, str], ...] = ((self.random.choice(BODIES), "", ""),)
        else:
            people = self.random.sample(range(len(SURNAMES) + len(PARTICLED)), self.random.choice((1, 1, 2, 2, 3, 4)))
            authors = tuple(self._person(index) for index in people)
        words = [*self.random.sample(NOUNS, 2), self.random.choice(VERBS), self.random.choice(NOUNS)]
        title = f"{words[0].capitalize()} {words[2]} {words[1]} en {words[3]}"
        container = self.random.choice(PLACES)
        if self.random.random() < 0.5:
            container = f"{self.random.choice(JOURNALS)}, {self.random.randint(2, 60)}, {self.random.randint(1, 80)}-99"
        return Source(authors, str(self.random.randint(1985, 2024)), title, container)

    def _person(self, index: int) -> tuple[str, str, str]:
        initials = " ".join(f"{letter}." for letter in self.random.sample("ABCDEGHJKLMPRSTW", self.random.choice((1, 1, 2))))
        if index < len(SURNAMES):
            return SURNAMES[index], "", initials
        *particle, family = PARTICLED[index - len(SURNAMES)].split()
        return family, " ".join(particle), initials

    def _text(
        self, made: Made, sources: list[Source], layout: str, style: str, chapters: int, *, faulty: bool
    ) -> list[tuple[str, str]]:
        """Return the document as blocks of a kind and words; what it holds and what is wrong is written down."""
        blocks: list[tuple[str, str]] = []
        share = max(1, len(sources) // chapters)
        for chapter in range(chapters):
            own = sources[chapter * share :] if chapter == chapters - 1 else sources[chapter * share :][:share]
            blocks.append(("heading", f"{chapter + 1} Over {self.random.choice(NOUNS)} en {self.random.choice(NOUNS)}"))
            listed = list(own)
            wrong = self._faults(made, own, listed) if faulty else {}
            blocks += [("text", paragraph) for paragraph in self._paragraphs(made, own, wrong)]
            blocks += self._list(made, listed, layout, style)
        return blocks

    def _faults(self, made: Made, own: list[Source], listed: list[Source]) -> dict[Source, str]:
        """Plant up to four faults in a chapter: a work not listed, one not cited, a year and a name that differ."""
        fit = [source for source in own if len(source.authors[0][0]) > 5 and source.authors[0][2]]
        if len(fit) < 3:
            return {}
        lost, other_year, misspelt = self.random.sample(fit, 3)
        listed.remove(lost)
        extra = next(s for s in iter(self._source, None) if s.authors[0][2] and s.shown[0] not in {o.shown[0] for o in own})
        listed.append(extra)
        listed.sort(key=lambda source: source.authors[0][0])
        made.faults += [("A101", lost.cited()), ("A102", extra.authors[0][0])]
        year = str(int(other_year.year) + 1)
        made.faults.append(("A112", other_year.cited(year=year)))
        family = misspelt.shown[0]
        wrong = family[:-2] + family[-1] + family[-2]
        if wrong == family:
            return {lost: "", other_year: other_year.cited(year=year)}
        made.faults.append(("A111", misspelt.cited(first=wrong)))
        return {other_year: other_year.cited(year=year), misspelt: misspelt.cited(first=wrong)}

    def _paragraphs(self, made: Made, own: list[Source], wrong: dict[Source, str]) -> list[str]:
        left, found = list(own), []
        self.random.shuffle(left)
        while left:
            together = [left.pop() for _ in range(min(len(left), self.random.choice((1, 1, 2, 3))))]
            together.sort(key=lambda source: source.authors[0][0])
            lead = f"{self.random.choice(NOUNS).capitalize()} {self.random.choice(VERBS)} {self.random.choice(NOUNS)}"
            plain = len(together) == 1 and not wrong.get(together[0])
            if plain and self.random.random() < 0.4:
                said = f"{together[0].cited(narrative=True)} zagen dat {lead.lower()}."
            else:
                said = f"{lead} ({'; '.join(wrong.get(source) or source.cited() for source in together)})."
            made.cited += [source.label if not wrong.get(source) else wrong[source] for source in together]
            found.append(f"Uit de praktijk blijkt het volgende, in 2019 en later. {said} Dat geldt ook in {2000 + len(left)}.")
        return found

    def _list(self, made: Made, listed: list[Source], layout: str, style: str) -> list[tuple[str, str]]:
        heading = {"no heading": "Wat wij lazen", "other heading": "Gebruikte literatuur en websites"}.get(layout, "Literatuur")
        blocks = [("heading", heading)]
        if layout == "preamble":
            blocks.append(("text", "Bronnen met een sterretje zijn meegenomen in de analyse van hoofdstuk 2."))
        half = len(listed) // 2
        for number, source in enumerate(listed, 1):
            if layout == "sub-headings" and number in {1, half + 1}:
                blocks.append(("heading", "Boeken en artikelen" if number == 1 else "Websites"))
            if layout == "repeated heading" and number == half + 1:
                blocks.append(("heading", heading))
            mark = {"asterisks": "*" if number % 3 == 0 else "", "bullets": "• ", "numbers": f"{number}. "}.get(layout, "")
            blocks.append(("wrapped" if layout == "wrapped" else "entry", mark + entry(source, style, layout)))
            made.entries.append((source.authors[0][0], source.year))
        return blocks

    def _write(self, made: Made, blocks: list[tuple[str, str]], form: str) -> None:
        if form.startswith("pdf"):
            source = _as_typst(blocks, form)
            made.path.with_suffix(".typ").write_text(source, encoding="utf-8")
            made.path.write_bytes(typst.compile(str(made.path.with_suffix(".typ"))))
            made.path.with_suffix(".typ").unlink()
        elif form == "txt":
            made.path.write_text(_as_plain(blocks), encoding="utf-8")
        elif form == "md":
            made.path.write_text(_as_markdown(blocks), encoding="utf-8")
        else:
            command = [pypandoc.get_pandoc_path(), "--from=markdown-citations-smart", "--standalone", "-M", "title=Stuk",
                       "-o", str(made.path)]  # fmt: skip
            subprocess.run(command, input=_as_markdown(blocks).encode("utf-8"), check=True)


def entry(source: Source, style: str, layout: str = "") -> str:
    """Return a work as an entry of a list, in one of the orders that people use."""
    names = _names(source, style)
    year = f"{source.year} [{int(source.year) - 20}]" if layout == "first year" else source.year
    if style == "harvard":
        return f"{names.rstrip('.')}. {year}. {source.title}, {source.container}."
    return f"{names} ({year}). {source.title}. {source.container}."


def _names(source: Source, style: str) -> str:
    if not source.authors[0][2]:
        return source.authors[0][0]
    said = []
    for position, (family, particle, initials) in enumerate(source.authors):
        first = position == 0
        if style == "initials first" or (style in {"dutch", "harvard"} and not first):
            said.append(f"{initials.replace(' ', '')} {particle} {family}".replace("  ", " "))
        elif style == "in full":
            said.append(f"{family}, {GIVEN[initials[0]]}{' ' + particle if particle else ''}")
        else:
            said.append(f"{family}, {initials}{' ' + particle if particle else ''}")
    word = " en " if style in {"dutch", "harvard", "in full"} else (", & " if style == "apa" else " & ")
    return said[0] if len(said) == 1 else ", ".join(said[:-1]) + word + said[-1]


GIVEN: Final = dict(zip("ABCDEGHJKLMPRSTW", ["Anna", "Bert", "Cees", "Dora", "Els", "Gert", "Hans", "Jan", "Kees", "Lies", "Mies", "Piet", "Rob", "Sara", "Tom", "Wim"],
                        strict=True))  # fmt: skip


def _as_plain(blocks: list[tuple[str, str]]) -> str:
    parts = []
    for kind, words in blocks:
        glue = "\n" if kind == "wrapped" and parts and parts[-1][0] == "wrapped" else "\n\n"
        parts.append((kind, glue + (_wrapped(words) if kind != "heading" else words)))
    return "".join(words for _, words in parts).strip() + "\n"


def _wrapped(words: str, width: int = 72) -> str:
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _as_markdown(blocks: list[tuple[str, str]]) -> str:
    marks = {"heading": "# "}
    said = (marks.get(kind, "") + (words.replace("*", "\\*").replace("• ", "- ") if kind != "heading" else words)
            for kind, words in blocks)  # fmt: skip
    return "\n\n".join(said) + "\n"


def _as_typst(blocks: list[tuple[str, str]], form: str) -> str:
    foot = '"Stuk_def.indd " + str(counter(page).get().first() + 20) + " 12-4-2012 15:43:49"'
    page = {
        "pdf foot": f'#set page(paper: "a5", footer: context [#({foot})])',
        "pdf columns": '#set page(paper: "a4", columns: 2)',
    }.get(form, '#set page(paper: "a5", header: [Beleidsplan], footer: context [#counter(page).display()])')
    parts = [page, '#set text(lang: "nl", hyphenate: true, size: 10pt)', "#set par(justify: true)"]
    for kind, words in blocks:
        literal = words.replace("\\", "\\\\").replace('"', '\\"')
        if kind == "heading":
            parts.append(f'#heading("{literal}")')
        elif kind in {"entry", "wrapped"}:
            hanging = "hanging-indent: 1.5em, spacing: 0.65em" if form == "pdf hanging" or kind == "wrapped" else "spacing: 1.2em"
            parts.append(f'#block(spacing: 0.65em, par({hanging.split(",", maxsplit=1)[0]}, "{literal}"))' if "hanging" in hanging else f'#par("{literal}")')
        else:
            parts.append(f'#par("{literal}")')
    return "\n\n".join(parts) + "\n"
