"""Brackets and the lines of a reference list, with known answers: what few texts hold and must still be read right."""

from __future__ import annotations

import pytest

from ouderevidence.text import entries, entry_head, find, find_citations, find_references

FIVE = ["Abel", "Bom", "Cas", "Dol", "Eik"]


def labels(text: str) -> list[str]:
    return [mention.label for mention in find_citations(text)]


def heads(text: str) -> list[tuple[str, str]]:
    """Return the first name and the year of each entry of a list."""
    return [(one.authors[0].full_family or one.authors[0].literal or "", one.year) for one in find_references(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Epstein ( 2001) zegt het", ["Epstein, 2001"]),
        ("Epstein (, 2001) zegt het", ["Epstein, 2001"]),
        ("Zo (en Bos, 2018).", ["Bos, 2018"]),
        ("Zo (el Hadioui, 2018).", ["el Hadioui, 2018"]),
        ("Het Bureau Onderwijs en Samenleving (Bos, 2018) is", ["Bos, 2018"]),  # a name, not what it is called in short
        ("Het Centraal Planbureau (CPB, 2016)", ["Centraal Planbureau, 2016"]),
        ("Het Centraal Planbureau (Cpb, 2016)", ["Cpb, 2016"]),  # in short has two capitals at least
        ("\n\nEpstein (2001). Titel", []),  # an entry, however near the beginning
        ("\nEpstein (2001). Titel", ["Epstein, 2001"]),
        ("(Bos, 2018a-c)", ["Bos, 2018a", "Bos, 2018c"]),
        ("(Bos, 2018c-a)", ["Bos, 2018c"]),
        ("(Bos, 2018a, b en c)", ["Bos, 2018a", "Bos, 2018b", "Bos, 2018c"]),
        ("(Bos, 2018a, p. 3)", ["Bos, 2018a"]),
        ("(Houten: Bohn, 1995)", []),
        ("(emoties: Tan, 1995)", ["Tan, 1995"]),
        ("(in navolging van Lijster, 1995)", ["Lijster, 1995"]),
        ("(zie voor een bespreking Kraai, 1995)", ["Kraai, 1995"]),
        ("(Peter, 2018 geboren)", []),
    ],
)
def test_a_bracket_is_read_as_people_mean_it(text: str, found: list[str]) -> None:
    assert labels(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Bos, 2015; geciteerd in Kok, 2018)", [("Bos, 2015", "Kok, 2018", False), ("Kok, 2018", None, False)]),
        ("(Bos, zoals geciteerd in Kok, 2018)", [("Bos", "Kok, 2018", False), ("Kok, 2018", None, False)]),
        ("Bos (geciteerd in Kok, 2018)", [("Bos", "Kok, 2018", True), ("Kok, 2018", None, False)]),
        ("(Spol in Zuns, 2010)", [("Spol", "Zuns, 2010", False), ("Zuns, 2010", None, False)]),
        ("(Bos, 2015; Kok, 2018)", [("Bos, 2015", None, False), ("Kok, 2018", None, False)]),
    ],
)
def test_a_work_that_is_cited_in_another_says_so(text: str, found: list[tuple[str, str | None, bool]]) -> None:
    assert [(one.label, one.cited_in, one.narrative) for one in find_citations(text)] == found


def test_a_prefix_a_locator_and_what_was_said_in_person_are_told_apart() -> None:
    (one,) = find_citations("(zie ook Bos, 2015, p. 3)")
    assert (one.prefix, one.label, one.locator, one.personal) == ("zie ook", "Bos, 2015", "p. 3", False)
    (said,) = find_citations("(Bos, persoonlijke communicatie, 2018)")
    assert (said.prefix, said.label, said.locator, said.personal) == (None, "Bos, 2018", None, True)


def test_a_bracket_closes_behind_all_that_is_open_in_it() -> None:
    text = "(zie (Bos) en (Kok) of (de (Jong)), 2018) slot"
    assert find._closing(text, 1, len(text), "(", ")") == text.index(") slot")
    assert find._closing(text, 1, 20, "(", ")") == 20  # none within the window
    assert find._opening(text, 0, text.index("2018"), "(", ")") == 0
    assert find._opening(text, 0, text.index("Jong"), "(", ")") == text.index("(Jong")
    assert find._opening(text, 1, text.index("2018"), "(", ")") == -1


# -- the head of an entry ---------------------------------------------------------------------------------------------


def entry(head: str) -> tuple[list[str], str]:
    """Return the authors of one entry, as "family, given" or the name of a body, and its year."""
    (one,) = find_references(f"Literatuur\n\n{head}. Een titel van een werk. Uitgever.\n")
    return [
        f"{name.full_family}, {name.given}" if name.family else name.literal or "" for name in one.authors
    ], one.year


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Mol, A. en B. Pol", ["Mol, A.", "Pol, B."]),
        ("Mol, A. van der en B. Pol", ["van der Mol, A.", "Pol, B."]),
        ("Mol, A., & Pol, B. van de.", ["Mol, A.", "van de Pol, B."]),
        ("Mol, A. Van Der, & Pol, B.", ["Van Der Mol, A.", "Pol, B."]),
        ("Hart, B. van ’t, & Pol, C.", ["van ’t Hart, B.", "Pol, C."]),
        ("Van der Mol, A.", ["Van der Mol, A."]),
        ("Mol van der, A.", ["van der Mol, A."]),
        ("St. Pol, A.", ["St. Pol, A."]),
        ("O'Neill, A.", ["O'Neill, A."]),
        ("Mol-Pol, J.-P., & Rol, Th.", ["Mol-Pol, J.-P.", "Rol, Th."]),
        ("Pol Rol, A. B. C.", ["Pol Rol, A. B. C."]),
        ("Pol, IJ.", ["Pol, IJ."]),
        ("A. Mol & B. de Pol", ["Mol, A.", "de Pol, B."]),
        ("Mol A., Pol B.", ["Mol, A.", "Pol, B."]),
        ("Mol A & Pol van BC", ["Mol, A", "van Pol, BC"]),
        ("Mol, Anna en Pol, Bert", ["Mol, Anna", "Pol, Bert"]),
        ("Mol, Anna en Bert Pol", ["Mol, Anna", "Pol, Bert"]),
        ("Mol, Anna, Bert Pol en Cas de Rol", ["Mol, Anna", "Pol, Bert", "de Rol, Cas"]),
        ("Mol, A., Bert Pol & Cas Rol", ["Mol, A.", "Pol, Bert", "Rol, Cas"]),
        ("Anna Mol en Bert Pol", ["Mol, Anna", "Pol, Bert"]),
        ("Anna Mol, Bert Pol en Cas Rol", ["Mol, Anna", "Pol, Bert", "Rol, Cas"]),
        ("Jo van der Mol", ["van der Mol, Jo"]),
        ("Mol, A., Jr.", ["Mol, A."]),
        ("Mol Jr., A.", ["Mol, A."]),
        ("Mol, A. III & Pol, B.", ["Mol, A.", "Pol, B."]),
        ("Mol, A., met Pol, B.", ["Mol, A.", "Pol, B."]),
        ("Mol, A., … Pol, B.", ["Mol, A.", "Pol, B."]),
        ("Mol, A., Pol, B. et al.", ["Mol, A.", "Pol, B."]),
        ("Mol, A., e.a.", ["Mol, A."]),
        ("Mol, A., & Pol, B. (Red.).", ["Mol, A.", "Pol, B."]),
        ("Mol, A., & Pol, B. (Eds.)", ["Mol, A.", "Pol, B."]),
        ("Mol, A. [Reds.],", ["Mol, A."]),
        ("Mol, Anna, Bert Pol en Cas de Rol (red.).", ["Mol, Anna", "Pol, Bert", "de Rol, Cas"]),
        ("Mol, A. & Stichting De Ouders", ["Mol, A.", "Stichting De Ouders"]),
        ("Mol, A., namens de ouders van Zwolle", ["Mol, A.", "namens de ouders van Zwolle"]),
    ],
)
def test_persons_are_read_in_the_orders_that_people_write(names: str, authors: list[str]) -> None:
    assert entry(f"{names} (2018)") == (authors, "2018")


@pytest.mark.parametrize(
    "name",
    [
        "OCW", "Ministerie van OCW", "Sociaal en Cultureel Planbureau (SCP)", "Stichting De Ouders [SDO]",
        "Inspectie jeugdzorg", "Inspectie A.", "Ministerie van OCW A.", "Amsterdam, Anna", "Gemeente, Anna",
        "Inspectie jeugd zorg", "Google Lab", "Google Labs", "Google Docs", "Microsoft Learn", "Sky News",
        "Denver Journal", "Denver Times", "Microsoft Teams", "Team Ouders", "DUO Ouders", "Ouders InZicht", "De Mol",
        "ouders.nl", "www.ouders.nl", "Ouders/Scholen.",
    ],
)  # fmt: skip
def test_a_body_or_a_site_is_read_by_its_whole_name(name: str) -> None:
    assert entry(f"{name} (2018)") == ([name.rstrip(".")], "2018")


@pytest.mark.parametrize(
    "words",
    [
        "Ouders jeugdzorg (2018)", "Inspectie jeugd zorg thuis (2018)", "Ze zeggen het. Pol (2018)",
        "Ouders: Pol (2018)", "Scholen en ouders (2018)", "Www.ouders.nl/a/b. (2018)", "Zo gaat het nu goed. (2018)",
        "(2018)", "Ouders. Bo (2018)", "Planbureau (2018) zagen dat het goed gaat",
    ],
)  # fmt: skip
def test_words_before_a_year_that_are_no_name_begin_no_entry(words: str) -> None:
    assert find_references(f"Literatuur\n\n{words}. Een titel van een werk. Uitgever.\n") == ()


@pytest.mark.parametrize(
    ("printed", "year"),
    [
        ("(1984 [1979])", "1979/1984"), ("(1996/2008)", "1996/2008"), ("(2018-2019)", "2018/2019"),
        ("((1943)2000)", "1943/2000"), ("(2008/2008)", "2008"), ("(12 maart 2015)", "2015"),
        ("(2015, 12 maart)", "2015"), ("(12-3-2015)", "2015"), ("(maart 2015)", "2015"),
        ("(2015, in druk)", "2015"), ("(ca. 1880)", "1880"), ("[2015]", "2015"), ("(2018b)", "2018b"),
        ("(z.j.)", "z.j."), ("(z. d.)", "z.d."), ("(z.d.-b)", "z.d.-b"),
        ("(n.d.)", "n.d."), ("(g.d.)", "g.d."), ("(s.a.)", "z.d."), ("(zonder jaar)", "z.d."), ("(geen datum)", "z.d."),
        ("(ongedateerd)", "z.d."), ("(datum onbekend)", "z.d."), ("(no date)", "z.d."), ("(in\ndruk)", "in druk"),
        ("(te verschijnen)", "te verschijnen"), ("2018", "2018"), ("2018a", "2018a"), ("1984 [1979]", "1979/1984"),
        ("(red.), 2018", "2018"), ("(Red.). (2018)", "2018"), ("z.d", "z.d."),
    ],
)  # fmt: skip
def test_a_year_is_read_in_one_form(printed: str, year: str) -> None:
    assert entry(f"Mol, A. {printed}") == (["Mol, A."], year)


def test_a_dash_or_idem_stands_for_the_names_of_the_entry_before() -> None:
    text = (
        "Mol, A. (2017). Een titel. Uitgever.\n\n——. (2018). Twee titels. Uitgever.\n\nIdem (2019). Drie. Uitgever.\n"
    )
    assert heads(f"Literatuur\n\n{text}") == [("Mol", "2017"), ("Mol", "2018"), ("Mol", "2019")]


def last(words: str) -> tuple[list[str], str]:
    (one,) = find_references(f"Literatuur\n\n{words}\n")
    return [name.full_family or name.literal or "" for name in one.authors], one.year


@pytest.mark.parametrize(
    ("words", "authors", "year"),
    [
        ("Mol, Anna. Een titel. Uitgever, 2018.", ["Mol"], "2018"),
        ("Mol, A., & Pol, B. Een titel uit 2001. Uitgever, 2018.", ["Mol", "Pol"], "2018"),
        ("Mol A, Pol B. Een titel. Uitgever; 2018.", ["Mol", "Pol"], "2018"),
        ("[3] Anna Mol en Cas Rol. Een titel uit 2001. Uitgever, 2019.", ["Mol", "Rol"], "2019"),
        ("[Mol19b] Anna Mol en Cas Rol. Een titel uit 2019. Uitgever, 2021.", ["Mol", "Rol"], "2019b"),
        ("[Mol19] Anna Mol en Cas Rol. Een titel. Uitgever, 2019.", ["Mol", "Rol"], "2019"),
        ("[Mol19] Anna Mol en Cas Rol. Een titel. Uitgever, 2021.", ["Mol", "Rol"], "z.d."),
        ("[Mol] Anna Mol en Cas Rol. Een titel uit 2001. Uitgever, 2021.", ["Mol", "Rol"], "2021"),
        ("[Mol] Anna Mol en Cas Rol. Een titel. Uitgever.", ["Mol", "Rol"], "z.d."),
        ("[OCW19] Ministerie van OCW. Een titel. Uitgever, 2019.", ["Ministerie van OCW"], "2019"),
    ],
)
def test_a_year_at_the_end_is_the_last_one_or_that_of_the_label(words: str, authors: list[str], year: str) -> None:
    assert last(words) == (authors, year)


def test_editors_are_authors_and_what_says_that_they_are_is_no_part_of_their_names() -> None:
    for names in ("Mol, Anna, Bert Pol en Cas Rol (Red.)", "Anna Mol, Bert Pol en Cas Rol [eds.],"):
        assert [name.full_family for name in entry_head.read_authors(names)] == ["Mol", "Pol", "Rol"]


def test_many_persons_behind_a_label_are_read_and_a_long_sentence_is_not() -> None:
    families = [f"Mol{letter * 6}" for letter in "bcdfghjklmnprs"]
    names = ", ".join(f"Annabel {family}" for family in families)
    assert 200 < len(names) < 300
    assert last(f"[Mol19] {names}. Een titel. Uitgever, 2019.") == (families, "2019")
    assert find_references(f"Literatuur\n\n[Mol19] {'Zo gaat het met ouders ' * 8}nu. Een titel, 2019.\n") == ()


# -- the lines of a list ----------------------------------------------------------------------------------------------


def test_names_stand_in_order_where_three_of_four_pairs_do_and_there_are_four() -> None:
    assert entries._in_order(FIVE)
    assert entries._in_order(FIVE[::-1])
    assert entries._in_order(["Abel", "Bom", "Cas", "Eik", "Dol"])
    assert entries._in_order(["Eik", "Dol", "Cas", "Abel", "Bom"])
    assert not entries._in_order(["Abel", "Cas", "Bom", "Eik", "Dol"])
    assert not entries._in_order(FIVE[:4])
    assert not entries._in_order(FIVE[3::-1])


def test_lines_of_a_list_belong_to_the_entry_before_them() -> None:
    text = "Abel, P. (2001). Een titel.\nUitgever.\nBom, Q. (2002). Twee\ntitels.\nUitgever.\n\nCas, R. (2003).\nDrie."
    found = entries.segments(text, 0, len(text))
    assert [text[one.start : one.end] for one in found] == [
        "Abel, P. (2001). Een titel.\nUitgever.",
        "Bom, Q. (2002). Twee\ntitels.\nUitgever.",
        "Cas, R. (2003).\nDrie.",
    ]


def test_lines_stand_behind_their_mark_and_know_a_blank_line_before_them() -> None:
    text = "Abel, P. (2001). Een.\n  - Bom, Q. (2002). Twee.  \n \nCas, R. (2003). Drie.\n\n[4] slot"
    assert [
        (text[one.start : one.end], one.blank, one.marked, one.sure) for one in entries._lines(text, 0, len(text))
    ] == [
        ("Abel, P. (2001). Een.", True, False, True),
        ("Bom, Q. (2002). Twee.", False, True, True),
        ("Cas, R. (2003). Drie.", True, False, True),
        ("slot", True, True, False),
    ]


def test_the_name_of_the_next_sure_entry_is_known_for_each_line() -> None:
    text = "Bom, Q. (2002). Twee.\nslot\nInspectie (2003). Drie.\n- (2004). Vier.\nDol, S. (2004). Vier."
    lines = list(entries._lines(text, 0, len(text)))
    assert entries._sure_names(text, lines) == ["dol", "dol", "dol", "dol", ""]


def test_a_list_is_over_behind_a_long_stretch_that_is_no_entry() -> None:
    entry = "Abel, P. (2001). Een titel. Uitgever."
    other = "Bom, Q. (2002). Twee titels. Uitgever."

    def left(words: str) -> list[str]:
        text = f"{entry}\n\n{words}\n\n{other}"
        return [text[one.start : one.end] for one in entries.kept(text, entries.segments(text, 0, len(text)))]

    assert left("Woorden.") == [entry, "Woorden.", other]
    assert left("W" * 1499 + ".") == [entry, "W" * 1499 + ".", other]
    assert left("W" * 1500 + ".") == [entry]
    prose = "Zo is het. Dit staat er nu. Dat staat er ook. "
    assert left(prose * 16 + "w" * 13 + ".") == [entry, prose * 16 + "w" * 13 + ".", other]
    assert left(prose * 17) == [entry]


def test_the_last_entry_ends_at_a_blank_line_or_where_none_is_that_long() -> None:
    entry = "Abel, P. (2001). Een titel, "
    text = entry + "w" * 2000
    (one,) = entries.kept(text, entries.segments(text, 0, len(text)))
    assert (one.start, one.end) == (0, 900)
    text = f"{entry}\n\n{'w' * 2000}"
    (one,) = entries.kept(text, [entries.Segment(0, len(text), entries.segments(text, 0, len(text))[0].head)])
    assert text[one.start : one.end] == entry


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Abel, P. (2001). Een titel over\n\nBom en anderen. Uitgever.", 1),  # no full stop: it is not over
        ("Abel, P. (2001). Een titel van\n\nBom. Uitgever.", 1),
        ("Abel, P. (2001). Een titel.\n\nuitgever.", 1),
        ("Abel, P. (2001). Een titel.\n\nUitgever.", 2),
        ("Abel, P. (2001). Een titel.\n\n- uitgever.", 2),
    ],
)
def test_a_paragraph_goes_on_with_the_entry_before_it_where_that_is_open(text: str, found: int) -> None:
    assert len(entries.segments(text, 0, len(text))) == found


@pytest.mark.parametrize(
    ("end", "ends"),
    [
        ("https:// www.k. nl/\nleren/wat", True),
        ("Uitgever", False),
        ("http k", False),
        ("http a/b", True),
        ("a/b", False),
        ("uit/", False),
    ],
)
def test_an_address_may_be_broken_over_lines(end: str, ends: bool) -> None:
    text = f"Abel, P. (2001). {end}"
    assert entries._ends_address(text, entries.Segment(0, len(text), None)) is ends


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        ("Abel, P. (2001). Een titel.", "Inspectie (2003). Drie.", True),
        ("Abel, P. (2001). Een titel", "Inspectie (2003). Drie.", False),  # the line above is not over
        ("Abel, P. (2001). Een titel blz.", "Bom, Q. (2002). Twee.", True),
        ("Abel, P. (2001). Een titel, vol.", "Inspectie (2003). Drie.", False),
        ("Abel, P. (2001). Op https://a.nl/b", "Inspectie (2003). Drie.", True),
        ("Abel, P. (2001). Een titel. In", "Bom, Q. (2002). Twee.", False),  # names of editors
        ("Woorden die", "Inspectie (2003). Drie.", False),
        ("Woorden.", "Inspectie (2003). Drie.", True),
        ("Woorden die", "Bom, Q. (2002). Twee.", True),
        ("Abel, P. (2001). Een titel.", "slot van de titel", False),
    ],
)
def test_an_entry_begins_on_a_line_where_the_one_above_is_over(first: str, second: str, begins: bool) -> None:
    assert _begins(first, second) is begins


@pytest.mark.parametrize(
    ("first", "after", "begins"),
    [("Abel", "zwart", True), ("Abel", "bom", False), ("Noot", "zwart", False), ("Noot", "noot", False),
     ("Noot", "bom", True), ("Abel", "inspectie", True), ("Abel", "", True), ("Noot", "", True)],
)  # fmt: skip
def test_in_an_ordered_list_a_name_out_of_order_begins_no_entry(first: str, after: str, begins: bool) -> None:
    assert _begins(f"{first}, P. (2001). Een titel.", "Inspectie (2003). Drie.", after, in_order=True) is begins
    assert _begins(f"{first}, P. (2001). Een titel.", "Inspectie (2003). Drie.", after) is True


def _begins(first: str, second: str, after: str = "", *, in_order: bool = False) -> bool:
    text = f"{first}\n{second}"
    above, line = entries._lines(text, 0, len(text))
    return entries._begins_line(text, entries.Segment(0, len(first), above.head), line, after, in_order=in_order)
