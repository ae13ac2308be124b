"""Laws, papers of Parliament and judgments as works: what they are cited by and where they were published.

The forms are those of the *Leidraad voor juridische auteurs* within APA 7, chapter 11; ``docs/apa.md`` tells which
rule asks which form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.model.words import day

if TYPE_CHECKING:
    from ouderevidence.model.records import Work

CASE: Final = "jurisdiction"  # biblatex's type of a judgment
TYPES: Final = frozenset({"legislation", "legal", CASE})  # biblatex's types of what has no author
COURTS: Final = {
    "Hoge Raad der Nederlanden": "HR",
    "Hoge Raad": "HR",
    "Centrale Raad van Beroep": "CRvB",
    "Afdeling bestuursrechtspraak van de Raad van State": "ABRvS",
    "Raad van State": "ABRvS",
    "Hof van Justitie van de Europese Unie": "HvJ EU",
    "Europees Hof voor de Rechten van de Mens": "EHRM",
    "Rechtbank": "Rb.",
    "Gerechtshof": "Hof",
}
GAZETTES: Final = {"Staatsblad": "Stb.", "Staatscourant": "Stcrt.", "Tractatenblad": "Trb.", "Gemeenteblad": "Gmb."}
CHAMBERS: Final = {"TK": "II", "Tweede Kamer": "II", "EK": "I", "Eerste Kamer": "I"}
_GAZETTE: Final = re.compile(rf"\b({'|'.join(GAZETTES)}|Stb|Stcrt|Trb|Gmb)\.?\s(\d{{4}}),?\s(?:nr\.?\s)?(\d+)")
_PAPER: Final = re.compile(
    r"\b(?:(?P<kind>Kamerstuk(?:ken)?),?(?:\s(?P<in>I{1,2}|TK|EK))?|(?P<of>TK|EK|(?:Tweede|Eerste)\sKamer)),?\s"
    r"(?:(?:vergaderjaar\s)?(?P<from>\d{4})[/–-](?:\d\d)?(?P<to>\d\d),?\s)?(?P<file>\d{2})[\s.]?(?P<rest>\d{3})\b"
)
_ACT_YEAR: Final = re.compile(r"(?<=\bAct)(?: of)? \d{4}$")
_ECLI: Final = re.compile(r"ECLI:[A-Z]{2}:[\w:.]+\w")


def official(number: str) -> str:
    """Return the place of an official publication as the Leidraad writes it.

    Examples
    --------
    >>> official("TK 2013-2014, 31 293, nr. 186"), official("Staatsblad 2010, nr. 296")
    ('Kamerstukken II 2013/14, 31293, nr. 186', 'Stb. 2010, 296')
    """

    def gazette(found: re.Match[str]) -> str:
        return f"{GAZETTES.get(found[1], f'{found[1]}.')} {found[2]}, {found[3]}"

    def paper(found: re.Match[str]) -> str:
        chamber = found["in"] or found["of"]
        words = ["Kamerstukken", CHAMBERS.get(" ".join(chamber.split()), chamber) if chamber else ""]
        words += [f"{found['from']}/{found['to']}," if found["from"] else "", found["file"] + found["rest"]]
        return " ".join(word for word in words if word)

    return _PAPER.sub(paper, _GAZETTE.sub(gazette, number))


def cited_by(work: Work, language: str) -> str:
    """Return what a law, a paper or a judgment is cited by, where others have authors."""
    if dated_case(work):
        return _judgment(work, language)
    return _ACT_YEAR.sub("", _title(work))  # APA 7, section 11.5: "(Children Act, 1989)"


def _title(work: Work) -> str:
    return work.fields.get("shorttitle") or official(work.title or work.fields.get("number", "")) or work.key


def dated_case(work: Work) -> bool:
    """Whether a work is a judgment known by its court, its day and its number, and needs no year behind it."""
    on = re.fullmatch(r"\d{4}-\d\d-\d\d", work.fields.get("date", ""))
    return work.entry_type == CASE and bool(_court(work) and _ecli(work)) and on is not None


def legal_item(work: Work, language: str) -> dict[str, Any]:
    """Return the CSL variables of a law, a paper or a judgment that APA 7 prints, its dates and address apart."""
    head, cited = _title(work), cited_by(work, language)
    if dated_case(work):
        named = work.fields.get("shorttitle") or work.title
        called = f" ({named})" if named and not _ECLI.search(named) else ""
        return {
            "type": "bill",
            "title": cited + called,
            "title-short": cited,
        }  # "bill" for the patch judgment-without-year
    if work.entry_type == CASE and work.fields.get("journaltitle") and work.fields.get("pages"):
        return {"type": "legal_case", "title": head} | ({"authority": _court(work)} if _court(work) else {})
    published = official(work.fields.get("number", ""))
    item = {"type": "legislation", "title": head} | ({"title-short": cited} if cited != head else {})
    return item | ({"container-title": published} if published and published != head else {})


def _judgment(work: Work, language: str) -> str:
    return f"{_court(work)} {day(work.fields['date'], language)}, {_ecli(work)}"


def _ecli(work: Work) -> str:
    number = work.fields.get("number", "")
    found = _ECLI.search(number) or _ECLI.search(work.title or "")
    return found[0] if found else number


def _court(work: Work) -> str:
    names = ("institution", "organization", "court", "publisher")
    court = next((work.fields[name] for name in names if work.fields.get(name)), "")
    for name, short in COURTS.items():
        if court.startswith(name):
            return (short + court.removeprefix(name)) if short in {"Rb.", "Hof"} else short
    return court
