"""A short, seeded part of what ``make fuzz`` does: every outcome is a result or an ``EvidenceError``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fuzz import Fuzzer
from ouderevidence.text import find_citations

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory: pytest.TempPathFactory) -> Fuzzer:
    place: Path = tmp_path_factory.mktemp("fuzz")
    return Fuzzer(place)


@pytest.mark.parametrize(
    ("reader", "inputs"),
    [
        ("yaml", 300),
        ("bib", 150),
        ("library", 20),
        ("text", 100),
        ("md", 5),
        ("html", 5),
        ("docx", 3),
        ("citations", 100),
        ("list", 100),
        ("search", 100),
        ("latex", 200),
        ("fields", 100),
        ("odt", 3),
        ("pdf", 60),
        ("md-own", 100),
        ("html-own", 100),
        ("docx-own", 100),
        ("qmd-own", 100),
        ("rtf-own", 100),
        ("ipynb-own", 100),
        ("csl", 100),
        ("works", 100),
        ("filters", 100),
        ("zip", 100),
        ("pdf-own", 100),
        ("packed", 40),
    ],
)
def test_twisted_input_ends_in_a_result_or_an_error_of_ours(reader: str, inputs: int, fuzzer: Fuzzer) -> None:
    found = [said for number in range(inputs) if (said := fuzzer.once(reader, f"test.{number}"))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("text", ["bij J.de,A et al 2018", "(J.de, A et al., 2018)", "Zie J.van der,Bos & A (2018)"])
def test_a_particle_that_hangs_on_an_initial_is_no_author(text: str) -> None:
    assert all(all(mention.authors) for mention in find_citations(text))
