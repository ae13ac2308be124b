"""Laws and official papers in a text: articles, acts, the Staatsblad, Kamerstukken, judgments, each of its own kind.

They are no citations of an author and a year, and stand in no list of literature by APA 7; the forms are those of the
*Leidraad voor juridische auteurs* and what municipal texts make of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ouderevidence.model.words import Text

KINDS: Final[dict[str, Text]] = {
    "article": Text("wetsartikel", "article of a law"),
    "act": Text("wet of regeling", "law or regulation"),
    "gazette": Text("Staatsblad of Staatscourant", "official gazette"),
    "paper": Text("Kamerstuk", "parliamentary paper"),
    "case": Text("uitspraak van een rechter", "judgment"),
    "number": Text("nummer van een regeling", "number of a regulation"),
}

_CODES: Final = (
    r"(?:WPO|WVO|WEC|WVO\s?2020|WEB|WHW|Wpo|Wvo|Wec|Awb|AWB|AVG|BW|Sr|Sv|Wko|WKO|Gw|Grondwet|Gemeentewet|Jeugdwet|"
    r"Leerplichtwet(?:\s1969)?|Participatiewet|Wmo(?:\s2015)?|IVRK|EVRM|Wkkp|Wiko)"
)
_LIST: Final = r"\d+[a-z]{0,2}(?:[:.]\d+[a-z]?)?"
_NAME: Final = (
    r"(?:Wet|Besluit|Regeling|Verordening|Beleidsregels?|Uitvoeringsregeling|Subsidieregeling|Verdrag|Richtlijn|Decreet|"
    r"Uitvoeringsbesluit|Koninklijk\sBesluit)"
)
_VERB: Final = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|moet|moeten|mag|kan|zegt|regelt|bepaalt|stelt|geeft|biedt|"
    r"vraagt|verplicht|geldt)"
)
_WORD: Final = rf"(?!{_VERB}\b|en\s(?:de\s|het\s)?{_NAME}\b)(?:[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*|[A-Z][\w-]*)"
_YEAR: Final = r"(?:18|19|20)\d\d(?!\w)"
_DATE: Final = rf"(?:\s(?:d\.d\.|van)\s(?:\d{{1,2}}\s[a-z]{{3,9}}\s)?{_YEAR}|,?\s{_YEAR}|\s\({_YEAR}\))"
_PERSON: Final = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er)\s){0,3}[A-Z][\w’'-]+(?:\s(?:c\.s\.|en\s[A-Z][\w’'-]+))?"
)
# "the Children and Families Act 2014": words with a capital before "Act", and a year or "the".
_ACT: Final = r"(?:[A-Z][\w’'-]{1,20}\s(?:(?:and|of|for|in|to|the|with)\s){0,2}){1,7}Act"
_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "article",
        re.compile(
            rf"\b(?:[Aa]rt(?:ikel(?:en)?)?\.?|[Aa]rtt\.)\s{_LIST}(?:(?:\s?,\s?|\sen\s|\stot\sen\smet\s|\st/m\s){_LIST})*"
            rf"(?:,?\s(?:(?:eerste|tweede|derde|vierde|vijfde)\s)?lid(?:\s\d+)?)?(?:,?\s(?:aanhef\sen\s)?onder(?:deel)?\s\w{{1,2}})?"
            rf",?\s(?:van\s(?:de|het)\s)?(?:{_CODES}\b|{_NAME}(?:\s{_WORD}){{1,6}}|[A-Z]\w+wet\b)"
        ),
    ),
    (
        "gazette",
        re.compile(
            r"\b(?:Stb|Stcrt|Staatsblad|Staatscourant|Trb|PbEU|Pb)\.?\s(?:[A-Z]\s)?(?:1[89]|20)\d\d,?\s(?:nr\.?\s)?[A-Z]?\s?\d+"
        ),
    ),
    (
        "paper",
        re.compile(
            r"\b(?:Kamerstuk(?:ken)?|Handelingen|Aanhangsel(?:\sHandelingen)?)\s?(?:I{1,2}|EK|TK)?\s?"
            r"(?:\d{4}[/-]\d{2,4},?\s)?(?:\d{2}[\s.]?\d{3}(?:[\s-][IVXLC]+\b)?|\d{4}D\d+|"
            r"(?:nr\.?\s)?\d{1,3}(?=,\s(?:item|p\.)\s\d))"
            r"(?:,?\s(?:nr|item)\.?\s[\w-]+)?(?:,\sp\.\s\d+(?:-\d+)?)?"
        ),
    ),
    (
        "paper",
        re.compile(
            rf"\b[Kk]amerbrief(?:\sover(?:\s[a-z]+){{1,6}}?)?{_DATE}|\bKamerbrief(?:\s[A-Z][a-z]+{_DATE})?|"
            rf"\b(?:[Mm]otie|[Aa]mendement|[Ii]nitiatiefnota)[-\s](?:van\shet\slid\s|van\s(?=[A-Z]))?{_PERSON}(?:{_DATE})?"
        ),
    ),
    ("case", re.compile(r"\bECLI:[A-Z]{2}:[A-Z]{2,10}:(?:19|20)\d\d:[A-Z0-9.]+|\bLJN:?\s[A-Z]{2}\d{4}\b")),
    (
        "number",
        re.compile(
            r"(?<!\w)(?:BWB[RVW]\d{7}|CVDR\d{4,7}(?:_\d+)?|(?:EU|EG)\s?\d{4}/\d+|"
            r"(?:(?:EU-|EG-)?[Vv]erordening|(?:EU-|EG-)?[Rr]ichtlijn)\s(?:\(E[UG]\)\s)?(?:nr\.\s)?\d{2,4}/\d+(?:/E[UG])?)"
        ),
    ),
    (
        "act",
        re.compile(
            rf"\bKoninklijk\sBesluit(?:{_DATE})?|"
            rf"\b(?!(?:The|An?|In|By|Under|See|Of|This)\s)(?:(?<=[Tt]he\s){_ACT}\b(?:{_DATE}|\sof\s{_YEAR})?|{_ACT}(?:{_DATE}|\sof\s{_YEAR}))"
        ),
    ),
    (
        "act",
        re.compile(
            rf"\b(?:{_NAME}\s(?!van\s(?:de|het)\s(?:raad|college|gemeente|minister))(?:OKE|{_WORD}(?:\s{_WORD}){{0,7}}?)"
            rf"(?:\s(?:19|20)\d\d(?!\w)|(?=,\s(?:19|20)\d\d|\s\((?:19|20)\d\d\)|[);.]|\s\(|\s{_VERB}\b))|"
            rf"Wet\s(?:OKE|VOG|BIG|SUWI|Kinderopvang)\b|Leerplichtwet\s1969|[A-Z][a-z]+(?:wet|decreet|verdrag)(?:\s(?:19|20)\d\d)?\b|"
            r"(?:CAO|Cao|cao)\s(?:PO|VO|MBO|HBO|mbo|hbo|Kinderopvang|[Pp]rimair\s[Oo]nderwijs|[Vv]oortgezet\s[Oo]nderwijs)"
            r"(?:\s(?:19|20)\d\d(?:[-–/]\d{2,4})?)?(?!\w))"
            r"(?:,\s(?:19|20)\d\d(?=\)|;))?"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class LawMention:
    """A law or an official paper that a text names: ``text[start:end] == mention.text``; ``kind`` is one of KINDS."""

    start: int
    end: int
    text: str
    kind: str


def find_laws(text: str) -> tuple[LawMention, ...]:
    """Find the laws and official papers that a text names, in order; none overlaps another.

    Examples
    --------
    >>> said = "Artikel 167 WPO (Stb. 2010, 296; Kamerstukken II 2023/24, 31293, nr. 725) en ECLI:NL:HR:2019:376."
    >>> [mention.kind for mention in find_laws(said)]
    ['article', 'gazette', 'paper', 'case']
    """
    found = [
        LawMention(match.start(), match.end(), match[0], kind)
        for kind, pattern in _PATTERNS
        for match in pattern.finditer(text)
    ]
    kept: list[LawMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)
