"""A short, seeded part of what ``make fuzz`` does: every outcome is a result or an ``EvidenceError``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from fuzz import Fuzzer
from one_part import ODT, WORD, odt_of, word_of
from ouderevidence.document import pandoc
from ouderevidence.model.errors import RenderError
from ouderevidence.text import find_citations

if TYPE_CHECKING:
    from collections.abc import Iterator


INPUTS: Final = {
    "yaml": 300,
    "bib": 150,
    "library": 20,
    "text": 100,
    "md": 50,
    "html": 100,
    "docx": 100,
    "citations": 100,
    "list": 100,
    "search": 100,
    "latex": 200,
    "fields": 100,
    "odt": 100,
    "pdf": 60,
    "md-own": 100,
    "html-own": 100,
    "docx-own": 100,
    "qmd-own": 100,
    "rtf-own": 100,
    "ipynb-own": 100,
    "csl": 100,
    "works": 100,
    "filters": 100,
    "zip": 100,
    "pdf-own": 100,
    "packed": 40,
    "cli": 100,
    "picture": 100,
    "house": 40,
    "record": 40,
    "results": 40,
    "journal": 40,
    "audit": 15,
    "comments": 30,
    "trace": 15,
    "curate": 5,
}


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fuzzer]:
    place: Path = tmp_path_factory.mktemp("fuzz")
    made = Fuzzer(place)
    yield made
    made.close()


@pytest.mark.parametrize(("reader", "inputs"), INPUTS.items())
def test_twisted_input_ends_in_a_result_or_an_error_of_ours(reader: str, inputs: int, fuzzer: Fuzzer) -> None:
    found = [said for number in range(inputs) if (said := fuzzer.once(reader, f"test.{number}"))]
    assert not found, "\n".join(found)


def test_every_target_of_the_fuzzer_is_tried_here_and_guided(fuzzer: Fuzzer) -> None:
    listed = re.search(r"^READERS \?= (.*)$", (Path(__file__).parents[1] / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert listed is not None
    assert set(INPUTS) == set(fuzzer.targets) == set(listed[1].split())


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("markdown", "Één\ttab\r\n\r\n- a\rb\n\t- c [@bos2015]\n".encode()),
        ("markdown", b"\xef\xbb\xbfKop\n===\n"),
        ("markdown", b"een \xff, geen UTF-8"),
        ("html", b"<p>a\tb<pre>x\ty\r\n</pre>"),
        ("rtf", rb"{\rtf1 x \'e9}"),
        ("docx+citations", word_of(WORD.encode())),
        ("odt", odt_of(ODT.encode())),
        ("docx", b"PK"),
        ("ipynb", b'{"cells'),
        ("csljson", b"[]"),
    ],
)
def test_a_pandoc_that_stays_open_reads_as_the_program_does(form: str, data: bytes, fuzzer: Fuzzer) -> None:
    def read() -> object:
        try:
            return pandoc.parse(data, form)
        except RenderError:
            return None

    own = read()
    before = sum(fuzzer.pandoc.counts.values())
    with fuzzer.pandoc():
        assert read() == own
    assert sum(fuzzer.pandoc.counts.values()) > before


def test_an_input_that_the_open_pandoc_ends_on_goes_the_way_of_the_program(fuzzer: Fuzzer) -> None:
    before = fuzzer.pandoc.counts["ended"]
    with fuzzer.pandoc():
        assert pandoc.parse(b"a", "markdown")["blocks"]
        fuzzer.pandoc.kill()
        assert pandoc.parse(b"b", "markdown")["blocks"]
        assert pandoc.parse(b"c", "markdown")["blocks"]
    assert fuzzer.pandoc.counts["ended"] == before + 1


@pytest.mark.parametrize("text", ["bij J.de,A et al 2018", "(J.de, A et al., 2018)", "Zie J.van der,Bos & A (2018)"])
def test_a_particle_that_hangs_on_an_initial_is_no_author(text: str) -> None:
    assert all(all(mention.authors) for mention in find_citations(text))
