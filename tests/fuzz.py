"""Feed the readers broken and twisted input, from a seed: anything but a result or an ``EvidenceError`` is a find.

Run it with ``make fuzz``, or ``python tests/fuzz.py SECONDS [SEED]``; a find is printed with its seed and kept.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest import mock

import pyarrow.parquet as pq

import packs
from command_lines import Prompt, twisted_line
from fuzz_products import Products
from one_part import ODT, PDF, WORD, odt_of, pdf_of, swollen_xml, twisted, word_of
from open_pandoc import OpenPandoc
from ouderevidence.citing.bibtex import to_bibtex
from ouderevidence.citing.notes import to_csl
from ouderevidence.citing.references import label
from ouderevidence.citing.ris import to_ris
from ouderevidence.document import pandoc
from ouderevidence.evidence import package
from ouderevidence.evidence.bibliography import read_bibliography
from ouderevidence.evidence.latex import LatexError, decode
from ouderevidence.evidence.package import read_packed
from ouderevidence.evidence.yamlfile import read_yaml
from ouderevidence.library.facets import FACETS
from ouderevidence.library.filters import none_found
from ouderevidence.library.library import Library
from ouderevidence.library.load import load, packaged, validate
from ouderevidence.model.errors import EvidenceError
from ouderevidence.model.findings import Report
from ouderevidence.model.records import Work
from ouderevidence.products.explorer.facets import facets
from ouderevidence.products.explorer.page import page
from ouderevidence.text import document, find_citations, find_references, held, pdf, read_document, sentences
from ouderevidence.text.document import assembled
from ouderevidence.text.word import readable
from trees import pages_of, some_tree, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

SWOLLEN: Final = 0.001  # of the inputs are large: one piece of them is there again and again
SIZES: Final = (20_000, 200_000, 1_000_000)  # bytes of those
RAW: Final = 0.2  # of the Parquet files of which bytes are changed; of the others cells, columns or rows
HALF: Final = 0.5
SLOW: Final = 15.0  # seconds; pandoc is stopped after ten, with an error
PIECES: Final = (
    b"\0", b"\x1b[31m", "\u202e".encode(), "\u200b".encode(), "²".encode(), b"[" * 60, b"{" * 60, b">" * 60, b"(" * 60,
    b"- - - ", b"\\input{x}", b"{\\'e}", b"&#x110000;", b"&amp;", b"}", b"{", b'"', b"'", b"@article{a,", b" and ",
    b"%", b"!!python/object:os.system", b"&a", b"*a", b": ", b"? ", b"\n", b"\r", b"\t", b" " * 300, b"2018",
    b"2018a/2019", b"et al.", b"z.d.", b"(Jansen, 2018; De Vries, 2019)", b"<div>", b"</p>", b"<script>", b"[^1]",
    b"^[", b"$$", b"```", b"~~~", b"|---|", b"Literatuur\n\n", b"10.1000/x", b"https://", b"9" * 5000,
    b"\xff\xfe", b"\xed\xa0\x80", rb"\ud800",
)  # fmt: skip
LISTED: Final = b"""Literatuur

Bos, C. (z.d.). Lezen thuis [Webpagina]. https://example.org/lezen
De Vries, J. van der, & Smit-Mol, K. L. (Red.). (2012a). Ouders en school. Tijdschrift, 12(3), 45-67.
Inspectie van het Onderwijs (2020). De staat. Utrecht: Inspectie.
Jansen, A., Pol, B., ... & Rol, C. (2018). In D. Bos (Ed.), Handboek (2e druk, pp. 1-20). Uitgever. doi:10.1000/x
[4] Wet op het primair onderwijs, art. 8. Geraadpleegd op 3 mei 2021, van https://example.org
5. Mol A, Bos B. Titel zonder punt: een studie. J Edu 2009;12:3-4.

"""
LINES: Final = b"\f".join(
    f"  0Kop {n}\n  8Thuis telt (Jansen, 201{n}).\n  8De ou-\n  8ders lezen.\n b8En Bos (2015\n  6{n} Noot\n".encode()
    for n in range(1, 7)
)
# A Word file of which the bytes are changed: small, so that each change tells.
SMALL: Final = WORD[: WORD.index("<w:p>")].encode() + (
    b'<w:p><w:r><w:t>Thuis telt </w:t></w:r><w:fldSimple w:instr="CITATION Jan18"><w:r><w:t>(Jansen, 2018)</w:t></w:r>'
    b"</w:fldSimple></w:p></w:body></w:document>"
)
RTF: Final = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Thuis telt \u233?n \u8217't (Jansen, 2018)\b0\par\u-10179x}"
NOTEBOOK: Final = (
    b'{"cells":[{"cell_type":"markdown","metadata":{},"source":["---\\n","title: Kop\\n","---\\n","Thuis telt."]},'
    b'{"cell_type":"code","source":"x"}],"metadata":{},"nbformat":4,"nbformat_minor":5}'
)
CHOSEN: Final = b"vaders\n2010-2020\n4.6c\nja\nboonk2018\nthuis lezen\nRol van de gemeente\n2.1"
# What products ask of a library: each input is asked one of them, the explorer's (which take long) seldom.
ASKED: Final[tuple[Callable[[Library], object], ...]] = (
    lambda library: library.table(),
    lambda library: library.links(),
    lambda library: library.search("lezen"),
    lambda library: library.gaps(),
    lambda library: library.works,
    lambda library: [library.profile(claim.id) for claim in library],
    lambda library: [to_bibtex(work) for work in library.bibliography.values()],
    facets,
    page,
)
SELDOM: Final = 0.03
XML: Final = frozenset({"docx", "fields", "odt", "docx-own", "house", "comments"})  # what is mutated element by element
# Bytes of a stretch, where a short one tells as much: what is made of it grows with it.
STRETCH: Final = {
    "md": 500,
    "html": 500,
    "md-own": 400,
    "html-own": 400,
    "qmd-own": 400,
    "bib": 1000,
    "works": 1200,
    "list": 600,
    "text": 1200,
    "filters": 40,
}


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return data with some pieces put in, taken out, doubled or moved."""
    for _ in range(rng.randint(1, 8)):
        at, end = sorted(rng.randint(0, len(data)) for _ in range(2))
        end = min(end, at + rng.choice((1, 3, 20, 400)))
        put = rng.choice((b"", rng.choice(PIECES), data[at:end] * rng.randint(1, 4), bytes([rng.randrange(256)])))
        data = data[:at] + put + data[end if rng.random() < 0.5 else at :]
    return data


def swollen(data: bytes, rng: random.Random) -> bytes:
    """Return data in which one piece is there again and again, up to a megabyte."""
    at, end = sorted(rng.randint(0, len(data)) for _ in range(2))
    piece = data[at:end][: rng.choice((1, 2, 9, 80, 3000))] or b" "
    return data[:at] + piece * (rng.choice(SIZES) // len(piece)) + data[end:]


def changed(name: str, data: bytes, rng: random.Random) -> bytes:
    """Return another input of a reader."""
    if name == "cli":
        return twisted_line(rng, mutated)
    if rng.random() < SWOLLEN:
        data = swollen_xml(data, rng, rng.choice(SIZES)) if name in XML else swollen(data, rng)
    return twisted(data, rng, PIECES) if name in XML and rng.random() < 0.9 else mutated(data, rng)


def given(data: bytes) -> Callable[[Path], bytes]:
    """Return what hands over bytes in place of a file's, so that none need be written."""
    return lambda _: data


def stretch(data: bytes, rng: random.Random, size: int = 3000) -> bytes:
    """Return a stretch of a file, so that many inputs are tried."""
    start = rng.randrange(max(1, len(data) - size))
    return data[start : start + size]


class Fuzzer:
    """The readers, and a seed input of each."""

    def __init__(self, place: Path) -> None:
        root = packaged()
        self.place = place
        self.pandoc = OpenPandoc(place)
        self.curated = load()
        self.library = place / "library"
        base = Path(__file__).parent / "cases" / "_base"
        shutil.copytree(base, self.library)
        self.prompt = Prompt(place / "prompt", base)
        example = Path(__file__).parents[1] / "docs" / "voorbeeld" / "bibliotheek"
        self.package = load(example).pack(place / "package")
        self.files = {path: path.read_bytes() for path in sorted(self.package.iterdir())}
        whole = package._Package(self.package)
        self.tables = {path.stem: whole.table(path.stem) for path in self.files if path.suffix == ".parquet"}
        self.plain = {name: pq.read_table(self.package / f"{name}.parquet") for name in self.tables}
        claims = next((root / "evidence").rglob("claims/*.yml")).read_bytes()
        bib, text = (root / "references.bib").read_bytes(), (Path(__file__).parents[1] / "README.md").read_bytes()
        listed = b"Literatuur\n\nJansen, A., & De Vries, B. (2018). Titel. Uitgever. https://doi.org/10.1000/x\n\n"
        cited = b"Thuis telt (Jansen et al., 2018; zie ook Bos, z.d., p. 3). Smit (2012) zag dit bij J. de Vries.\n\n"
        words = text + cited * 5 + listed * 5
        self.targets: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
            "yaml": (claims, self.yaml),
            "bib": (bib, self.bib),
            "library": ((base / "references.bib").read_bytes(), self.whole),
            "packed": (words, self.packed),
            "text": (words, self.text),
            "citations": (words, self.citations),
            "list": (LISTED + listed * 5, self.listed),
            "works": (bib, self.works),
            "filters": (CHOSEN, self.filters),
            "search": (b'voorlezen "thuis" -vaders ouders* betrokkenheid po\xc3\xabzie ', self.search),
            "latex": (rb"{\'e}cole \emph{x} $\alpha$ \ij \& {\"o} \v{c} \textquotedbl\d{a}--- ", self.latex),
            "md": (words, self.document(".md")),
            "html": (
                b"<h1>Kop</h1><p>" + cited + b"</p><ul><li>a<li>b</ul><table><tr><td>x</table>",
                self.document(".html"),
            ),
            "docx": (WORD.encode(), lambda data: self.document(".docx")(word_of(data))),
            "fields": (WORD.encode(), lambda data: readable(word_of(data))),
            "odt": (ODT.encode(), lambda data: self.document(".odt")(odt_of(data))),
            "pdf": (PDF, self.pdf),
            "md-own": (words, self.own(".md")),
            "html-own": (
                b"<nav>x</nav><h1 hidden>Kop</h1><p>" + cited + b"</p><!-- a --><script>b</script><section><small>c",
                self.own(".html"),
            ),
            "docx-own": (WORD.encode(), lambda data: self.own(".docx")(word_of(data))),
            "qmd-own": (b"```{r}\nx <- 1\n```\n\n" + cited + b"`r round(x)` @fig-een\n\n> - a\n\n", self.own(".qmd")),
            "rtf-own": (RTF, self.own(".rtf")),
            "ipynb-own": (NOTEBOOK, self.own(".ipynb")),
            "csl": (b"---\nreferences:\n- id: a\n  author: Bos\n...\n", self.csl),
            "zip": (word_of(SMALL), lambda data: (self.own(".odt")(data), self.own(".docx")(data))),
            "pdf-own": (LINES, self.lines),
            "cli": (b"table\n--format\ncsv", self.command),
        }
        self.targets |= Products(place / "products", example, self.pandoc).targets

    def yaml(self, data: bytes) -> object:
        """Read a YAML file."""
        path = self.put(data, ".yml")
        return read_yaml(path, Report("x"))

    def bib(self, data: bytes) -> object:
        """Read a BibTeX file."""
        return read_bibliography(self.put(data, ".bib"), Report("x"))

    def whole(self, data: bytes) -> object:
        """Read a library of which one file is mutated, and check it."""
        rng = random.Random(data)  # noqa: S311 - no secret
        path = rng.choice(sorted(p for p in self.library.rglob("*") if p.suffix in {".yml", ".bib"}))
        before = path.read_bytes()
        try:
            path.write_bytes(mutated(before, rng))
            return [str(finding) for finding in validate(self.library)[1]]
        finally:
            path.write_bytes(before)

    def packed(self, data: bytes) -> object:
        """Read a packed library of which one file is not what it should be, and ask it what a product asks."""
        rng = random.Random(data)  # noqa: S311 - no secret
        path = rng.choice(list(self.files))
        try:
            if path.suffix == ".json" or rng.random() < RAW:
                path.write_bytes(mutated(self.files[path], rng))
            else:
                packs.break_table(path, rng, self.plain[path.stem])
            packs.sign(self.package, None if path.suffix == ".json" else path)
            with self.kept_tables(path):
                library = Library(read_packed(self.package, large=0)) if rng.random() < HALF else load(self.package)
            return list(library), rng.choice(ASKED[-2:] if rng.random() < SELDOM else ASKED[:-2])(library)
        finally:
            for each in (path, self.package / packs.DESCRIPTOR):
                each.write_bytes(self.files[each])

    def kept_tables(self, changed: Path) -> AbstractContextManager[object]:
        """Return what has only the table that was changed read from its file; all where that is the descriptor."""
        if changed.suffix == ".json":
            return contextlib.nullcontext()
        own = package._Package._read

        def read(which: package._Package, name: str) -> object:
            return own(which, name) if name == changed.stem else self.tables[name]

        return mock.patch.object(package._Package, "_read", read)

    def command(self, line: bytes) -> object:
        """Run a command line: it ends with 0, 1 or 2, and says why where it is not 0."""
        done = self.prompt.run(line)
        assert done.returncode in {0, 1, 2}, done
        assert done.returncode == 0 or done.stdout.strip() or done.stderr.strip(), done
        assert "Traceback" not in done.stderr, done
        return done

    def text(self, data: bytes) -> object:
        """Find sentences, citations and entries."""
        words = data.decode("utf-8", "replace")
        return sentences(words), find_citations(words), find_references(words)

    def citations(self, data: bytes) -> object:
        """Find citations."""
        return find_citations(data.decode("utf-8", "replace"))

    def listed(self, data: bytes) -> object:
        """Find the entries of a list."""
        return find_references(data.decode("utf-8", "replace"))

    def search(self, data: bytes) -> object:
        """Search the curated library."""
        return self.curated.search(data.decode("utf-8", "replace"))

    def latex(self, data: bytes) -> object:
        """Write LaTeX out."""
        try:
            return decode(data.decode("utf-8", "replace"))
        except LatexError:
            return None

    def pdf(self, data: bytes) -> object:
        """Read a PDF, or one whose pages draw this."""
        return self.document(".pdf")(data if data.startswith(b"%PDF") else pdf_of(data))

    def own(self, suffix: str) -> Callable[[bytes], object]:
        """Return what reads a document of a form, where any bytes are what pandoc could have read."""

        def read(data: bytes) -> object:
            with (
                mock.patch.object(pandoc, "parse", lambda content, _: make(content)),
                mock.patch.object(document, "read_bytes", given(data)),
            ):
                return read_document(Path(f"input{suffix}"))

        make = some_tree if suffix in {".docx", ".odt"} else tree_of
        return read

    def csl(self, data: bytes) -> object:
        """Read works in the form of CSL, in YAML and in JSON."""
        with (
            mock.patch.object(pandoc, "parse", lambda content, _: tree_of(content)),
            mock.patch.object(held, "read_bytes", given(data)),
        ):
            return held.read_csl(Path("input.yaml")), held.read_csl(Path("input.json"))

    def works(self, data: bytes) -> object:
        """Read a BibTeX file, and write its works for every program that takes them."""
        entries = read_bibliography(self.put(data, ".bib"), Report("x")).values()
        known = next(iter(self.curated.bibliography.values())).appraisal
        works = [
            Work(
                entry.key, entry.type, entry.authors, entry.editors, entry.fields.get("year", ""), entry.fields,
                known, "x", entry.line, entry.and_others,
            )
            for entry in entries
        ]  # fmt: skip
        ways = (to_csl, to_ris, to_bibtex)
        return [
            [way(work, language=one) for way in ways] + [label(work, one)] for work in works for one in ("nl", "en")
        ]

    def filters(self, data: bytes) -> object:
        """Choose claims by a value that somebody types, and say the choice again."""
        said = data.decode("utf-8", "replace")
        facet = random.Random(data).choice(list(FACETS))  # noqa: S311 - no secret
        chosen = self.curated.where(**{facet: said.split("\n")})  # type: ignore[arg-type]
        return chosen.filter_flags(), chosen.filter_python(), [none_found(chosen, one) for one in ("nl", "en")]

    def lines(self, data: bytes) -> object:
        """Put lines of pages together, as they could stand in a PDF."""
        pages = pdf._without_line_numbers(pages_of(data))
        return assembled("a.pdf", pdf._blocks(pdf._without_running_heads(pages)))

    def document(self, suffix: str) -> Callable[[bytes], object]:
        """Return what reads a document of a form."""

        def read(data: bytes) -> object:
            with self.pandoc(), mock.patch.object(document, "read_bytes", given(data)):
                return read_document(Path(f"input{suffix}"))

        return read

    def close(self) -> None:
        """End what stays open."""
        self.pandoc.close()

    def put(self, data: bytes, suffix: str) -> Path:
        """Write an input down."""
        path = self.place / f"input{suffix}"
        path.write_bytes(data)
        return path

    def once(self, name: str, seed: str) -> str | None:
        """Try one input; return what was found."""
        rng = random.Random(f"{name}-{seed}")  # noqa: S311 - no secret
        data, reader = self.targets[name]
        tried = changed(name, data if name in XML else stretch(data, rng, STRETCH.get(name, 3000)), rng)
        start = time.perf_counter()
        try:
            reader(tried)
        except EvidenceError:
            pass
        except Exception:  # noqa: BLE001 - that is what is looked for
            return self.kept(name, seed, tried, traceback.format_exc(limit=-4))
        seconds = time.perf_counter() - start
        return self.kept(name, seed, tried, f"took {seconds:.1f} seconds") if seconds > SLOW else None

    def kept(self, name: str, seed: str, given: bytes, said: str) -> str:
        """Keep an input, and return what is said of it."""
        path = Path(tempfile.gettempdir(), f"fuzz-{name}-{seed}")
        path.write_bytes(given)
        return f"{name} {seed}, kept as {path}: {said}"


def main(seconds: float, seed: int) -> int:
    """Try inputs for so many seconds, the readers in turn; return how many finds there are."""
    finds = 0
    with tempfile.TemporaryDirectory() as place, contextlib.ExitStack() as stack:
        fuzzer = Fuzzer(Path(place))
        stack.callback(fuzzer.close)
        counts = dict.fromkeys(fuzzer.targets, 0)
        share = seconds / len(counts)
        for name in counts:
            end = time.monotonic() + share
            while time.monotonic() < end:
                found = fuzzer.once(name, f"{seed}.{counts[name]}")
                counts[name] += 1
                if found:
                    finds += 1
                    sys.stdout.write(f"{found}\n")
    sys.stdout.write(f"{counts}: {finds} finds\n")
    return finds


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(1 if main(float(arguments[0]) if arguments else 60, int(arguments[1]) if arguments[1:] else 1) else 0)
