"""What is counted in a Dutch text, against counts made by hand."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

import command
import small_library as small
from ouderevidence.library import readability as reading

if TYPE_CHECKING:
    from ouderevidence import Library

LONG = "Ouders " + "die vaak " * 12 + "voorlezen."  # 1 + 24 + 1 words
SENTENCES = {
    "Een zin. Nog een zin.": 2,
    "Bij o.a. Amsterdam en bijv. Utrecht.": 1,
    "Volgens Boonk et al. Werkt dit?": 1,
    "Prof. A. Jansen zei: “Het werkt.” Dat klopt!": 2,
    "Dit geldt voor 2.500 kinderen. 3 op de 4 lezen.": 2,
    "Zonder punt aan het eind": 1,
    "Wie helpt? Ouders helpen… Samen.": 3,
    "": 0,
}
PASSIVE = [
    "Ouders worden door de school uitgenodigd.",
    "Er werd weinig voorgelezen.",
    "Het beleid wordt door de gemeente vastgesteld.",
    "Vaders worden vaak vergeten.",
    "De uitkomsten werden met elkaar vergeleken.",
    "Wat wordt gezegd, geldt niet voor elke ouder.",
]
ACTIVE = [
    "De verschillen worden groter.",
    "Gezinnen in gemeenten worden kleiner.",
    "De school nodigt ouders uit.",
    "Het is onderzocht.",  # the rule leaves out zijn: it may be another tense
    "De samenwerking wordt een gewoonte met veel gelijkheid.",
    "Het gesprek over gevoelens wordt moeilijk.",
]


@pytest.mark.parametrize(("text", "number"), SENTENCES.items())
def test_sentences_end_where_a_reader_ends_them(text: str, number: int) -> None:
    assert len(reading.sentences(text)) == number


def test_no_word_is_lost_between_sentences() -> None:
    for text in SENTENCES:
        assert " ".join(reading.sentences(text)) == text


@pytest.mark.parametrize("sentence", PASSIVE)
def test_a_passive_is_seen(sentence: str) -> None:
    assert reading.is_passive(sentence)


@pytest.mark.parametrize("sentence", ACTIVE)
def test_what_is_no_passive_is_not_seen_as_one(sentence: str) -> None:
    assert not reading.is_passive(sentence)


def test_measure_counts_as_by_hand() -> None:
    # 6 + 3 words; longer than six letters: Ouderbetrokkenheid, onderzoekers, gemeenten; the second sentence is passive
    text = "Ouderbetrokkenheid helpt, zeggen onderzoekers uit gemeenten. Vaders worden gevraagd."
    assert reading.measure(text) == reading.Features(sentences=2, words=9, longest=6, long_words=4, passives=1)
    assert reading.measure("") == reading.Features(0, 0, 0, 0, 0)


def test_a_sentence_of_more_than_25_words_stands_out() -> None:
    fits = LONG.replace("die vaak ", "die ", 1)
    library = small.library([small.claim("lang", LONG), small.claim("past", f"{fits} Klaar.")], [])
    frame = reading.readability(library)
    assert frame["longest"].to_dict() == {"lang": 26, "past": 25}
    assert frame["stands_out"].to_dict() == {"lang": True, "past": False}
    assert frame.loc["past", "words_per_sentence"] == 13.0
    assert reading.total(library) == reading.Features(sentences=3, words=52, longest=26, long_words=2, passives=0)


def test_no_curated_statement_has_a_sentence_that_stands_out(library: Library) -> None:
    frame = reading.readability(library)
    assert list(frame.index) == [claim.id for claim in library]
    assert not frame["stands_out"].any()


def run(*arguments: str) -> str:
    done = command.run("readability", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_command_prints_totals_for_people_and_rows_for_programs(library: Library) -> None:
    part = library.where(parent_group="vaders")
    told, english = run("--groep", "vaders"), run("--groep", "vaders", "--taal", "en")
    assert f"{reading.total(part).words} woorden" in told
    assert "Zinnen van meer dan 25 woorden: geen." in told
    assert "Sentences of more than 25 words: none." in english
    rows = json.loads(run("--groep", "vaders", "--format", "json"))
    assert [row["id"] for row in rows] == [claim.id for claim in part]
    assert rows[0]["stands_out"] is False
    assert len(list(csv.DictReader(io.StringIO(run("--groep", "vaders", "--format", "csv"))))) == len(rows)
