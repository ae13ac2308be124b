"""Reference lists, resolving mentions against them and against the library, and annotating."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from by_hand import PRINTED
from ouderevidence.text import annotate, find_citations, find_references, read_document, reference_span, resolve
from ouderevidence.text.name_forms import folded
from ouderevidence.text.names import mended
from ouderevidence.text.resolution import STATUSES

if TYPE_CHECKING:
    from pathlib import Path

    import ouderevidence as oe

# Names, titles and addresses are made up for their form; no work is meant.
ENTRIES = [
    "Adema, A. B., Bos, C., & Van der Zee, D.-E. (2018). Samen lezen: Een overzicht. Tijdschrift voor Voorbeelden, "
    "12(3), 10–30. https://doi.org/10.9999/voorbeeld.2018.02.001",
    "Centraal Bureau voor de Statistiek [CBS]. (2021). Gezinnen in cijfers. CBS.",
    "Dool, E. van den. (z.d.). Ouders thuis. Geraadpleegd op 3 mei 2021, van https://voorbeeld.nl/ouders",
    "Evers, F. (Red.). (2013a). Wat werkt? Uitgeverij Voorbeeld.",
    "Evers, F. (2013b). Wat werkt niet (2e druk). Uitgeverij Voorbeeld.",
    "García Coll, G., & O’Neill, H. (in druk). Families at home.",
    "Ministerie van Onderwijs, Cultuur en Wetenschap. (2019). Regeling voor voorbeelden.",
]
KEYS = ["adema2018", "centraalbureauvoordestatistiek2021", "doolzd", "evers2013a", "evers2013b", "garcíacollindruk",
        "ministerievanonderwijscultuurenwetenschap2019"]  # fmt: skip


def wrapped(entry: str, width: int = 60) -> str:
    lines, line = [], ""
    for word in entry.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


LAYOUTS = {
    "a blank line between": "\n\n".join(ENTRIES),
    "a line each": "\n".join(ENTRIES),
    "wrapped, a blank line between": "\n\n".join(map(wrapped, ENTRIES)),
    "wrapped, nothing between": "\n".join(map(wrapped, ENTRIES)),
    "bullets": "\n".join(f"- {entry}" for entry in ENTRIES),
    "numbers": "\n".join(f"{number}. {entry}" for number, entry in enumerate(ENTRIES, 1)),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_list_is_split_into_its_entries(layout: str) -> None:
    references = find_references(f"Thuis telt (Adema et al., 2018).\n\nLiteratuur\n\n{layout}\n")
    assert [reference.key for reference in references] == KEYS
    assert [" ".join(reference.text.split()) for reference in references] == ENTRIES


def test_an_entry_gives_authors_year_title_and_doi() -> None:
    first, cbs, dool, evers, second, coll, ministry = find_references("Bronnen\n" + "\n".join(ENTRIES))
    assert [name.full_family for name in first.authors] == ["Adema", "Bos", "Van der Zee"]
    assert first.doi == "10.9999/voorbeeld.2018.02.001"
    assert first.title == "Samen lezen: Een overzicht"
    assert cbs.authors[0].literal == "Centraal Bureau voor de Statistiek [CBS]"
    assert (dool.authors[0].full_family, dool.year, dool.url) == ("van den Dool", "z.d.", "https://voorbeeld.nl/ouders")
    assert (evers.year, evers.title, evers.authors[0].full_family) == ("2013a", "Wat werkt", "Evers")
    assert second.title == "Wat werkt niet"
    assert ([name.family for name in coll.authors], coll.year) == (["García Coll", "O’Neill"], "in druk")
    assert ministry.authors[0].literal == "Ministerie van Onderwijs, Cultuur en Wetenschap"


@pytest.mark.parametrize(
    "heading",
    ["Literatuur", "Literatuurlijst", "# Bronnen", "7. Referenties", "References", "BIBLIOGRAPHY", "**Literatuur**",
     "Geraadpleegde bronnen:", "Bijlage 1: Literatuurlijst", "Reference list", "Works cited", "Literatuur en bronnen"],
)  # fmt: skip
def test_headings_in_both_languages_are_known(heading: str) -> None:
    assert len(find_references(f"Tekst.\n\n{heading}\n\n" + "\n\n".join(ENTRIES))) == len(ENTRIES)


@pytest.mark.parametrize("glue", ["\n", "\n\n"])
@pytest.mark.parametrize("address", ["https://voorbeeld.nl/ouders/203587/", "https://voorbeeld.nl/ouders-en-school"])
def test_an_address_without_a_full_stop_ends_an_entry(address: str, glue: str) -> None:
    entries = [
        f"Adema, A. (2018). Samen lezen. {address}",
        f"CBS. (2021). Gezinnen. {address}",
        "Bos, C. (2019). Slot.",
    ]
    found = find_references("Literatuur\n\n" + glue.join(entries))
    assert [reference.text for reference in found] == entries


def test_the_list_ends_at_the_next_heading() -> None:
    text = "Literatuur\n\n" + "\n\n".join(ENTRIES) + "\n\nBijlagen\n\nOuders, wat (2018). Vragen."
    assert len(find_references(text)) == len(ENTRIES)
    span = reference_span(text)
    assert span is not None
    assert text[slice(*span)].startswith("Literatuur")
    assert "Bijlagen" not in text[slice(*span)]


def test_a_word_in_the_text_is_no_list() -> None:
    assert find_references("Literatuur\n\nis een mooi vak. Bronnen zijn er genoeg.") == ()
    assert reference_span("Geen lijst.") is None


def test_entries_of_a_list_are_no_citations() -> None:
    assert find_citations("Literatuur\n\n" + "\n\n".join(ENTRIES)) == ()


@given(
    st.lists(
        st.sampled_from([*ENTRIES, "Literatuur", "\n", "\n\n", "References\n", "(2018)"]) | st.text(max_size=20)
    ).map("".join)
)
def test_entries_stand_where_they_say(text: str) -> None:
    last = 0
    keys = set()
    for reference in find_references(text):
        assert text[reference.start : reference.end] == reference.text
        assert last <= reference.start < reference.end
        assert reference.key not in keys
        last = reference.end
        keys.add(reference.key)


def test_a_reference_list_in_a_pdf_is_found(tmp_path: Path) -> None:
    plain = "\n\n".join(entry.translate({ord(c): f"\\{c}" for c in "[]/&"}) for entry in ENTRIES)
    source = f'#set page(paper: "a5")\n#set par(justify: true)\n= Plan\nThuis.\n= Literatuur\n{plain}'
    (tmp_path / "plan.typ").write_text(source, encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(typst.compile(str(tmp_path / "plan.typ")))
    assert [r.key for r in find_references(read_document(tmp_path / "plan.pdf").text)] == KEYS


def test_a_reference_list_in_a_document_is_found(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("Thuis.\n\n## Literatuur\n\n" + "\n\n".join(ENTRIES), encoding="utf-8")
    assert [r.key for r in find_references(read_document(tmp_path / "plan.md").text)] == KEYS


def test_every_mention_of_the_factsheet_is_resolved(factsheet_text: str, library: oe.Library) -> None:
    found = resolve(find_citations(factsheet_text), library.bibliography.values())
    assert sorted((mended(r.mention.text), r.key) for r in found) == sorted(
        (printed, key) for _, printed, key, _ in PRINTED
    )
    assert {(r.differences[0].printed, r.differences[0].found) for r in found if r.status != "exact"} == {
        ("Anthony-Newman", "Antony-Newman"), ("Ilias", "Iliás"),
    }  # fmt: skip


CASES = [
    ("(Adema et al., 2018)", "exact", "adema2018"),
    ("(Adema, Bos, & Van der Zee, 2018)", "exact", "adema2018"),
    ("(Adema & Bos, 2018)", "variant", "adema2018"),
    ("(Adéma et al., 2018)", "variant", "adema2018"),
    ("(Addema et al., 2018)", "variant", "adema2018"),
    ("(Adema et al., 2019)", "year", "adema2018"),
    ("(Adema et al., 2005)", "unknown", None),
    ("(Zomer, 2018)", "unknown", None),
    ("(CBS, 2021)", "exact", "centraalbureauvoordestatistiek2021"),
    ("(Centraal Bureau voor de Statistiek, 2021)", "exact", "centraalbureauvoordestatistiek2021"),
    ("(Van den Dool, z.d.)", "exact", "doolzd"),
    ("(van den Dool, n.d.)", "exact", "doolzd"),
    ("(Dool, z.d.)", "variant", "doolzd"),
    ("(Evers, 2013a)", "exact", "evers2013a"),
    ("(Evers, 2013)", "ambiguous", None),
    ("(García Coll & O'Neill, in druk)", "exact", "garcíacollindruk"),
    ("(Garcia-Coll & ONeill, in druk)", "variant", "garcíacollindruk"),
    ("(García Coll en O’Neill, in press)", "exact", "garcíacollindruk"),
    (
        "(Ministerie van Onderwijs, Cultuur en Wetenschap, 2019)",
        "exact",
        "ministerievanonderwijscultuurenwetenschap2019",
    ),
    ("(Evers et al., 2013b)", "variant", "evers2013b"),
    ("(J. Evers, persoonlijke communicatie, 3 mei 2013)", "personal", None),
    ("Frank Evers (2013b) zegt het.", "exact", "evers2013b"),
]


@pytest.mark.parametrize(("text", "status", "key"), CASES, ids=[case[0] for case in CASES])
def test_a_mention_is_resolved_with_a_reason(text: str, status: str, key: str | None) -> None:
    references = find_references("Literatuur\n\n" + "\n\n".join(ENTRIES))
    (found,) = resolve(find_citations(text), references)
    assert (found.status, found.key) == (status, key)
    assert found.reason.nl
    assert found.reason.en
    assert bool(found.differences) == (status in {"variant", "year"})


def test_every_status_is_tried() -> None:
    assert {status for _, status, _ in CASES} == set(STATUSES)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair))), max_size=5)


@given(st.text(alphabet="ab<&\n", min_size=30, max_size=40), SPANS)
def test_annotating_puts_words_in_and_loses_none(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [(span, "⟦", "⟧") for span in spans]
    crossing = any(a < c < b < d for a, b in spans for c, d in spans)
    if crossing:
        with pytest.raises(ValueError, match="must nest"):
            annotate(text, marks)
        return
    made = annotate(text, marks)
    assert made.replace("⟦", "").replace("⟧", "") == text
    assert made.count("⟦") == made.count("⟧") == len(spans)


def test_annotating_escapes_what_is_between() -> None:
    text = "A & B (Bos, 2018) < C"
    (mention,) = find_citations(text)
    made = annotate(text, [((mention.start, mention.end), "<mark>", "</mark>")], escape=html.escape)
    assert made == "A &amp; B (<mark>Bos, 2018</mark>) &lt; C"


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        annotate("kort", [((2, 9), "[", "]")])
