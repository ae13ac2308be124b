"""Reference lists with known answers: where a list stands, where its entries begin, and what each is."""

from __future__ import annotations

import pytest

from ouderevidence.text import find_references, reference_span, reference_spans
from ouderevidence.text.entry_head import late_head, mark_length, read_authors, read_head

# Made up for their form; no work is meant.
ABEL = "Abel, P. (2001). Een titel. Uitgever."
BOM = "Bom, Q. (2002). Twee titels. Uitgever."
CAS = "Cas, R. (2003). Drie titels. Uitgever."
DOL = "Dol, S. (2004). Vier titels. Uitgever."
FOUR = [ABEL, BOM, CAS, DOL]


def entries(text: str) -> list[str]:
    found = find_references(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    return [one.text for one in found]


def spans(text: str) -> list[str]:
    return [text[start:end] for start, end in reference_spans(text)]


# -- where a list stands -----------------------------------------------------------------------------------------------


def test_a_list_runs_from_its_heading_to_its_last_entry() -> None:
    text = f"Tekst.\n\nLiteratuur\n\n{ABEL}\n\n{BOM}\n\nSlot van de tekst."
    assert spans(text) == [f"Literatuur\n\n{ABEL}\n\n{BOM}"]
    assert entries(text) == [ABEL, BOM]
    assert reference_span(text) == (8, len(text) - len("\n\nSlot van de tekst."))


def test_every_list_of_a_text_is_found_and_the_last_is_named() -> None:
    one, two = f"# Literatuur\n\n{ABEL}", f"# Literatuur\n\n{ABEL}\n\n{BOM}"
    text = f"# Een\n\n{one}\n\n# Twee\n\nTekst hier.\n\n{two}"
    assert spans(text) == [one, two]
    assert [(r.key, r.group) for r in find_references(text)] == [("abel2001", 0), ("abel2001-2", 1), ("bom2002", 1)]
    last = reference_span(text)
    assert last is not None
    assert text[slice(*last)] == two


@pytest.mark.parametrize("between", ["Websites", "Bronnen", "Artikelen", "## Literatuur"])
def test_a_heading_within_a_list_splits_it_not(between: str) -> None:
    text = f"Literatuur\n\n{ABEL}\n\n{between}\n\n{BOM}"
    assert spans(text) == [text]
    assert [r.group for r in find_references(text)] == [0, 0]


def test_a_heading_without_entries_begins_no_list() -> None:
    assert spans(f"Bronnen\n\nLiteratuur\n\n{ABEL}") == [f"Literatuur\n\n{ABEL}"]
    assert spans(f"Websites\n\n{ABEL}") == []
    assert spans("Literatuur\n\nNiets.") == []
    assert reference_span("Literatuur\n\nNiets.") is None


@pytest.mark.parametrize(
    "after", ["Bijlagen", "# Bijlage 1", "Appendix A", "Noten", "Eindnoten", "Over de auteurs", "Dankwoord", "Colofon"]
)
def test_a_list_ends_before_what_stands_behind_it(after: str) -> None:
    assert entries(f"Literatuur\n\n{ABEL}\n\n{after}\n\n{BOM}") == [ABEL]


@pytest.mark.parametrize(
    "heading",
    ["Literatuuropgave", "Literatuurverwijzingen", "Geraadpleegde literatuur", "Gebruikte bronnen", "Bronvermelding",
     "Bronnenlijst", "Referentielijst", "Bibliografie", "Verwijzingen", "List of references", "Literature cited",
     "Selected references", "A. Literatuur", "3.2 Literatuur", "Appendix B References", "Literatuur (APA 7)",
     "Literatuur bij hoofdstuk 2", "## Literatuur ##", "Bronnen en verder lezen", "*Literatuur:*"],
)  # fmt: skip
def test_a_heading_may_say_more(heading: str) -> None:
    assert spans(f"Tekst.\n\n{heading}\n\n{ABEL}") == [f"{heading}\n\n{ABEL}"]


@pytest.mark.parametrize("heading", ["De literatuur zegt veel", "Wetten", "Verder lezen", "Bronnenonderzoek", "Boeken"])
def test_other_headings_begin_no_list(heading: str) -> None:
    assert spans(f"Tekst.\n\n{heading}\n\n{ABEL}") == []


def test_the_first_entry_stands_within_1200_characters_of_its_heading() -> None:
    def found(between: int) -> list[str]:
        return entries("Literatuur\n\n" + "x " * ((between - 4) // 2) + f"\n\n{ABEL}")

    assert found(1200) == [ABEL]
    assert found(1202) == []


# -- without a heading -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("glue", ["\n\n", "\n", "\n* ", "\n• ", "\n12. "])
def test_four_entries_are_a_list_without_a_heading_and_three_are_not(glue: str) -> None:
    text = f"Wat wij lazen{glue if glue != chr(10) else chr(10) * 2}" + glue.join(FOUR)
    assert entries(text) == FOUR
    assert entries("Wat wij lazen\n" + glue + glue.join(FOUR[:3])) == []


def test_a_list_without_a_heading_begins_at_its_first_entry() -> None:
    listed = "\n\n".join(FOUR)
    assert spans(f"Tekst.\n\n{listed}\n\nSlot.") == [listed]
    assert spans(listed) == [listed]


def test_lists_with_and_without_a_heading_stand_in_order() -> None:
    first, second = "\n\n".join(FOUR), f"Literatuur\n\n{BOM}"
    third, verder = "\n\n".join(FOUR), "Zo gaat de tekst door met veel woorden. " * 40
    text = f"Een.\n\n{first}\n\nZo gaat de tekst verder.\n\n{second}\n\n{verder}\n\n{third}\n\nSlot."
    assert spans(text) == [first, second, third]
    assert [r.group for r in find_references(text)] == [0] * 4 + [1] + [2] * 4


def test_entries_1500_characters_apart_are_together() -> None:
    def found(between: int) -> int:
        # from the first letter of one entry to that of the next
        return len(entries("\n\n".join([ABEL, BOM + " " + "x" * (between - len(BOM) - 3), CAS, DOL])))

    assert found(1500) == 4
    assert found(1501) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Abel P (2001) Een titel.",
        "CBS. (2001). Een titel.",
        "Abel, P. (2001) en anderen zeggen.",
        "Abel, P.\n\n(2001). Een titel.",
    ],
)
def test_without_a_heading_only_sure_entries_count(line: str) -> None:
    assert entries("\n\n".join([line, BOM, CAS, DOL])) == []


@pytest.mark.parametrize("line", ["Abel P (2001). Een titel.", "Abel, P. (2001) Een titel.", "Abel, P. "
"(2001), “Een titel”.",
                                  "Abel, P. (2001). *Een titel*.", "[1] Abel, P. (2001). 3 titels."])  # fmt: skip
def test_without_a_heading_entries_have_many_forms(line: str) -> None:
    assert len(entries("\n\n".join([line, BOM, CAS, DOL]))) == 4


# -- what an entry is --------------------------------------------------------------------------------------------------


def test_keys_are_unique_and_say_name_and_year() -> None:
    listed = [ABEL, ABEL, "Abel, P. (2001a). Nog een. U.", "Abel, P. (z.d.). Titel. U.", "Vos, A. (1984 "
    "[1979]). Titel. U.",
              "Centraal Bureau [CBS]. (2010). Titel.", ABEL, "Dool, A., & Eik, B. (2012). Titel. U."]  # fmt: skip
    found = find_references("Literatuur\n\n" + "\n\n".join(listed))
    assert [r.key for r in found] == [
        "abel2001", "abel2001-2", "abel2001a", "abelzd", "vos1979/1984", "centraalbureau2010", "abel2001-3",
        "dool2012",
    ]  # fmt: skip


def test_a_dash_stands_for_the_authors_of_the_entry_before() -> None:
    first, second = find_references(f"Literatuur\n\n{ABEL}\n\n———. (2005). Meer. Uitgever.")
    assert second.authors == first.authors
    assert (second.key, second.year, second.title) == ("abel2005", "2005", "Meer")
    (alone,) = find_references("Literatuur\n\n———. (2005). Meer. Uitgever.")
    assert (alone.authors, alone.key) == ((), "2005")


@pytest.mark.parametrize(
    ("rest", "title"),
    [
        ("Een titel. Uitgever.", "Een titel"),
        ("Een titel? Uitgever.", "Een titel"),
        ("Een titel! https://voorbeeld.nl", "Een titel"),
        ("Een titel: met ondertitel. Uitgever.", "Een titel: met ondertitel"),
        ("Een titel (2e druk). Uitgever.", "Een titel"),
        ("Een titel (3rd ed.). Uitgever.", "Een titel"),
        ("Een titel [Website]. Uitgever.", "Een titel"),
        ("*Een titel*. Uitgever.", "Een titel"),
        ("“Een titel.” Uitgever.", "Een titel"),
        ("Titel van de V.S. in 2020. Uitgever.", "Titel van de V.S. in 2020"),
        ("Een ti-\ntel. Uitgever.", "Een titel"),
        ("[Zonder titel].", "[Zonder titel]"),
        ("Een titel", "Een titel"),
        ("", None),
        (".", None),
    ],
)
def test_a_title_ends_where_the_next_part_begins(rest: str, title: str | None) -> None:
    (found,) = find_references(f"Literatuur\n\nAbel, P. (2001). {rest}")
    assert found.title == title


@pytest.mark.parametrize(
    ("printed", "doi", "url"),
    [
        ("https://doi.org/10.1000/AB.1", "10.1000/ab.1", "https://doi.org/10.1000/AB.1"),
        ("https://doi.org/10.1000/AB-\nc.1).", "10.1000/ab-c.1", "https://doi.org/10.1000/AB-c.1"),
        ("doi: 10.1000/x;", "10.1000/x", None),
        ("https://voorbeeld.nl/\npad,", None, "https://voorbeeld.nl/pad"),
        ("Geen adres 10.10/x.", None, None),
    ],
)
def test_doi_and_address_are_read_without_what_ends_the_sentence(
    printed: str, doi: str | None, url: str | None
) -> None:
    (found,) = find_references(f"Literatuur\n\nAbel, P. (2001). Een titel. {printed}")
    assert (found.doi, found.url) == (doi, url)


@pytest.mark.parametrize(
    ("names", "complete"),
    [("Abel, P.", True), ("Abel, P., et al.", False), ("Abel, P., e.a.", False), ("Abel, P., e. a.", False),
     ("Abel, P., … Bom, Q.", False), ("Abel, P., . . . Bom, Q.", False)],
)  # fmt: skip
def test_a_list_of_authors_is_whole_or_says_not(names: str, complete: bool) -> None:
    (found,) = find_references(f"Literatuur\n\n{names} (2001). Over e.a. en meer. Uitgever.")
    assert (found.complete, found.authors[0].family) == (complete, "Abel")


def test_places_are_those_of_the_text_as_it_was() -> None:
    assert entries("Literatuur\n\nA\u200bbel, P. (2001). Een ﬁlm.\n\nBom, Q. (2002). Twee.") == [
        "A\u200bbel, P. (2001). Een ﬁlm.", "Bom, Q. (2002). Twee.",
    ]  # fmt: skip


def test_a_year_may_stand_at_the_end() -> None:
    found = find_references(
        "Literatuur\n\nSmith, John. Een boek. Amsterdam: Uitgever, 1999.\n\nBos, Jan, en Piet Cas. Nog een. "
        "Utrecht 2001."
    )
    assert [(r.key, [a.family for a in r.authors], r.title) for r in found] == [
        ("smith1999", ["Smith"], "Een boek"), ("bos2001", ["Bos", "Cas"], "Nog een"),
    ]  # fmt: skip


# -- how a list is split -----------------------------------------------------------------------------------------------


def test_a_list_is_over_after_1500_characters_that_are_no_entry() -> None:
    def count(length: int) -> int:
        return len(entries(f"Literatuur\n\n{ABEL}\n\n{'X' * (length - 1)}.\n\n{BOM}"))

    assert count(1500) == 2
    assert count(1501) == 1


def test_running_text_counts_double() -> None:
    prose = "Hier staat gewone tekst. Daarna komt meer tekst en dan nog wat. Verder gaat het zo door tot het eind. "
    text = f"Literatuur\n\n{ABEL}\n\nEen alinea. {prose * 8}\n\n{BOM}"
    assert entries(text) == [ABEL]
    assert entries(f"Literatuur\n\n{ABEL}\n\nEen alinea. {prose * 7}\n\n{BOM}") == [ABEL, BOM]


def test_the_last_entry_ends_at_a_blank_line_or_after_900_characters() -> None:
    long = f"{ABEL} " + "lang " * 300
    assert entries(f"Literatuur\n\n{long}") == [long[:900]]
    assert entries(f"Literatuur\n\n{ABEL} {'lang ' * 100}\n\n{'nog lang ' * 100}") == [f"{ABEL} {'lang ' * 100}"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([ABEL, "verder in kleine letters."], [f"{ABEL}\n\nverder in kleine letters."]),
        (
            ["Abel, P. (2001). Een titel van,", "Uitgever Noord."],
            ["Abel, P. (2001). Een titel van,\n\nUitgever Noord."],
        ),
        (["Abel, P. (2001). Een titel", "Uitgever Noord."], ["Abel, P. (2001). Een titel\n\nUitgever Noord."]),
        ([ABEL, "Los woord.", BOM], [ABEL, BOM]),
    ],
)
def test_a_paragraph_goes_on_with_the_entry_before_where_that_is_open(listed: list[str], expected: list[str]) -> None:
    assert entries("Literatuur\n\n" + "\n\n".join([*listed, CAS])) == [*expected, CAS]


def test_a_line_that_goes_on_begins_no_entry() -> None:
    listed = ["Abel, P., &", "Bom, Q. (2001). Een titel. In", "Cas, R. (Red.), Bundel. Uitgever.", DOL]
    assert entries("Literatuur\n" + "\n".join(listed)) == ["\n".join(listed[:3]), DOL]


# -- heads -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "length"),
    [("- x", 2), ("• x", 2), ("* x", 2), ("– x", 2), ("1. x", 3), ("12) x", 4), ("[1] x", 4), ("(1) x", 4),
     ("123. x", 5),
     ("1234. x", 0), ("1 x", 0), ("a. x", 0), ("x", 0), ("", 0)],
)  # fmt: skip
def test_the_mark_before_an_entry(line: str, length: int) -> None:
    assert mark_length(line) == length


@pytest.mark.parametrize(
    ("text", "kind", "names", "year"),
    [
        ("Abel, P. (2001). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (2001a). Titel", "people", "Abel, P.", "2001a"),
        ("Abel, P. 2001. Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (2001, 3 mei). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (3 mei 2001). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (mei 2001). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (ca. 2001). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P. (1984 [1979]). Titel", "people", "Abel, P.", "1979/1984"),
        ("Abel, P. (1996/2008). Titel", "people", "Abel, P.", "1996/2008"),
        ("Abel, P. (2008/2008). Titel", "people", "Abel, P.", "2008"),
        ("Abel, P. (z.d.). Titel", "people", "Abel, P.", "z.d."),
        ("Abel, P. (z. d.). Titel", "people", "Abel, P.", "z.d."),
        ("Abel, P. (z.d.-b). Titel", "people", "Abel, P.", "z.d.-b"),
        ("Abel, P. (n.d.). Titel", "people", "Abel, P.", "n.d."),
        ("Abel, P. (z.j.). Titel", "people", "Abel, P.", "z.j."),
        ("Abel, P. (zonder jaar). Titel", "people", "Abel, P.", "z.d."),
        ("Abel, P. (no date). Titel", "people", "Abel, P.", "z.d."),
        ("Abel, P. (in\ndruk). Titel", "people", "Abel, P.", "in druk"),
        ("Abel, P. (Red.). (2001). Titel", "people", "Abel, P.", "2001"),
        ("Abel, P., & Bom, Q. (2001). Titel", "people", "Abel, P., & Bom, Q.", "2001"),
        ("P. Abel en Q. Bom (2001). Titel", "people", "P. Abel en Q. Bom", "2001"),
        ("———. (2001). Titel", "same", "", "2001"),
        ("CBS. (2001). Titel", "body", "CBS.", "2001"),
        ("Inspectie jeugdzorg (2001). Titel", "body", "Inspectie jeugdzorg", "2001"),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap (2001). Titel", "body",
         "Ministerie van Onderwijs, Cultuur en Wetenschap", "2001"),
        ("Ministerie van OCW (2001). Titel", "body", "Ministerie van OCW", "2001"),
        ("Gemeente Rotterdam (2001). Titel", "body", "Gemeente Rotterdam", "2001"),
    ],
)  # fmt: skip
def test_the_head_of_an_entry(text: str, kind: str, names: str, year: str) -> None:
    head = read_head(text, 0, len(text))
    assert head is not None
    assert (head.kind, text[: head.names_end].strip(), head.year) == (kind, names, year)
    assert text[head.end :].lstrip("). ") == "Titel"


@pytest.mark.parametrize(
    "text",
    [
        "(2001). Titel",
        "In 2001 was het zo.",
        "Dit is een zin. En nog een (2001). Titel",
        "uitgever noord (2001). Titel",
        "Titel: ondertitel (2001). Meer",
        "Tijdschrift, 12(3), 10-30 (2001).",
        "Abel zegt dat dit en dat zo is in (2001). Titel",
        f"{'Naam ' * 24}X (2001). Titel",
        "",
    ],
)
def test_what_is_no_head(text: str) -> None:
    assert read_head(text, 0, len(text)) is None


def test_a_year_must_stand_within_600_characters() -> None:
    people = "Abel, P., "
    near, far = people * 57 + "Bom, Q. (2001). Titel", people * 60 + "Bom, Q. (2001). Titel"
    assert read_head(near, 0, len(near)) is not None
    assert read_head(far, 0, len(far)) is None


def test_a_late_head_takes_the_last_year() -> None:
    text = "Smith, John. Kroniek van 1950. Amsterdam, 1999."
    head = late_head(text, 0, len(text))
    assert head is not None
    assert (head.kind, text[: head.end].strip(), head.year) == ("late", "Smith, John", "1999")
    assert late_head("Een boek. Amsterdam, 1999.", 0, 26) is None
    assert late_head("Smith, John. Een boek.", 0, 22) is None


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (
            "Adema, A. B., Bos, C., & Van der Zee, D.-E. (Red.)",
            [("Adema", "A. B."), ("Bos", "C."), ("Van der Zee", "D.-E.")],
        ),
        ("Joke Hermsen en Peter van Zon", [("Hermsen", "Joke"), ("van Zon", "Peter")]),
        ("Zon, P. van, e.a.", [("van Zon", "P.")]),
        ("Adema A, Bos C", [("Adema", "A"), ("Bos", "C")]),
        ("A. Adema, B. Bos", [("Adema", "A."), ("Bos", "B.")]),
        ("King, M. L., Jr., & Bos, A.", [("King", "M. L."), ("Bos", "A.")]),
        ("Adema, Anna Maria & Bos, Bert", [("Adema", "Anna Maria"), ("Bos", "Bert")]),
        ("Riessen van, R.", [("van Riessen", "R.")]),
        ("DUO Team", [("DUO Team", "")]),
        ("RStudio Team", [("RStudio Team", "")]),
        ("Ministerie van OCW", [("Ministerie van OCW", "")]),
        ("Ministerie van VWS.", [("Ministerie van VWS", "")]),
        ("", []),
    ],
)
def test_the_authors_of_an_entry(printed: str, names: list[tuple[str, str]]) -> None:
    assert [(name.full_family, name.given) for name in read_authors(printed)] == names


# -- long lists without a heading --------------------------------------------------------------------------------------

BODIES = [f"Stichting {c}{d}el. (2001). Een titel van de stichting." for c in "BCDFGKLM" for d in "aeiou"]
PERSONS = [f"{c}{d}el, P. (2001). Een titel. Uitgever." for c in "NPRSTVWZ" for d in "aeiou"]
PROSE = "Zo gaat de tekst door met veel woorden. " * 40


def test_bodies_behind_the_last_sure_entry_belong_to_the_list() -> None:
    assert sum(map(len, BODIES)) > 1500
    assert entries("\n\n".join([*FOUR, *BODIES])) == [*FOUR, *BODIES]


def test_what_one_list_holds_begins_no_other() -> None:
    listed = [*FOUR, *BODIES[:32], *PERSONS]
    found = find_references("\n\n".join(listed))
    assert len({one.start for one in found}) == len(found)
    assert [one.text[:4] for one in found] == [one[:4] for one in listed]


def test_two_lists_without_a_heading_are_two() -> None:
    first, second = "\n\n".join(FOUR), "\n\n".join(PERSONS[:4])
    assert spans(f"{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}") == [first, second]
    third = "\n\n".join([*FOUR, *BODIES[:32], *PERSONS[:4]])
    assert spans(f"{third}\n\n{PROSE}\n\n{second}\n\n{PROSE}") == [third, second]


def test_three_entries_apart_from_four_are_no_list() -> None:
    first, second = "\n\n".join(FOUR[:3]), "\n\n".join(PERSONS[:4])
    assert spans(f"{first}\n\n{PROSE}\n\n{second}\n\n{PROSE}") == [second]
    assert spans(f"{second}\n\n{PROSE}\n\n{first}\n\n{PROSE}") == [second]
