"""The headings of reference lists, and those within them: "Geraadpleegde literatuur", "Websites"."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 60  # characters of a heading within a list, at most

# The words of which the heading of a list is made, and those that may stand beside them.
_LISTED: Final = (
    r"(?:(?:achtergrond|vak|kern)?literatuur(?:lijst|opgaven?|verwijzing(?:en)?|referenties|overzicht)?|bron(?:nen|vermelding(?:en)?|verwijzing(?:en)?)"
    r"(?:lijst|overzicht|opgave|vermelding)?|bronnenlijst|referenti(?:es|elijst)|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|bibliogra(?:f|ph)(?:ie|y)|verwijzingen|references?"
    r"(?:\s+list)?|list\s+of\s+references|(?:aangehaalde|geciteerde|geraadpleegde|gebruikte)\s+werken|works\s+(?:cited|consulted)|literature(?:\s+cited)?|sources|publicaties|publications|websites?|"
    r"(?:(?<=\n\n)|(?<=\#[ ]))(?:geraadpleegd|geciteerd|aangehaald)(?=[ \t]*:?[*_]{0,3}[ \t]*(?:\#|\n|$))|"
    r"webpagina['’]?s|internetbronnen|boeken|artikelen|(?:(?:beleids)?stukken)|rapporten|tijdschriften|wet-?\s?en\s+regelgeving|documenten|overige)"
)
_BESIDE: Final = (
    r"(?:geraadpleegde?|geciteerde?|gebruikte?|aangehaalde?|verwerkte?|gelezen|genoemde|belangrijkste|overige|verder\s+lezen|"
    r"noten|notes|verantwoording|geraadpleegd|en|and|und|of|van|de|het|bij|voor|for|per|lijst|list|consulted|used|\(?apa(?:\s?7?)?\)?|selected|further|reading|cited|the|hoofdstuk|deel|chapter|"
    r"\(?selectie\)?|&|,|/|:|-|–|\d{1,2})"
)
# Looked for with the line end before it, which is found faster than the beginning of a line.
HEADING: Final = re.compile(
    rf"""\n(?!\n)[ \t]*(?:\#{{1,6}}[ \t]*)?(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?[ \t]+|[A-Z]\.?[ \t]+|
    bijlage[ \t]+\w+[:.]?[ \t]+|appendix[ \t]+\w+[:.]?[ \t]+|
    (?:hoofdstuk|chapter|deel|part)[ \t]+\w{{1,9}}[ \t]*[:.–-][ \t]*|
    [IVXL]{{1,6}}\.?[ \t]+)?[*_]{{0,3}}
    (?P<words>(?:{_BESIDE}[ \t]++){{0,3}}{_LISTED}(?:[ \t]*+{_BESIDE}|[ \t]++{_LISTED}){{0,5}})
    [ \t]*+[:.]?[*_]{{0,3}}[ \t]*+(?:\#++[ \t]*+)?$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
MAIN: Final = re.compile(
    r"literat|bron|(?:geraadpleegd|geciteerd|aangehaald)\W*$|(?:geraadpleegde?|gebruikte)\s+(?:\w*stukken|documenten|rapporten|boeken|websites?)|quellen|werken|refer|bibliogr|verwijz|works|sources",
    re.IGNORECASE,
)
# Works that a text recommends beside those it cites.
FURTHER: Final = re.compile(
    r"^[ \t]*(?:\#{1,6}[ \t]*)?(?:\d{1,2}(?:\.\d{1,2})*\.?[ \t]+)?[*_]{0,3}(?:"
    r"verder[ ](?:lezen|kijken)|(?:lees|meer|kijk)[ ](?:verder|lezen)|"
    r"leestips|leessuggesties|aanbevolen[ ](?:literatuur|bronnen|boeken|websites?)|aanraders|further[ ]reading|"
    r"(?:recommended|suggested|additional)[ ](?:reading|readings|literature|sources))"
    r"(?:[ ](?:en|and)[ ](?:kijken|luisteren|websites|resources))?[ \t]*:?[*_]{0,3}[ \t]*(?:\#+[ \t]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_WITHIN: Final = re.compile(
    rf"(?:{_BESIDE}[ \t]++){{0,3}}{_LISTED}(?:[ \t]*+{_BESIDE}|[ \t]++{_LISTED}){{0,5}}[ \t]*:?", re.IGNORECASE
)


def is_within(line: str) -> bool:
    """Whether a line is a heading that splits a list: "Boeken", "Websites".

    Examples
    --------
    >>> is_within("Rapporten en artikelen"), is_within("Websites. Een onderzoek")
    (True, False)
    """
    return len(line) <= LONGEST and line[:1].isupper() and _WITHIN.fullmatch(line) is not None
