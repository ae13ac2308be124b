"""Sentences: the traps of Dutch and English policy papers, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouderevidence.text import sentences

# "|" marks where a sentence ends and the next begins.
TRAPS = [
    "Boonk et al. (2018) zagen dit. |Anderen niet.",
    "Dit vonden Bos et al. in Utrecht. |Later ook elders.",
    "De aanpak helpt (Bos et al., 2018). |Ouders doen mee.",
    "De aanpak helpt (zie Bos e.a. Zij deden meer. Echt waar.). |Ouders doen mee.",
    "Er is hulp van o.a. Sardes en het NJi. |Die helpt.",
    "Er is hulp, m.n. Taalcafés, voor ouders. |Die helpt.",
    "Dat is thuis, d.w.z. Niet op school. |Klaar.",
    "De gids (Stichting Lezen, z.d.) is gratis. |Vraag ernaar.",
    "De gids is van z.d. |Vraag ernaar.",
    "Zie blz. 12 en pag. 14. |Lees verder.",
    "Zie p. 12. |Lees verder.",
    "Het geldt voor groep 1 t/m 4. |Daarna niet.",
    "J. de Vries en A.B. Smit schreven het. |Zij weten het.",
    "Prof. dr. Smit zei het. |Mw. Vonk ook.",
    "De gemeente betaalt 2.500 euro. |Dat is 3.5 procent.",
    "Bel ma. |Of niet?",
    "Kan dat? |Ja! |Mooi.",
    "“Ouders horen erbij.” (Bos, 2012.) |Zo is het.",
    "“Ouders horen erbij.” |Zo zei hij.",
    "Ouders horen erbij. (Bos & Smit, 2023). |Zo is het.",
    "Kijk op www.voorbeeld.nl. |Daar staat het.",
    "Kijk op www.voorbeeld.nl/ouders en lees. |Daar staat het.",
    "Wie meedoet, wint enz. |Wie niet, niet.",
    "Wie meedoet, wint bijv. tijd. |Wie niet, niet.",
    "Dat is zo … |Of niet.",
    "Er zijn drie vormen:\n|1. Thuis. |Dat telt.\n|2. School.\n|3. Praten",
    "Er zijn twee vormen:\n|- thuis\n|- op school",
    "Een kop\n\n|Een zin die\nover regels loopt. |Nog een.",
    "Thuis is de onder-\n\nsteuning van belang. |Klaar.",
    "Dat is zo (Bos, 2018).1 |En verder.",
    "Dat is zo.12 |En 2.5 procent niet.",
    "Er zijn twee vormen:\n\n|thuis en op school",
    "The U.S. Department pays. |Fine.",
    "Many agree, e.g. Smith. |Others do not.",
    "Artikel 5 lid 2 zegt het (art. 5, WPO). |Dus ja.",
    "Sinds 2018. |Daarna 2019.",
    "Het jaar was 2018. |2019 was beter.",
    "Ze kwam met haar dochter (4 jaar). |Leuk.",
    "Ze zei: ‘Kom binnen.’ |Dat deden we.",
    "Dat is vs. Dit is niet. |Klaar.",
]


@pytest.mark.parametrize("marked", TRAPS)
def test_a_trap_is_split_where_it_should(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in sentences(text)] == [part.strip() for part in marked.split("|")]


@given(
    st.lists(st.sampled_from([*TRAPS, "(", ")", "[", " ", "\n", ". ", "A", "et al. "]) | st.text(max_size=9)).map(
        "".join
    )
)
def test_every_word_lies_in_one_sentence(text: str) -> None:
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


def test_no_citation_of_the_factsheet_is_cut(factsheet_text: str) -> None:
    from ouderevidence.text import find_citations

    spans = sentences(factsheet_text)
    for mention in find_citations(factsheet_text):
        assert any(a <= mention.start and mention.end <= b for a, b in spans), mention.text
