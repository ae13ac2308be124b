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
    r"(?:WVO\s2020|WPO|WVO|WEC|WEB|WHW|Wpo|Wvo|Wec|Awb|AWB|U?AVG|BW|Sr|Sv|Wko|WKO|Wms|WMS|Woo|Gw|Grondwet|Gemeentewet|"
    r"Jeugdwet|Leerplichtwet(?:\s1969)?|Participatiewet|Wmo(?:\s2015)?|IVRK|EVRM|Wkkp|Wiko|Wpg|Wlz|Wgr|Wob|Asv(?:\s20\d\d)?|"
    r"A[Pp][Vv](?:\s20\d\d)?)"
)
_LIST: Final = r"\d+[a-z]{0,2}(?:[:.]\d+[a-z]?)?"
_GENERAL: Final = r"Algemene\s(?:[Ww]et|(?:plaatselijke\s|subsidie)?[Vv]erordening)"
_NAME: Final = (
    r"(?:Wet|Besluit|Regeling|Verordening|Beleidsregels?|[A-Z][a-z]{3,20}(?:verordening|regeling|besluit)|Nadere\sregels|"
    rf"Verdrag|Richtlijn|Decreet|Koninklijk\sBesluit|{_GENERAL})"
)
_VERB: Final = (
    r"(?:is|zijn|was|waren|wordt|worden|werd|heeft|hebben|moet|moeten|mag|kan|zegt|regelt|bepaalt|stelt|geeft|biedt|"
    r"vraagt|verplicht|geldt)"
)
_WORD: Final = rf"(?!{_VERB}\b|en\s(?:de\s|het\s)?{_NAME}\b)(?:[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*|[A-Z][\w-]*)"
_YEAR: Final = r"(?:18|19|20)\d\d(?!\w)"
_DAY: Final = r"\d{1,2}\s[a-z]{3,9}\s(?:19|20)\d\d"
_DATE: Final = rf"(?:\s(?:d\.d\.|van)\s(?:\d{{1,2}}\s[a-z]{{3,9}}\s)?{_YEAR}|,?\s{_YEAR}|\s\({_YEAR}\))"
_PERSON: Final = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er)\s){0,3}[A-Z][\w’'-]+(?:\s(?:c\.s\.|en\s[A-Z][\w’'-]+))?"
)
# "lid 3", "eerste en tweede lid, aanhef en onder d", "sub b"
_PARAGRAPH: Final = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste)"
_PARTS: Final = (
    rf"(?:,?\s{_PARAGRAPH}(?:\sen\s{_PARAGRAPH})?\slid|,?\s(?:lid|leden)(?:\s\d+(?:\sen\s\d+)?)?|"
    r",?\s(?:aanhef\sen\s)?(?:onder(?:deel)?|sub)\s\w{1,2}\b){0,3}"
)
# "the Children and Families Act 2014": words with a capital before "Act", and a year or "the".
_ACT: Final = r"(?:[A-Z][\w’'-]{1,20}\s(?:(?:and|of|for|in|to|the|with)\s){0,2}){1,7}Act"
_NO_ACT: Final = r"(?!(?:The|An?|In|By|Under|See|Of|This|After|Since|As)\s)"
_SECTION: Final = r"(?:\s\(s{1,2}\.\s\d+\w?(?:\(\d+\))?\)|,\ss{1,2}\.\s\d+\w?(?:\(\d+\))?)?"
# A year of Parliament, "2023/24", or the years over which a bill was read, "1993/94-1996/97"
_SITTING: Final = r"\d{4}[/–-]\d{2,4}(?:[–-]\d{4}/\d{2,4})?"
_FILE: Final = r"\d{2}[\s.]?\d{3}(?:[\s-][IVXLC]+\b)?"
_IN_FILE: Final = (
    r"(?:,?\s(?:nr|item)\.?\s[\w-]+|,\s[A-Z]{1,2}(?!\w))*(?:,\sp\.\s\d+(?:[–-]\d+)?)?(?:,\s(?:19|20)\d\d(?=[);]))?"
)
_COURT: Final = (
    r"(?:P?HR|ABRvS|CRvB|CBb|EHRM|HvJ\s(?:EU|EG)|Hoge\sRaad|Centrale\sRaad\svan\sBeroep|Raad\svan\sState|"
    r"(?:Rb\.?|Rechtbank|Hof|Gerechtshof)\s['’]?[A-Za-z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2})(?:\s\([^()\n]{1,40}\))?"
)
_ECLI: Final = r"ECLI:[A-Z]{2}:[A-Z]{1,10}:(?:19|20)\d\d:(?:[A-Z0-9]+\.)*[A-Z0-9]+"
_PARTY: Final = r"[A-Z][\w’'.&-]{0,20}(?:\s(?:(?:of|the|and|for)\s){0,2}[A-Z][\w’'.&-]{0,20}){0,5}"
_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "article",
        re.compile(
            rf"\b(?:[Aa]rt(?:ikel(?:en)?)?\.?|[Aa]rtt\.)\s{_LIST}"
            rf"(?:(?:\s?,\s?|\sen\s|\stot\sen\smet\s|\st/m\s|\s(?:jo\.?|juncto)\s(?:art(?:ikel)?\.?\s)?){_LIST})*"
            rf"{_PARTS},?\s(?:van\s(?:de|het)\s)?(?:{_CODES}\b|{_NAME}(?:\s{_WORD}){{1,6}}|[A-Z]\w+wet\b)"
        ),
    ),
    (
        "article",
        re.compile(
            rf"\b(?:Wet\sPO|Wet\sVO|(?!Leerplichtwet){_CODES}),?\s[Aa]rt(?:ikel(?:en)?|\.)\s{_LIST}(?:\sen\s{_LIST})*{_PARTS}"
        ),
    ),
    (
        "article",
        re.compile(
            rf"\b(?:[Ss]ections?|[Ss]\.)\s\d+\w?(?:\(\d+\))?\sof\sthe\s{_ACT}\b(?:{_DATE}|\sof\s{_YEAR})?|"
            rf"\b\d{{1,2}}\s(?:U\.\s?S\.\s?C\.|C\.\s?F\.\s?R\.)\s§{{1,2}}\s?\d+[\w.]*\w?(?:[–-]\d+\w?)?(?:\s\({_YEAR}\))?"
        ),
    ),
    (
        "gazette",
        re.compile(
            r"\b(?:Stb|Stcrt|Staatsblad|Staatscourant|Trb|Tractatenblad|PbE[GU]|Pb|Gmb|Prb|Gemeenteblad|Provinciaal\sblad)\.?"
            r"\s(?:van\s[A-Z][\w-]{1,30}\s)?(?:[A-Z]\s)?(?:1[89]|20)\d\d,?\s(?:nr\.?\s)?[A-Z]?\s?\d+(?:/\d+)?"
        ),
    ),
    (
        "paper",
        re.compile(
            r"\b(?:Kamerstuk(?:ken)?|Handelingen|Aanhangsel(?:\s(?:van\sde\s)?Handelingen)?)\s?(?:I{1,2}|EK|TK)?,?\s?"
            rf"(?:(?:vergaderjaar\s)?{_SITTING},?\s)?(?:{_FILE}|\d{{4}}D\d+|(?:nr\.?\s)?\d{{1,4}}(?=,\s(?:item|p\.)\s\d)|(?<=\d,\s)nr\.\s\d{{1,4}})"
            rf"{_IN_FILE}|\b(?:TK|EK|(?:Tweede|Eerste)\sKamer),?\s(?:vergaderjaar\s)?{_SITTING},?\s{_FILE}{_IN_FILE}"
        ),
    ),
    (
        "paper",
        re.compile(
            rf"\b[Kk]amerbrief(?:\sover(?:\s[a-z]+){{1,6}}?)?{_DATE}|\bKamerbrief(?:\s[A-Z][a-z]+{_DATE})?|"
            rf"\b(?:[Mm]otie|[Aa]mendement|[Ii]nitiatiefnota)[-\s](?:van\shet\slid\s|van\s(?=[A-Z]))?{_PERSON}(?:/[A-Z][\w’'-]+)*(?:{_DATE})?"
        ),
    ),
    (
        "case",
        re.compile(
            rf"\b(?:{_COURT}\s(?:\(?d\.d\.\s)?{_DAY}(?:,\sC-\d+/\d+)?(?:,\s(?:{_ECLI}|(?:NJ|AB|JB|RSV)\s\d{{4}}/\d+|LJN:?\s[A-Z]{{2}}\d{{4}}))?|"
            rf"{_ECLI}|LJN:?\s[A-Z]{{2}}\d{{4}}\b)(?:,\sr\.o\.\s\d+(?:\.\d+)*)?"
        ),
    ),
    (
        "case",
        re.compile(
            rf"\b{_NO_ACT}{_PARTY}\sv\.?\s{_PARTY}(?:,\s\d{{1,4}}\s(?:U\.S\.|F\.[23]d)\s\d+)?(?:,\s{_YEAR}(?=[);,])|\s\({_YEAR}\))"
        ),
    ),
    (
        "number",
        re.compile(
            r"(?<!\w)(?:BWB[RVW]\d{7}|CVDR\d{4,7}(?:_\d+)?|(?:EU|EG)\s?\d{4}/\d+|Pub\.\sL\.\s(?:No\.\s)?\d{2,3}-\d+|"
            r"(?:(?:EU-|EG-)?(?:[Vv]erordening|[Rr]ichtlijn)|Regulation|Directive)\s(?:\((?:EU|E[GC])\)\s)?(?:nr\.\s|[Nn]o\.?\s)?"
            r"\d{2,4}/\d+(?:/E[CGU])?)"
        ),
    ),
    (
        "act",
        re.compile(
            rf"\bKoninklijk\sBesluit(?:{_DATE})?|"
            rf"\b{_NO_ACT}(?:(?<=[Tt]he\s){_ACT}\b(?:{_DATE}|\sof\s{_YEAR})?|{_ACT}(?:{_DATE}|\sof\s{_YEAR})){_SECTION}|"
            r"\b(?:(?:United\sNations|European|UN)\s)?Convention\s(?:on|against|for|concerning)"
            rf"(?:\s(?:(?:the|of|and|for|in|with|to)\s){{0,2}}[A-Z][\w-]{{1,20}}){{1,8}}(?:{_DATE})?"
        ),
    ),
    (
        "act",
        re.compile(
            rf"\b(?:{_NAME}\s(?!van\s(?:de|het)\s(?:raad|college|gemeente|minister))(?:OKE|{_WORD}(?:\s{_WORD}){{0,7}}?)"
            rf"(?:\s(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?(?!\w)|(?=,\s(?:19|20)\d\d|\s\((?:19|20)\d\d\)|[);.]|\s\(|\s{_VERB}\b))|"
            rf"Wet\s(?:OKE|Oké|VOG|BIG|SUWI|Kinderopvang)\b|Wet\svan\s{_DAY}|(?:Wmo|Asv|A[Pp][Vv])\s20\d\d\b|"
            r"Leerplichtwet\s1969|[A-Z][a-z]+(?:wet|decreet|verdrag)(?:\s(?:19|20)\d\d)?\b|"
            r"(?:CAO|Cao|cao)\s(?:PO|VO|MBO|HBO|mbo|hbo|Kinderopvang|[Pp]rimair\s[Oo]nderwijs|[Vv]oortgezet\s[Oo]nderwijs)"
            r"(?:\s(?:19|20)\d\d(?:[-–/]\d{2,4})?)?(?!\w))"
            rf"(?:,\s(?:19|20)\d\d(?=[);,]))?(?:,\sart(?:ikel|\.)\s{_LIST})?"
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
