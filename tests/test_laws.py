"""Laws and official papers in a text: each found whole, of its own kind, never as an author, never an alarm.

The forms are those of the Leidraad voor juridische auteurs and of APA 7, chapter 11, and what municipal and ministerial
texts make of them. The numbers are invented but for those of rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import ouderevidence as oe
from ouderevidence.text import find_citations
from ouderevidence.text.laws import find_laws

if TYPE_CHECKING:
    from pathlib import Path

FORMS = [
    ("Zie art. 2.1 lid 3 WVO 2020.", [("article", "art. 2.1 lid 3 WVO 2020")]),
    ("Op grond van artikelen 166 en 167 WPO.", [("article", "artikelen 166 en 167 WPO")]),
    (
        "Ingevolge art. 44b lid 2 WPO jo. art. 1.6 Wko.",
        [("article", "art. 44b lid 2 WPO"), ("article", "art. 1.6 Wko")],
    ),
    ("Zie art. 44b jo. art. 45 WPO.", [("article", "art. 44b jo. art. 45 WPO")]),
    ("Dit staat in Stcrt. 2022, 12345.", [("gazette", "Stcrt. 2022, 12345")]),
    ("Zie Kamerstukken II, 2019-2020, 27 020, nr. 108.", [("paper", "Kamerstukken II, 2019-2020, 27 020, nr. 108")]),
    ("Zie Kamerstuk 31 293, nr. 725.", [("paper", "Kamerstuk 31 293, nr. 725")]),
    ("Zie TK 2013-2014, 31 293, nr. 186.", [("paper", "TK 2013-2014, 31 293, nr. 186")]),
    ("Zie HR 3 maart 2017, ECLI:NL:HR:2017:345.", [("case", "HR 3 maart 2017, ECLI:NL:HR:2017:345")]),
    ("Volgens Verordening (EU) 2016/679 mag dat.", [("number", "Verordening (EU) 2016/679")]),
    ("Bekend gemaakt in Gemeenteblad 2023, 1234.", [("gazette", "Gemeenteblad 2023, 1234")]),
    (
        "Het Besluit basisvoorwaarden kwaliteit voorschoolse educatie geldt.",
        [("act", "Besluit basisvoorwaarden kwaliteit voorschoolse educatie")],
    ),
    ("Dit mag (Wet kinderopvang, 2005).", [("act", "Wet kinderopvang, 2005")]),
    ("Er is geld (Regeling kansrijke wijk, 2023).", [("act", "Regeling kansrijke wijk, 2023")]),
    ("Under the Education Act 1996 (s. 444) parents must act.", [("act", "Education Act 1996 (s. 444)")]),
    ("Schools must plan (20 U.S.C. § 6318).", [("article", "20 U.S.C. § 6318")]),
    (
        "Zie artikel 167, eerste lid, van de Wet op het primair onderwijs.",
        [("article", "artikel 167, eerste lid, van de Wet op het primair onderwijs")],
    ),
    ("Zie artikel 1.50b van de Wet kinderopvang.", [("article", "artikel 1.50b van de Wet kinderopvang")]),
    ("Zie artikel 1:247 BW.", [("article", "artikel 1:247 BW")]),
    ("Zie art. 6:162 lid 1 BW.", [("article", "art. 6:162 lid 1 BW")]),
    (
        "Zie artikel 4:23, derde lid, aanhef en onder d, van de Algemene wet bestuursrecht.",
        [("article", "artikel 4:23, derde lid, aanhef en onder d, van de Algemene wet bestuursrecht")],
    ),
    ("Gelet op artikel 149 van de Gemeentewet.", [("article", "artikel 149 van de Gemeentewet")]),
    (
        "Gelet op de artikelen 165 tot en met 168a van de Wet op het primair onderwijs.",
        [("article", "artikelen 165 tot en met 168a van de Wet op het primair onderwijs")],
    ),
    (
        "Zie Handelingen II 2010/11, nr. 108, item 5, p. 25-36.",
        [("paper", "Handelingen II 2010/11, nr. 108, item 5, p. 25-36")],
    ),
    (
        "Zie Handelingen II 2007/08, nr. 108, p. 7909-7943.",
        [("paper", "Handelingen II 2007/08, nr. 108, p. 7909-7943")],
    ),
    ("Zie Aanhangsel Handelingen II 2014/15, nr. 1241.", [("paper", "Aanhangsel Handelingen II 2014/15, nr. 1241")]),
    ("Zie Kamerstukken I 2014/15, 33802, C, p. 3.", [("paper", "Kamerstukken I 2014/15, 33802, C, p. 3")]),
    ("Zie Kamerstukken I 2008/09, 31700 VI, D, p. 4.", [("paper", "Kamerstukken I 2008/09, 31700 VI, D, p. 4")]),
    ("Zie Kamerstukken II 2023/24, 36410-VIII, nr. 2.", [("paper", "Kamerstukken II 2023/24, 36410-VIII, nr. 2")]),
    ("Zie Kamerstukken II 1993/94-1996/97, 23761.", [("paper", "Kamerstukken II 1993/94-1996/97, 23761")]),
    (
        "In zijn brief (Kamerstukken II, 32793, nr. 459, 2019) staat het.",
        [("paper", "Kamerstukken II, 32793, nr. 459, 2019")],
    ),
    (
        "In zijn brief (Kamerstukken II 2023/24, 31293, nr. 725) staat het.",
        [("paper", "Kamerstukken II 2023/24, 31293, nr. 725")],
    ),
    (
        "Zie Tweede Kamer, vergaderjaar 2019-2020, 27 020, nr. 108.",
        [("paper", "Tweede Kamer, vergaderjaar 2019-2020, 27 020, nr. 108")],
    ),
    (
        "Zie Rb. Den Haag (zittingsplaats Amsterdam) 20 maart 2013, ECLI:NL:RBDHA:2013:BZ7059.",
        [("case", "Rb. Den Haag (zittingsplaats Amsterdam) 20 maart 2013, ECLI:NL:RBDHA:2013:BZ7059")],
    ),
    (
        "Zie ABRvS 10 maart 2021, ECLI:NL:RVS:2021:525, r.o. 3.8.",
        [("case", "ABRvS 10 maart 2021, ECLI:NL:RVS:2021:525, r.o. 3.8")],
    ),
    (
        "Zie HvJ EU 4 oktober 2018, C-12/17, ECLI:EU:C:2018:799.",
        [("case", "HvJ EU 4 oktober 2018, C-12/17, ECLI:EU:C:2018:799")],
    ),
    ("Zie Hof Amsterdam 8 december 1995, NJ 1996/345.", [("case", "Hof Amsterdam 8 december 1995, NJ 1996/345")]),
    ("Zie HR 29 januari 2016, NJ 2016/173.", [("case", "HR 29 januari 2016, NJ 2016/173")]),
    ("Zie Trb. 1990, 46.", [("gazette", "Trb. 1990, 46")]),
    ("Zie PbEU 2016, L 119/1.", [("gazette", "PbEU 2016, L 119/1")]),
    ("Zie PbEU 2016, L 119.", [("gazette", "PbEU 2016, L 119")]),
    ("Zie Gemeenteblad van Utrecht 2023, nr. 1234.", [("gazette", "Gemeenteblad van Utrecht 2023, nr. 1234")]),
    ("Zie Gemeenteblad 2023, nr. 543210.", [("gazette", "Gemeenteblad 2023, nr. 543210")]),
    ("Zie Gmb. 2023, 543210.", [("gazette", "Gmb. 2023, 543210")]),
    ("Zie Stcrt. 2023, nr. 4567.", [("gazette", "Stcrt. 2023, nr. 4567")]),
    ("Zie Staatsblad 2010, 296.", [("gazette", "Staatsblad 2010, 296")]),
    ("Zie CVDR637184.", [("number", "CVDR637184")]),
    (
        "Volgens de Verordening onderwijsachterstandenbeleid gemeente Voorbeeld 2023 kan dat.",
        [("act", "Verordening onderwijsachterstandenbeleid gemeente Voorbeeld 2023")],
    ),
    (
        "Het geld komt uit de Regeling specifieke uitkering gemeentelijk onderwijsachterstandenbeleid 2023-2026 (OAB).",
        [("act", "Regeling specifieke uitkering gemeentelijk onderwijsachterstandenbeleid 2023-2026")],
    ),
    (
        "Volgens het Besluit specifieke uitkeringen gemeentelijk onderwijsachterstandenbeleid (2018).",
        [("act", "Besluit specifieke uitkeringen gemeentelijk onderwijsachterstandenbeleid")],
    ),
    ("De Wet op het primair onderwijs (WPO) zegt het.", [("act", "Wet op het primair onderwijs")]),
    (
        "Zo is het geregeld (Wet medezeggenschap op scholen, 2006, art. 10).",
        [("act", "Wet medezeggenschap op scholen, 2006, art. 10")],
    ),
    ("Dit volgt uit de Wms (art. 10).", []),
    (
        "De Algemene verordening gegevensbescherming (AVG, 2016) geldt.",
        [("act", "Algemene verordening gegevensbescherming")],
    ),
    ("De Algemene wet bestuursrecht (1992) geldt.", [("act", "Algemene wet bestuursrecht")]),
    ("Dat mag niet (Leerplichtwet 1969, art. 2).", [("act", "Leerplichtwet 1969, art. 2")]),
    (
        "The Individuals with Disabilities Education Act (2004) says so.",
        [("act", "Individuals with Disabilities Education Act (2004)")],
    ),
    ("It is law (Every Student Succeeds Act, 2015).", [("act", "Every Student Succeeds Act, 2015")]),
    ("See 34 C.F.R. § 300.322 (2017).", [("article", "34 C.F.R. § 300.322 (2017)")]),
    ("See Pub. L. No. 114-95.", [("number", "Pub. L. No. 114-95")]),
    ("It fell (Brown v. Board of Education, 1954).", [("case", "Brown v. Board of Education, 1954")]),
    ("In Brown v. Board of Education (1954) the court said so.", [("case", "Brown v. Board of Education (1954)")]),
    (
        "Children have rights (Convention on the Rights of the Child, 1989).",
        [("act", "Convention on the Rights of the Child, 1989")],
    ),
    (
        "Kinderen hebben rechten (Verdrag inzake de rechten van het kind, 1989).",
        [("act", "Verdrag inzake de rechten van het kind, 1989")],
    ),
    (
        "See section 19 of the Children and Families Act 2014.",
        [("article", "section 19 of the Children and Families Act 2014")],
    ),
    ("See Regulation (EU) 2016/679.", [("number", "Regulation (EU) 2016/679")]),
    ("See Directive 2010/13/EU.", [("number", "Directive 2010/13/EU")]),
    ("Volgens Wet (2019) is dat zo.", []),
    ("Besluit en Wet (2018) zeggen het.", []),
    ("Dit blijkt uit onderzoek (Handelingen van het Genootschap, 2010).", []),
    ("HR adviseurs spraken in maart 2017.", []),
    ("Jansen (2016) en De Vries (2017).", []),
]
NAMES = ["Volgens Wet (2019) is dat zo.", "Jansen (2016) en De Vries (2017)."]


@pytest.mark.parametrize(("text", "named"), FORMS)
def test_a_law_is_found_whole_and_of_its_kind(text: str, named: list[tuple[str, str]]) -> None:
    assert [(law.kind, law.text) for law in find_laws(text)] == named


@pytest.mark.parametrize("text", [text for text, named in FORMS if named])
def test_no_law_is_read_as_an_author(text: str) -> None:
    laws = find_laws(text)
    assert not [m for m in find_citations(text) if not any(law.start <= m.start < law.end for law in laws)]


@pytest.mark.parametrize("text", NAMES)
def test_people_stay_authors(text: str) -> None:
    assert find_citations(text)
    assert not find_laws(text)


def test_an_audit_raises_no_alarm_over_laws(library: oe.Library, tmp_path: Path) -> None:
    said = "\n\n".join(text for text, named in FORMS if named)
    draft = tmp_path / "stuk.txt"
    draft.write_text(
        f"{said}\n\nZo is het (Mol, 2015).\n\nLiteratuur\n\nMol, A. (2015). Titel. Uitgever.\n", encoding="utf-8"
    )
    found = oe.audit(draft, library)
    assert [one.code for one in found.findings if one.code.startswith("A1")] == []


def test_an_audit_raises_no_alarm_over_laws_in_the_list(library: oe.Library, tmp_path: Path) -> None:
    draft = tmp_path / "stuk.txt"
    draft.write_text(
        "Zo is het (Mol, 2015; Wet voorbeelden, 2010). Zie de brief (Kamerstukken II 2023/24, 31293, nr. 725, 2024) en "
        "HR 3 maart 2017, ECLI:NL:HR:2017:345.\n\nLiteratuur\n\n"
        "HR 3 maart 2017, ECLI:NL:HR:2017:345.\n\n"
        "Kamerstukken II 2023/24, 31293, nr. 725 (2024).\n\nMol, A. (2015). Titel. Uitgever.\n\n"
        "Wet voorbeelden, Stb. 2010, 296 (2010). https://example.org/stb\n",
        encoding="utf-8",
    )
    found = oe.audit(draft, library)
    assert [one.code for one in found.findings if one.code.startswith("A1")] == []
