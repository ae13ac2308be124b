"""In-text citations with known answers: what is one, where it begins and ends, and what is not one."""

from __future__ import annotations

import pytest

from ouderevidence.text import find_citations


def seen(text: str) -> list[tuple[str, str]]:
    """Return label and words of each mention; the words are those at its place."""
    mentions = find_citations(text)
    assert [text[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    return [(m.label, m.text) for m in mentions]


# -- years -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Het schooljaar 2023/2024 was lang.",
        "Het schooljaar (2023/2024) was lang.",
        "De Onderwijsinspectie (2023/2024) zegt het.",
        "(Adema, 2023/2024)",
        "(Adema, 2010/2011)",
        "(Adema, 2023/2024a)",
    ],
)
def test_a_school_year_is_no_citation(text: str) -> None:
    assert seen(text) == []


def test_two_years_that_are_no_school_year_are_a_reprint() -> None:
    assert seen("Adema (1987/2011) zegt het.") == [("Adema, 1987/2011", "Adema (1987/2011)")]
    assert seen("(Adema, 2011/2013)") == [("Adema, 2011/2013", "Adema, 2011/2013")]
    assert seen("(Adema, 2024/2023)") == [("Adema, 2024/2023", "Adema, 2024/2023")]


@pytest.mark.parametrize("dash", ["-", "–", "—", " - ", " – "])
@pytest.mark.parametrize("text", ["(Adema, 2018{}2020)", "(Adema 2018{}2020)", "Adema (2018{}2020) zegt het."])
def test_neither_the_first_nor_the_last_year_of_a_range_is_one_of_a_citation(text: str, dash: str) -> None:
    assert seen(text.format(dash)) == []


def test_what_stands_behind_a_range_is_read() -> None:
    assert seen("(Adema, 2018–2020; Bos, 2019)") == [("Bos, 2019", "Bos, 2019")]


@pytest.mark.parametrize(
    ("year", "is_one"), [("1499", False), ("1500", True), ("1999", True), ("2000", True), ("2099", True),
                         ("2100", False), ("201", False), ("20180", False)],
)  # fmt: skip
def test_a_year_is_one_of_1500_to_2099(year: str, is_one: bool) -> None:
    assert bool(seen(f"(Adema, {year})")) == is_one


@pytest.mark.parametrize("year", ["2018%", "2018.5", "2018,5", "€2018", "#2018", "n=2018", "v2018", "2018/3", "2018x"])
def test_a_number_of_something_else_is_no_year(year: str) -> None:
    assert seen(f"(Adema, {year})") == []


@pytest.mark.parametrize("year", ["z.d.", "n.d.", "z. j.", "in druk", "in press", "te verschijnen", "forthcoming"])
def test_words_stand_for_a_year(year: str) -> None:
    assert seen(f"Zo is het (Adema, {year}).") == [(f"Adema, {year}", f"Adema, {year}")]


def test_words_for_a_year_do_not_begin_inside_a_word() -> None:
    assert seen("(Adema, xz.d.)") == []
    assert seen("z.d.") == []


def test_a_text_that_begins_with_a_year_or_a_bracket_is_read() -> None:
    assert seen("2018 (Adema, 2019)") == [("Adema, 2019", "Adema, 2019")]
    assert seen("(Adema, 2018)") == [("Adema, 2018", "Adema, 2018")]
    assert seen("[Adema, 2018]") == [("Adema, 2018", "Adema, 2018")]


# -- letters and further years -----------------------------------------------------------------------------------------

A = ("Adema, 2018a", "Adema, 2018a")


@pytest.mark.parametrize(
    ("inside", "further"),
    [
        ("2018a, b", [("Adema, 2018b", "b")]),
        ("2018a,b", [("Adema, 2018b", "b")]),
        ("2018a/b", [("Adema, 2018b", "b")]),
        ("2018a & b", [("Adema, 2018b", "b")]),
        ("2018a en b", [("Adema, 2018b", "b")]),
        ("2018a and b", [("Adema, 2018b", "b")]),
        ("2018a-c", [("Adema, 2018c", "c")]),
        ("2018a–c", [("Adema, 2018c", "c")]),
        ("2018a, b, c", [("Adema, 2018b", "b"), ("Adema, 2018c", "c")]),
        ("2018a, 2018b", [("Adema, 2018b", "2018b")]),
        ("2018a; 2018b", [("Adema, 2018b", "2018b")]),
        ("2018a, 2019", [("Adema, 2019", "2019")]),
        ("2018a, bos", []),
        ("2018a", []),
    ],
)
def test_further_letters_and_years_are_mentions_of_the_same_authors(
    inside: str, further: list[tuple[str, str]]
) -> None:
    assert seen(f"(Adema, {inside})") == [A, *further]


def test_a_letter_behind_a_year_without_one_is_no_mention() -> None:
    assert seen("(Adema, 2018, b)") == [("Adema, 2018", "Adema, 2018")]


def test_several_years_in_the_brackets_of_a_sentence_are_several_mentions() -> None:
    assert seen("Adema (2015, 2018, p. 12) zegt het.") == [
        ("Adema, 2015", "Adema (2015"),
        ("Adema, 2018", "2018, p. 12"),
    ]


# -- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("(Adema & Bos et al., 2018)", "Adema, Bos et al., 2018", "Adema & Bos et al., 2018"),
        ("(Adema, Bos et al., 2018)", "Adema, Bos et al., 2018", "Adema, Bos et al., 2018"),
        ("Adema, Bos e.a. (2018) zeggen", "Adema, Bos et al., 2018", "Adema, Bos e.a. (2018)"),
        ("Epsteins (2001) typologie", "Epsteins, 2001", "Epsteins (2001)"),
        ("Epstein's (2001) typologie", "Epstein, 2001", "Epstein's (2001)"),
        ("Bos’ (2001) typologie", "Bos, 2001", "Bos’ (2001)"),
        ("Adema (zie ook 2018) zegt", "Adema, 2018", "Adema (zie ook 2018)"),
        ("Het Centraal Planbureau (CPB, 2016) zegt", "Centraal Planbureau, 2016", "Centraal Planbureau (CPB, 2016)"),
        ("Volgens Bos (BS, 2016) is het zo", "BS, 2016", "BS, 2016"),
    ],
)
def test_names_are_read_as_they_are_printed(text: str, label: str, words: str) -> None:
    assert seen(text) == [(label, words)]


def test_a_known_name_is_a_name_though_it_looks_like_a_word() -> None:
    for text, label in (("Kan (2018) zegt", "Kan, 2018"), ("(Kan, 2018)", "Kan, 2018"),
                        ("Bij Kan 2018¹ staat", "Kan, 2018")):  # fmt: skip
        assert find_citations(text) == ()
        assert [m.label for m in find_citations(text, known={"kan"})] == [label]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Adema et al. 2018 zeggen", "Adema et al., 2018", "Adema et al. 2018"),
        ("Adema e.a. 2018 zeggen", "Adema et al., 2018", "Adema e.a. 2018"),
        ("en Adema et al., 2018, p. 12, zegt", "Adema et al., 2018", "Adema et al., 2018, p. 12"),
        ("Adema et al. z.d. zeggen", "Adema et al., z.d.", "Adema et al. z.d."),
        ("Bij Adema et al. in\ndruk", "Adema et al., in druk", "Adema et al. in\ndruk"),
        ("Adema 2018¹ zegt", "Adema, 2018", "Adema 2018"),
        ("Adema 2018[12] zegt", "Adema, 2018", "Adema 2018"),
        ("Adema en Bos 2018² zeggen", "Adema & Bos, 2018", "Adema en Bos 2018"),
    ],
)
def test_without_brackets_et_al_or_a_note_makes_a_citation(text: str, label: str, words: str) -> None:
    assert seen(text) == [(label, words)]
    (mention,) = find_citations(text)
    assert (mention.locator, mention.narrative) == ("p. 12" if "p. 12" in text else None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Adema 2018 zegt",
        "Adema, z.d. zegt",
        "In 2018[1] zegt",
        "Adema et al.\n\n2018",
        "Adema et al. zeiden dat 2018 telt",
        "Adema et al. 2018-2020",
    ],
)
def test_without_brackets_little_is_a_citation(text: str) -> None:
    assert seen(text) == []


def test_two_without_brackets_are_two_groups() -> None:
    text = "Bos. Adema et al. 2018 en Cox e.a. 2019 (Dool, 2020; Evers, 2021)."
    assert [(m.text, m.group) for m in find_citations(text)] == [
        ("Adema et al. 2018", 0), ("Cox e.a. 2019", 1), ("Dool, 2020", 2), ("Evers, 2021", 2),
    ]  # fmt: skip


# -- locators ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "locator",
    [
        "§ 2", "§ 20", "§§ 2-4", "par. 2.3", "par. 2.30", "hoofdstuk 2", "hoofdstuk 20", "p. 12 e.v.", "pp. "
        "12–15 en 20",
        "pp. 12, 15", "tabel IV", "bijlage B", "noot 3", "art. 3", "12", "12-15", "1234",
    ],
)  # fmt: skip
def test_a_locator_is_read_whole(locator: str) -> None:
    for text in ("(Adema, 2018, {})", "(Adema, 2018, {}; Bos, 2019)", "Adema (2018, {}) zegt."):
        first, *_ = find_citations(text.format(locator))
        assert first.locator == locator
        assert locator in first.text


@pytest.mark.parametrize("text", ["(Adema 2018:44)", "(Adema 2018: 44)", "Adema (2018: 44) zegt"])
def test_a_page_behind_a_colon_is_a_locator(text: str) -> None:
    (mention,) = find_citations(text)
    assert mention.locator == "44"


def test_a_further_year_is_no_page() -> None:
    assert [(m.year, m.locator) for m in find_citations("(Adema, 2018, 1999)")] == [("2018", None), ("1999", None)]
    assert [(m.year, m.locator) for m in find_citations("(Adema, 2018, p. 4, 1999)")] == [
        ("2018", "p. 4"),
        ("1999", None),
    ]


def test_a_locator_without_brackets_is_read_as_far_as_60_characters() -> None:
    pages = "p. 10" + ", 100" * 10 + ", 1"  # 60 with the comma and the space before it
    (mention,) = find_citations(f"Adema et al., 2018, {pages} zegt het")
    assert mention.locator == pages


def test_a_locator_without_brackets_is_no_name_of_the_next() -> None:
    text = "Bij Adema et al. 2018, deel A en Bos et al. 2019"
    assert seen(text) == [("Adema et al., 2018", "Adema et al. 2018, deel A"), ("Bos et al., 2019", "Bos et al. 2019")]


# -- brackets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("((Adema, 2018))", ["Adema, 2018"]),
        ("(dit [Adema, 2018] en (zie Bos, 2019)) Cox (2020)", ["Adema, 2018", "Bos, 2019", "Cox (2020)"]),
        ("[zie (ook) Adema, 2018]", ["Adema, 2018"]),
        ("(zie (1) en (2); Adema, 2018)", ["Adema, 2018"]),
        ("(zie [1] en (2) en [3]; Adema, 2018)", ["Adema, 2018"]),
        ("(zie ((1)); Adema, 2018)", ["Adema, 2018"]),
        ("(Adema, 2018; (a) en (b); Bos, 2019) Cox (2020)", ["Adema, 2018", "Bos, 2019", "Cox (2020)"]),
        ("(Adema, 2018; ((a)); Bos, 2019) Cox (2020)", ["Adema, 2018", "Bos, 2019", "Cox (2020)"]),
        ("[Adema, 2018; Bos, 2019] Cox [2020] zegt", ["Adema, 2018", "Bos, 2019", "Cox [2020]"]),
        ("(a) (b) (c) (d) (e) (f) (g) (h) (i) (j) (k) (l) (Adema, 2018)", ["Adema, 2018"]),
        ("(((((((((((((Adema, 2018)))))))))))))", ["Adema, 2018"]),
        ("Bos (Adema, 2018) zegt (Cox, 2019).", ["Adema, 2018", "Cox, 2019"]),
        ("Dit (Adema, 2018", ["Adema, 2018"]),
        ("Dit) is (niet) Adema, 2018", []),
        ("(open\n\nAdema, 2018)", []),
        ("(\n\nAdema, 2018)", []),
        ("(Adema, 2018; (a)); Bos, 2019.", ["Adema, 2018"]),
        ("(Adema, 2018; ((a)); (b)); Bos, 2019.", ["Adema, 2018"]),
        ("(Adema, 2018; (a) (b) (c) (d) (e) (f) (g)); Bos, 2019.", ["Adema, 2018"]),
        ("(Adema,\n\n2018)", []),
        ("Adema\n\n(2018) zegt", []),
        ("Eerste (open\n\nTweede (Adema, 2018)", ["Adema, 2018"]),
        ("(Adema, 2018\n\nBos, 2019)", ["Adema, 2018"]),
        ("(Adema, 2018\n\n) Bos (2019) zegt", ["Adema, 2018", "Bos (2019)"]),
    ],
)
def test_brackets_are_read_from_where_they_open_to_where_they_close(text: str, expected: list[str]) -> None:
    assert [words for _, words in seen(text)] == expected


def test_six_brackets_within_one_are_looked_through_and_no_more() -> None:
    def words(count: int) -> list[str]:
        return [words for _, words in seen(f"(x {'(a) ' * count}; Adema, 2018)")]

    assert words(5) == ["Adema, 2018"]
    assert words(6) == []


def test_a_bracket_may_open_400_characters_before_its_year() -> None:
    def words(before: int) -> list[str]:
        return [words for _, words in seen(f"({'x' * (before - 11)}; x; Adema, 2018)")]

    assert words(396) == ["Adema, 2018"]
    assert words(410) == []


def test_a_bracket_is_read_for_1500_characters_behind_its_first_year() -> None:
    def last(between: int) -> str:
        return seen(f"(Adema, 2018; {'x' * between}; Bos, 2019) slot")[-1][0]

    assert last(1480) == "Bos, 2019"
    assert last(1520) == "Adema, 2018"


def test_places_are_those_of_the_text_as_it_was() -> None:
    text = "De ﬁets\u200b rijdt (De Wĳs, 2018; Ber\u200bg, 2019)."
    assert seen(text) == [("De Wijs, 2018", "De Wĳs, 2018"), ("Berg, 2019", "Ber\u200bg, 2019")]


# -- a work in another -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "(Wigman, 1986, zoals geciteerd in Bos et al., 2003)",
        "(Wigman, 1986, aangehaald door Bos et al., 2003)",
        "(Wigman, 1986, as cited in Bos et al., 2003)",
        "(Wigman, 1986, in Bos et al., 2003)",
    ],
)
def test_a_work_says_in_which_it_is_cited(text: str) -> None:
    first, second = find_citations(text)
    assert (first.label, first.cited_in) == ("Wigman, 1986", "Bos et al., 2003")
    assert (second.label, second.cited_in) == ("Bos et al., 2003", None)


def test_a_name_in_another_has_no_year() -> None:
    first, second = find_citations("(Spol in Zuns, 2010)")
    assert (first.label, first.text, first.year, first.cited_in) == ("Spol", "Spol", "", "Zuns, 2010")
    assert (second.label, second.cited_in) == ("Zuns, 2010", None)


def test_personal_communication_ends_where_the_next_begins() -> None:
    first, second = find_citations("(M. Zonneveld, persoonlijke communicatie, 3 mei 2021; Bos, 2019)")
    assert (first.label, first.personal) == ("Zonneveld, 2021", True)
    assert (second.label, second.personal) == ("Bos, 2019", False)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Wigman (geciteerd in Xanders, 2003) zei het.", ["Wigman", "Xanders, 2003"]),
        ("(Wigman & Bos, aangehaald in Xanders, 2003; Dool, 2004)", ["Wigman & Bos", "Xanders, 2003", "Dool, 2004"]),
        ("(Van der Spol & Bos in De Zuns, 2010)", ["Van der Spol & Bos", "De Zuns, 2010"]),
        ("(Spol in Utrecht, 2010)", ["Spol in Utrecht, 2010"]),
        ("(Raad in Zuns, 2010)", ["Raad in Zuns, 2010"]),
        ("(Kinderen in Nederland, 2010)", ["Kinderen in Nederland, 2010"]),
    ],
)
def test_a_place_or_a_body_is_no_work_in_another(text: str, labels: list[str]) -> None:
    found = find_citations(text)
    assert [m.label for m in found] == labels
    assert [m.cited_in for m in found] == [labels[1] if not m.year else None for m in found]


@pytest.mark.parametrize(
    ("text", "words", "narrative"),
    [
        ("Kraai (persoonlijke communicatie, 3 mei 2018) zegt", "Kraai (persoonlijke communicatie, 3 mei 2018)", True),
        ("Kraai (mondelinge mededeling, mei 2018) zegt", "Kraai (mondelinge mededeling, mei 2018)", True),
        ("(Kraai, personal communication, May 3, 2018)", "Kraai, personal communication, May 3, 2018", False),
    ],
)
def test_personal_communication_has_a_name(text: str, words: str, narrative: bool) -> None:
    (mention,) = find_citations(text)
    assert (mention.label, mention.text, mention.narrative, mention.personal) == ("Kraai, 2018", words, narrative, True)
    assert find_citations("(persoonlijke communicatie, 2018)") == ()


# -- words before and behind -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "prefix"),
    [
        ("zie ", "zie"), ("zie ook ", "zie ook"), ("dat zegt ook ", "ook"), ("zie dus ook ", "ook"),
        ("vgl. ", "vgl."), ("see for a review ", "see for a review"), ("", None), ("thuis – ", None),
        ("thuis — ", None), ("thuis - ", None), ("thuis. ", None), ("emoties: ", None),
        ("zie voor een bespreking ", None), ("cf. het werk van ", None), ("vergelijk de tabel bij ", None),
        ("Vgl. de bespreking van ", None),
    ],
)  # fmt: skip
def test_what_may_stand_before_the_names_in_a_bracket(before: str, prefix: str | None) -> None:
    (mention,) = find_citations(f"Zo is het ({before}Kraai, 2018).")
    assert (mention.label, mention.text, mention.prefix) == ("Kraai, 2018", "Kraai, 2018", prefix)


@pytest.mark.parametrize("before", ["thuis ", "dus de tabel bij ", "Houten: ", "over Utrecht: "])
def test_other_words_before_a_name_make_it_no_citation(before: str) -> None:
    assert [m.label for m in find_citations(f"Zo is het ({before}Kraai, 2018).")] == []


@pytest.mark.parametrize("behind", [" geboren", " was het", "!", "?", " (x)"])
def test_words_behind_a_year_make_it_no_citation(behind: str) -> None:
    assert seen(f"(Peter, 2018{behind})") == []
    assert seen(f"Peter (2018{behind}) zegt") == []
    assert seen(f"(Peter et al., 2018{behind})") == [("Peter et al., 2018", "Peter et al., 2018")]


@pytest.mark.parametrize(
    "behind",
    [
        "",
        ";",
        ".",
        ",",
        ":",
        " en meer",
        " zie Bos",
        " cf. Bos",
        "¹",
        "[2]",
        " & meer",
        " – meer",
        "/",
        ", p. 3",
        " blz. 3",
    ],
)
def test_signs_words_and_locators_behind_a_year_are_usual(behind: str) -> None:
    assert seen(f"(Peter, 2018{behind})")[0][0] == "Peter, 2018"


@pytest.mark.parametrize("inside", ["groep 2018", "zie groep 2018", "in 2018 geboren"])
def test_a_bracket_with_other_words_is_no_citation_of_the_name_before(inside: str) -> None:
    assert seen(f"Kraai ({inside}) zegt") == []


# -- a name spelt out before its abbreviation --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "narrative"),
    [
        ("Het Centraal Planbureau (CPB, 2016)", "Centraal Planbureau, 2016", True),
        ("Het Sociaal en Cultureel Planbureau (SCP, 2016)", "Sociaal en Cultureel Planbureau, 2016", True),
        ("Het Centraal Planbureau (CPB & SCP, 2016)", "CPB & SCP, 2016", False),
        ("Het Centraal Planbureau (CPB et al., 2016)", "CPB et al., 2016", False),
        ("Het Centraal Planbureau (Cpb, 2016)", "Cpb, 2016", False),
        ("Het Centraal Planbureau (zie CPB, 2016)", "CPB, 2016", False),
        ("Uit het PIRLS-onderzoek (PIRLS, 2006)", "PIRLS, 2006", False),
        ("Het Sociaal en Cultureel Planbureau (CBS, 2016)", "CBS, 2016", False),
        ("Adema en Bos (AB, 2016)", "AB, 2016", False),
        ("Bos (BSA, 2016)", "BSA, 2016", False),
    ],
)
def test_a_bracket_abbreviates_the_name_before_it_where_the_letters_fit(text: str, label: str, narrative: bool) -> None:
    (mention,) = find_citations(text)
    assert (mention.label, mention.narrative) == (label, narrative)


def test_only_the_first_of_a_bracket_is_spelt_out() -> None:
    found = find_citations("Het Centraal Planbureau (Bos, 2015; CPB, 2016)")
    assert [m.label for m in found] == ["Bos, 2015", "CPB, 2016"]


@pytest.mark.parametrize("name", ["Ouders van Waarde", "www.site.nl", "Ministerie van ocw", "Ministerie van OCW"])
def test_a_body_in_brackets_is_whole(name: str) -> None:
    assert seen(f"Dit is zo ({name}, 2018).") == [(f"{name}, 2018", f"{name}, 2018")]


# -- an entry of a list ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["", "Zin.\n\n", "Zin\n\n", "Zin.\n", "Blz. 12\n", "zie a/\n"])
def test_names_that_begin_a_paragraph_are_an_entry_where_a_full_stop_is_behind_the_year(before: str) -> None:
    assert seen(f"{before}Epstein (2001). Titel") == []
    assert seen(f"{before}Epstein (2001) zegt het. Titel") == [("Epstein, 2001", "Epstein (2001)")]


@pytest.mark.parametrize("before", ["Zo zegt ", "Een zin die doorloopt\n", "Zin. Ook "])
def test_names_elsewhere_are_a_citation_with_a_full_stop_behind_the_year(before: str) -> None:
    assert seen(f"{before}Epstein (2001). Titel") == [("Epstein, 2001", "Epstein (2001)")]


def test_lines_may_break_anywhere() -> None:
    assert seen("Zo (Adema en\nBos,\n2018,\np. 3).") == [("Adema & Bos, 2018", "Adema en\nBos,\n2018,\np. 3")]
    assert seen("Adema (2018 . ) zegt") == [("Adema, 2018", "Adema (2018 . )")]
    assert seen("Adema (2018") == [("Adema, 2018", "Adema (2018")]
