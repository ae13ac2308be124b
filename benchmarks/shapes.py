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

from sources import NOUNS, STYLES, WORDS, Source, entry, made_up

if TYPE_CHECKING:
    from pathlib import Path

Block = tuple[str, str]  # its kind, its words

LAYOUTS: Final = (
    "one list", "chapters", "sub-headings", "preamble", "asterisks", "bullets", "numbers", "wrapped", "no heading",
    "other heading", "repeated heading", "first year",
)  # fmt: skip
FORMS: Final = ("txt", "md", "html", "docx", "odt", "rtf", "pdf", "pdf foot", "pdf columns", "pdf hanging")
HEADINGS: Final = {"no heading": "Wat wij lazen", "other heading": "Gebruikte literatuur en websites"}
PAGES: Final = {
    "pdf foot": '#set page(paper: "a5", footer: context [#("Stuk_def.indd " + str(counter(page).get().first() + 20) '
    '+ " 12-4-2012 15:43:49")])',
    "pdf columns": '#set page(paper: "a4", columns: 2)',
}
PAGE: Final = '#set page(paper: "a5", header: [Beleidsplan], footer: context [#counter(page).display()])'


@dataclass
class Made:
    """A document: its file, what it holds, and the faults planted in it as (code, words)."""

    name: str
    shape: str
    path: Path
    cited: list[str] = field(default_factory=list)
    entries: list[tuple[str, str]] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


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
        name = f"{number:03}.{form.split()[0]}"
        made = Made(name, f"{layout} / {style} / {form}", self.folder / name)
        write(made.path, self._blocks(made, layout, style, faulty=faulty), form)
        return made

    def _sources(self, count: int) -> list[Source]:
        found: dict[str, Source] = {}
        while len(found) < count:
            source = made_up(self.random)
            found.setdefault(source.shown[0], source)
        return _sorted(list(found.values()))

    def _blocks(self, made: Made, layout: str, style: str, *, faulty: bool) -> list[Block]:
        """Return the document as blocks; what it holds and what is wrong is written down."""
        sources = self._sources(self.random.randint(8, 24))
        chapters = 3 if layout in {"chapters", "repeated heading"} else 1
        share = max(1, len(sources) // chapters)
        blocks: list[Block] = []
        for chapter in range(chapters):
            own = sources[chapter * share :] if chapter == chapters - 1 else sources[chapter * share :][:share]
            listed = list(own)
            wrong = self._faults(made, own, listed) if faulty else {}
            blocks.append(("heading", f"{chapter + 1} Over {self.random.choice(NOUNS)} en {self.random.choice(NOUNS)}"))
            blocks += [("text", paragraph) for paragraph in self._paragraphs(made, own, wrong)]
            blocks += self._list(made, listed, layout, style)
        return blocks

    def _faults(self, made: Made, own: list[Source], listed: list[Source]) -> dict[Source, str]:
        """Plant up to four faults in a chapter: a work not listed, one not cited, a year and a name that differ."""
        fit = [source for source in own if len(source.family) > 5 and source.is_person]
        if len(fit) < 3:
            return {}
        lost, late, misspelt = self.random.sample(fit, 3)
        taken = {source.shown[0] for source in own}
        extra = next(s for s in iter(lambda: made_up(self.random), None) if s.is_person and s.shown[0] not in taken)
        listed.remove(lost)
        listed.append(extra)
        listed[:] = _sorted(listed)
        wrong = {late: late.cited(year=str(int(late.year) + 1))}
        made.faults += [("A101", lost.cited()), ("A102", extra.family), ("A112", wrong[late])]
        name = misspelt.shown[0]
        swapped = name[:-2] + name[-1] + name[-2]
        if swapped != name:
            wrong[misspelt] = misspelt.cited(first=swapped)
            made.faults.append(("A111", wrong[misspelt]))
        return wrong

    def _paragraphs(self, made: Made, own: list[Source], wrong: dict[Source, str]) -> list[str]:
        left, found = list(own), []
        self.random.shuffle(left)
        while left:
            together = _sorted([left.pop() for _ in range(min(len(left), self.random.choice((1, 1, 2, 3))))])
            verb = self.random.choice(WORDS["verbs"])
            lead = f"{self.random.choice(NOUNS)} {verb} {self.random.choice(NOUNS)}"
            if len(together) == 1 and together[0] not in wrong and self.random.random() < 0.4:
                said = f"{together[0].cited(narrative=True)} zagen dat {lead}."
            else:
                cited = "; ".join(wrong.get(source, source.cited()) for source in together)
                said = f"{lead.capitalize()} ({cited})."
            made.cited += [wrong.get(source, source.cited()) for source in together]
            found.append(f"Uit de praktijk blijkt het, in 2019 en later. {said} Dat geldt ook in {2000 + len(left)}.")
        return found

    def _list(self, made: Made, listed: list[Source], layout: str, style: str) -> list[Block]:
        heading = HEADINGS.get(layout, "Literatuur")
        blocks: list[Block] = [("heading", heading)]
        if layout == "preamble":
            blocks.append(("text", "Bronnen met een sterretje zijn meegenomen in de analyse van hoofdstuk 2."))
        half = len(listed) // 2
        for number, source in enumerate(listed, 1):
            if layout == "sub-headings" and number in {1, half + 1}:
                blocks.append(("heading", "Boeken en artikelen" if number == 1 else "Websites"))
            if layout == "repeated heading" and number == half + 1:
                blocks.append(("heading", heading))
            star = "*" if number % 3 == 0 else ""
            mark = {"asterisks": star, "bullets": "• ", "numbers": f"{number}. "}.get(layout, "")
            kind = "wrapped" if layout == "wrapped" else "entry"
            blocks.append((kind, mark + entry(source, style, first_year=layout == "first year")))
            made.entries.append((source.family, source.year))
        return blocks


def _sorted(sources: list[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: source.family)


def write(path: Path, blocks: list[Block], form: str) -> None:
    """Write blocks as a file of one of the forms."""
    if form.startswith("pdf"):
        source = path.with_suffix(".typ")
        source.write_text(_as_typst(blocks, form), encoding="utf-8")
        path.write_bytes(typst.compile(str(source)))
        source.unlink()
    elif form == "txt":
        path.write_text(_as_plain(blocks), encoding="utf-8")
    elif form == "md":
        path.write_text(_as_markdown(blocks), encoding="utf-8")
    else:
        command = [pypandoc.get_pandoc_path(), "--from=markdown-citations-smart", "-s", "-M", "title=Stuk", "-o", path]
        subprocess.run(command, input=_as_markdown(blocks).encode("utf-8"), check=True)


def _as_plain(blocks: list[Block]) -> str:
    words, before = "", ""
    for kind, said in blocks:
        glue = "\n" if kind == before == "wrapped" else "\n\n"
        words += glue + (said if kind == "heading" else _wrapped(said))
        before = kind
    return words.strip() + "\n"


def _wrapped(words: str, width: int = 72) -> str:
    lines, line = [], ""
    for word in words.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _as_markdown(blocks: list[Block]) -> str:
    said = (
        f"# {words}" if kind == "heading" else words.replace("*", "\\*").replace("• ", "- ") for kind, words in blocks
    )
    return "\n\n".join(said) + "\n"


def _as_typst(blocks: list[Block], form: str) -> str:
    parts = [PAGES.get(form, PAGE), '#set text(lang: "nl", hyphenate: true, size: 10pt)', "#set par(justify: true)"]
    for kind, words in blocks:
        literal = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if kind == "heading":
            parts.append(f"#heading({literal})")
        elif kind == "wrapped" or (kind == "entry" and form == "pdf hanging"):
            parts.append(f"#block(spacing: 0.65em, par(hanging-indent: 1.5em, {literal}))")
        else:
            parts.append(f"#par({literal})")
    return "\n\n".join(parts) + "\n"
