"""Quotations: where one that ends before a citation begins, and where one behind it ends; what is none."""

from __future__ import annotations

import pytest

from ouderevidence.text.quotations import quotation_at, quotation_before


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Zo is “lezen voor het leven” (", "“lezen voor het leven”"),
        ("Zo is „lezen voor het leven” (", "„lezen voor het leven”"),
        ("Zo is „lezen voor het leven“ (", "„lezen voor het leven“"),
        ("Zo is ”lezen voor het leven” (", "”lezen voor het leven”"),
        ('Zo is "lezen voor het leven" (', '"lezen voor het leven"'),
        ("Zo is ‘lezen voor het leven’ (", "‘lezen voor het leven’"),
        ("Zo is 'lezen voor het leven' (", "'lezen voor het leven'"),
        ("Zo is «lezen voor het leven» (", "«lezen voor het leven»"),
        ("Zo is »lezen voor het leven« (", "»lezen voor het leven«"),
        ("Zo is “lezen voor het leven”. (", "“lezen voor het leven”"),
        ("Zo is “lezen voor het leven.”\n(", "“lezen voor het leven.”"),
        ("Zo is “lezen voor ‘het’ leven” [", "“lezen voor ‘het’ leven”"),
        ('Hij zei "ja" en "lezen voor het leven" (', '"lezen voor het leven"'),
        ("De “ouders” lezen voor het leven (", None),  # words between it and the bracket
        ("Zo lezen 's avonds alle ouders' (", None),  # an apostrophe
        ("Zo lezen ’s avonds alle ouders’ (", None),
        ("Zo is “lezen\n\nvoor het leven” (", None),  # of another paragraph
        ("Zo is lezen voor het leven” (", None),
    ],
)
def test_a_quotation_before_a_bracket_is_found_whole(text: str, quoted: str | None) -> None:
    found = quotation_before(text, len(text) - 1)
    assert (text[slice(*found)] if found else None) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“lezen voor het leven” en zo", "“lezen voor het leven”"),
        ("„lezen voor het leven“ en zo", "„lezen voor het leven“"),
        ('"lezen voor het leven". En zo', '"lezen voor het leven"'),
        ("‘lezen voor foto’s van het leven’, zo", "‘lezen voor foto’s van het leven’"),
        ("'lezen voor foto's van het leven', zo", "'lezen voor foto's van het leven'"),
        ("“lezen\n\nvoor het leven” en zo", None),
        ("“lezen voor het leven", None),
        ("lezen voor “het leven”", None),
    ],
)
def test_a_quotation_that_begins_here_is_found_whole(text: str, quoted: str | None) -> None:
    found = quotation_at(text, 0)
    assert (text[slice(*found)] if found else None) == quoted


def test_a_quotation_has_a_longest_length_so_that_looking_for_it_takes_no_time_that_grows_with_the_text() -> None:
    for words, found in (("lezen " * 300, True), ("lezen " * 400, False)):
        quoted = f"“{words}zo”"
        assert quotation_before(f"{quoted} (", len(quoted) + 1) == ((0, len(quoted)) if found else None)
        assert quotation_at(quoted, 0) == ((0, len(quoted)) if found else None)
