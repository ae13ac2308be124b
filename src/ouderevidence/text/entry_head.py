"""The head of an entry of a reference list: its names, in the orders that people write them in, and its year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ouderevidence.model.records import Name
from ouderevidence.text.full_names import body_in_order, in_chicago, in_order, may_be_turned
from ouderevidence.text.lexicon import CONJUNCTIONS, LINKS, MAKERS, NOT_NAMES, PARTICLES, PLACES
from ouderevidence.text.name_tokens import LETTER, is_body, mended

BODY: Final = 120  # characters of the name of a body that begins an entry
HEAD: Final = 600  # characters of an entry in which its year must stand
STRAY: Final = 60  # characters between persons that were read and the year, of names in a form that was not
LABEL: Final = 16  # characters of a label before an entry
MANY: Final = 3  # names in full that are read as a list of them before any other order is tried
PEOPLE: Final = 60  # names of an entry that are read

_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĠİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽ]"
_Y: Final = r"(?:1[4-9]|20)\d\d(?:-?a?[a-k](?![\w]))?"
_YEARS: Final = re.compile(_Y)
_MONTH: Final = (
    r"(?:jan|feb|m[aä]?a?r|apr|may|mei|ju[nl]|aug|sep|o[ck]t|nov|dec|zomer|herfst|winter|lente|voorjaar|najaar|"
    r"spring|summer|autumn|fall)[a-z]*\.?"
)
_UNDATED: Final = (
    r"(?:z\.?\s?[dj]\b\.?(?:-[a-k])?|[gn]\.?\s?d\b\.?(?:-[a-k])?|s\.\s?[da]\.|zonder\s(?:datum|jaar(?:tal)?)|geen\s(?:datum|jaartal)|"
    r"no\sdate|in\s(?:druk|press|voorbereiding)|te\sverschijnen|ter\sperse|forthcoming)"
)
# Only in brackets: as bare words they stand in titles too.
_NOT_YET: Final = (
    r"(?:ongedateerd|undated|(?:datum|jaartal|jaar)\sonbekend|accepted|submitted|under\sreview|in\sprep(?:\.|aration)?|"
    r"geaccepteerd|ingediend|nog\sniet\sverschenen)"
)
_FIRST: Final = (
    r"(?:(?:oorspr|orig|first|eerste?|herdr|herui|repr)[a-z]*\.?\s+"
    r"(?:(?:uit|werk|work|druk|editie|ed\.|published|verschenen)\s+){0,2})?"
)
# "(2018)", "(2018, 12 mei)", "(12 maart 2015)", "(1984 [1979])", "(1996/2008)", "((1943)2000)".
_BRACKETED: Final = re.compile(
    rf"[(\[]\s*(?:c(?:a|irca)?\.?\s*)?(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.]|\d{{1,2}}\s+)?(?:{_MONTH}\s+)?"
    rf"{_FIRST}(?P<year>\(?\[?{_Y}[\])]?(?:\s*[-/,;–]?\s*[(\[]?{_FIRST}{_Y}[\])]?|\s*[-/–]\s*\d\d(?!\d))?|{_UNDATED}|{_NOT_YET})"
    rf"(?:[,;:]?\s[^()\[\]]{{1,45}}|\s*,)?\s*[)\]]",
    re.IGNORECASE,
)
_BARE: Final = re.compile(rf"(?P<year>{_Y}(?:\s?\[{_Y}\])?|{_UNDATED})(?=\s*[.,:;)]|\s+[“\"'‘*_]?{_CAPITAL}|\s*$)")
_BARE_ALONE: Final = re.compile(rf"[.,)]\s(?P<year>{_Y}(?:\s?\[{_Y}\])?|{_UNDATED})(?=[.,:;]\s)")
_LAST_YEAR: Final = re.compile(rf"(?<![\w/.:=-])(?P<year>{_Y})(?![\w/%-])")

_NO_DATE: Final = re.compile(r"s[da]|(?:zonder|geen)(?:datum|jaar|jaartal)|nodate|ongedateerd|undated|\w+onbekend")
# "oudersite.nl", "www.ouders.be"
SITE: Final = re.compile(
    r"(?:www\.)?(?:[A-Za-z][\w-]{1,40}\.){1,3}(?:nl|be|com|org|eu|net|info|edu|uk|nu|de)\b[.,]?\s*"
)

_INITIAL: Final = rf"(?:{_CAPITAL}|Th|Ph|Ch|Chr|Joh|Fr|St|Yv|IJ|Ij|Sj|Tj|Kl|Gr)"
_INITIALS: Final = (
    rf"(?:(?:{_INITIAL}(?:\.[-‐]?|[-‐])|[a-z]\.(?=\s?[A-Z]\.))\s*)*"
    rf"(?:{_INITIAL}\.|[a-z]\.(?=\s?(?:[(,]|$))|{_CAPITAL}(?![\w’'.]))[-‐]?\s*"
)
_SMALL: Final = (
    r"(?:van|de['’]|de|der|den|ten|ter|te|op|in|von|vom|zu|zur|zum|di|da|del|della|dello|du|dos|das|des|le|la|el|al|ben|bin|ibn|"
    r"af|av|aan|uit|het|boven|toe|onder|bij|['’‘]t|['’‘]n)"
)
_BEFORE: Final = rf"(?:(?:(?i:{_SMALL})\s+)*(?:Ste?\.\s)?(?:[dDlL]['’])?)"
_FAMILY: Final = (
    rf"['’]?{_CAPITAL}{LETTER}*(?:[-‐–'’]\s?{LETTER}+)*"
    rf"(?:\s(?:{_SMALL}\s){{0,3}}{_CAPITAL}{LETTER}+(?:[-‐–'’]{LETTER}+)*){{0,3}}"
)
_BEHIND: Final = rf"(?:(?:{_SMALL}(?![\w’'])\s*)+|(?:(?i:{_SMALL})\s?)+(?=\s*(?:[,&(]|\ben\b|\band\b)))?"
_STRAY: Final = rf"(?:,\s*(?P<stray>{_SMALL}(?:\s+{_SMALL})*)(?=\s*(?:,|&|\(|\ben\b|\band\b)))?"
_JUNIOR: Final = r"(?:,?\s*(?:[JS]r\b\.?|I{2,3}\b|IV\b))?"
_JUNIOR_LAST: Final = re.compile(r"\s[JS]r\.?$")  # "Henderson Jr CR"
_GIVEN: Final = (
    rf"{_CAPITAL}{LETTER}+(?:[-‐]{_CAPITAL}?{LETTER}+)*\.?(?:\s(?:{_CAPITAL}\.\s?)+|\s{_CAPITAL}{LETTER}+){{0,3}}"
)
_STOP: Final = r"(?=\s*(?:$|[,;&/(\[.]|\ben\b|\band\b|\bund\b|\bet\b))"
_BY_COMMA: Final = re.compile(
    rf"(?P<before>{_BEFORE})(?P<family>{_FAMILY})(?P<between>(?:,?\s{_SMALL}(?![\w’']))*){_JUNIOR}(?:\s?,|(?<=[a-zà-ÿ])\.)\s*(?P<lead>(?:{_SMALL}\s+){{0,3}})(?P<given>{_INITIALS})"
    rf"(?P<behind>{_BEHIND}){_STRAY}{_JUNIOR}"
)
_BY_GIVEN: Final = re.compile(
    rf"(?P<before>{_BEFORE})(?P<family>{_FAMILY}),\s*(?P<given>{_GIVEN})\s*(?P<behind>{_BEHIND}){_STOP}"
)
_INITIALS_FIRST: Final = re.compile(
    rf"(?P<given>(?:{_INITIAL}(?:\.[-‐]?|[-‐])\s*)+)(?P<before>{_BEFORE})(?!{_CAPITAL}\.)(?P<family>{_FAMILY})(?P<behind>){_JUNIOR}"
)
_NO_COMMA: Final = re.compile(
    rf"(?P<before>{_BEFORE})(?P<family>{_FAMILY})(?P<between>(?:\s{_SMALL})*)\s+(?P<given>(?:{_INITIAL}\.[-‐]?\s*)+(?:{_CAPITAL}(?!\w))?|"
    rf"{_CAPITAL}{{1,3}}(?=\s*(?:[,;.&(]|\ben\b|\band\b|$)))"
    rf"(?P<behind>{_BEHIND})"
)
# "Faas (J.)" and "Faas (Jan)", as French lists have it.
_IN_BRACKETS: Final = re.compile(
    rf"(?P<before>{_BEFORE})(?P<family>{_FAMILY})\s*\((?P<given>{_INITIALS}|{_CAPITAL}{LETTER}*[a-zà-ÿ](?:[-‐\s]{_CAPITAL}{LETTER}+)?)(?:\s(?=[a-z]))?"
    rf"(?P<behind>(?:(?i:{_SMALL})\s*)*)\)"
)
_WHOLE: Final = re.compile(
    rf"(?P<given>{_CAPITAL}{LETTER}+(?:[-‐]{LETTER}+)?(?:\s{_CAPITAL}\.)*)\s(?P<before>{_BEFORE})(?P<family>{_FAMILY})(?P<behind>){_STOP}"
)
_BEGINS: Final = re.compile(rf"{_BEFORE}['’]?{_CAPITAL}")  # all of these
_PERSONS: Final = (_BY_COMMA, _INITIALS_FIRST, _NO_COMMA, _BY_GIVEN, _IN_BRACKETS)
_FURTHER: Final = (*_PERSONS, _WHOLE)
# What somebody did for a work, in brackets behind the name: "(red.)", "(Hrsg.)", "(eindredactie)", "(Regisseur)".
_DID: Final = (
    r"(?:[(\[]\s*(?:(?:eind|onder\s+|hoofd)?red(?:s|act\w+)?|o\.\s?r\.\s?v|eds?|editors?|hg|hrsg|hrg|herausgeber\w*|samenst\w*|"
    r"vert\w*|transl?\w*|regie|regiss\w+|dir\w*|host|produ\w+|writers?|presentat\w+|voorz\w*|voorzitter|auteurs?|authors?|"
    r"schrijvers?|illustrat\w+|ill|comps?|coörd\w*|coord\w*)\.?(?:\s+van)?\s*[)\]])"
)
_BETWEEN: Final = re.compile(
    r"(?:[\s,;&/+…]++|\.(?=[\s.,])|\ben\b|\band\b|\bund\b|\bm\.m\.v\.|\bmet\b|\bwith\b|\bet\s+al\b\.?|\be\.\s?a\.?|"
    rf"(?i:{_DID}))*"
)
_ROLE: Final = re.compile(
    rf"[\s,]*(?:{_DID}|(?<![(\[])"
    r"\b(?:reds?|eds?|hg|hrsg|hrg|samenst|vert|onder redactie van|redactie|editors?|regie|dir)\b\.?)[.,]?",
    re.IGNORECASE,
)
_ROLE_BEHIND: Final = re.compile(rf"(?<=\w)(?:{_ROLE.pattern})", re.IGNORECASE)  # not "Redactie Zus", a body
_ROLE_LAST: Final = re.compile(rf"[\s,]*{_DID}\.?,?\s*$", re.IGNORECASE)
_SAME: Final = re.compile(r"(?:[—–_-][\s]?){2,}[.,]?\s*|(?:Idem|Id\.)[,.]?\s*(?=\(|\d)")
_MARK: Final = re.compile(
    r"(?:[\[(]?(?:\d{1,3}|[A-Za-z])?[\].)]{0,2}\s*\|\s*|[-–•▪◦·●○■□►➢✓]\s+|\[\d{1,3}\]\s*|\[[A-Z][A-Za-z+]{1,7}\d{0,2}[a-z]?\]\s+|"
    r"\[[^\W\d_][^\[\]\d]{1,90},\s(?:(?:1[5-9]|20)\d\d[a-z]?|[nz]\.\s?d\.)\]\s+|\d{1,3}[.)]\s+|[*†‡∗＊✱]+\s?|\(\d{1,3}\)\s+)(?=\S)"
)
_NAMES_STOP: Final = re.compile(rf"(?<!\b[A-Z])(?<!\b[A-Z][hrt])\.(?=\s+[\d„“\"'‘*_]?{_CAPITAL}|\s+[„“\"'‘])")
# "Jan A. Mol", "Jan Mol", "Jan van der Mol"
_CALLED: Final = re.compile(
    rf"{_CAPITAL}{LETTER}{{2,}}(?:[-‐]{LETTER}+)?\s(?:{_CAPITAL}\.\s){{0,3}}(?:{_SMALL}\s){{0,3}}{_CAPITAL}{LETTER}+(?:[-‐]{LETTER}+)?"
)
_ROW: Final = re.compile(r"\n\s*\d{1,3}\s\|\s")  # a numbered row of a table, behind the row of its head
_LABEL: Final = re.compile(
    r"\[(?:[A-Z][A-Za-z+]{1,7}(?P<year>\d\d)?(?P<letter>[a-z])?|\d{1,3})\]\s+$"
)  # "[Ham19] ", of LaTeX
_GOES_ON: Final = re.compile(r",?\s+[a-zà-ÿ]{2,}\s")  # "Mol et al. (2019) zagen dat"
_SENTENCE: Final = re.compile(rf"{LETTER}{{3,}}[.!?]\s+(?:{_CAPITAL}|\d)")
_PARTED: Final = re.compile(r"\s*(?:,\s*(?:&|en\b|and\b)?|&|\ben\b|\band\b)\s*")
_TEAMS: Final = frozenset(
    {
        "team", "teams", "lab", "labs", "learn", "news", "docs", "redactie", "journal", "times", "project", "projects",
        "library", "technologies", "solutions", "systems", "games", "media", "software", "press", "online", "group",
    }
)  # fmt: skip
_CLAN: Final = re.compile(r"Ma?c(?=[A-Z])")  # "McLeod"
_WORD: Final = re.compile(rf"{LETTER}+(?:[-‐'’]{LETTER}+)*")
_OPEN: Final = re.compile(r"[:;!?]|,\s*\d|\d[-–]\d|\d{1,3}\s*\(|\bpp?\.|https?:|\bIn:?\s+[A-Z]\.")
# A word that begins a sentence and then a name; a person at the beginning of a further line.
_RUNNING_TEXT: Final = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, NOT_NAMES)))})\s+{_CAPITAL}", re.IGNORECASE)
_PEOPLE_INSIDE: Final = re.compile(rf"\n\s*{_BEFORE}{_FAMILY},\s*{_CAPITAL}\.")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an entry: where its names end, where its year ends, and the year in one form.

    ``kind`` is ``people``, ``body`` (anything that is no list of persons), ``same`` (a dash for the names of the entry
    before) or ``late`` (persons, and the year only at the end of the entry).
    """

    kind: str
    names_end: int
    end: int
    year: str


def mark_length(line: str) -> int:
    """Return the length of a bullet, number or asterisk before an entry."""
    match = _MARK.match(line)
    return match.end() if match else 0


def read_head(text: str, start: int, end: int, *, people: bool = False) -> Head | None:
    """Read the head of what may be an entry; None if it begins with no names that a year follows.

    With ``people`` only a head that begins with persons is read.

    Examples
    --------
    >>> text = "Mol, A. van der en B. Pol (1984 [1979]). Titel."
    >>> head = read_head(text, 0, len(text))
    >>> head.kind, text[: head.names_end].strip(), head.year
    ('people', 'Mol, A. van der en B. Pol', '1979/1984')
    """
    limit = min(end, start + HEAD)
    same = _SAME.match(text, start, limit)
    if same:
        dated = _date_at(text, same.end(), limit)
        return Head("same", same.start(), dated.end(), _year(dated["year"])) if dated else None
    turned = "," in text[start : start + STRAY] and may_be_turned(text, start, limit)
    chicago = _bare_alone(text, start, limit) if turned else None
    if chicago and in_chicago(text[start : chicago.start("year")]):
        return Head("people", chicago.start("year"), chicago.end(), _year(chicago["year"]))
    people_end = _people_end(text, start, limit)
    if people_end > start:
        dated = _date_at(text, people_end, limit)
        if dated:
            return Head("people", people_end, dated.end(), _year(dated["year"]))
        dated = _BRACKETED.search(text, people_end, min(limit, people_end + STRAY))
        if dated and not _OPEN.search(text, people_end, dated.start()) and "\n" not in text[people_end : dated.start()]:
            return Head("people", dated.start(), dated.end(), _year(dated["year"]))
    return None if people else _body_head(text, start, limit)


def late_head(text: str, start: int, end: int) -> Head | None:
    """Read the head of an entry that has its year at the end, as MLA and Chicago print it."""
    label = _LABEL.search(text[max(0, start - LABEL) : start])
    if label:
        return _labelled_head(text, start, end, label)
    people_end = _straight_end(text, start, min(end, start + HEAD)) or _people_end(text, start, min(end, start + HEAD))
    years = list(_LAST_YEAR.finditer(text, people_end, end)) if people_end > start else []
    role = _ROLE.match(text, people_end, end)
    return Head("late", people_end, role.end() if role else people_end, _year(years[-1]["year"])) if years else None


def _straight_end(text: str, start: int, limit: int) -> int:
    """Return where names end that stand as people are called, as BibTeX's "plain" prints them; 0 if they do not.

    "Jan A. Mol and Bea Pol. Title. 1988." Of one name the words must be no more than that: "Mol A. Lezen" is none.
    """
    stop = _NAMES_STOP.search(text, start, limit)
    names = mended(text[start : stop.start()]) if stop else ""
    found = in_order(names)
    one = len(found) == 1 and _CALLED.fullmatch(names) is not None
    people = (len(found) > 1 or one) and not any(map(_is_no_person, re.findall(r"[\w-]+(?![\w.-])", names)))
    return stop.start() if stop and people else 0


def _labelled_head(text: str, start: int, end: int, label: re.Match[str]) -> Head | None:
    """Read the head of an entry behind "[Ham19b]": names up to its first full stop, and the year that the label has."""
    stop = _NAMES_STOP.search(text, start, min(end, start + HEAD // 2))
    if stop is None:
        return None
    names = mended(text[start : stop.start()])
    if not (in_order(names) or read_authors(names)) or (len(names) > BODY and not in_order(names)):
        return None
    years = [_year(found["year"]) for found in _LAST_YEAR.finditer(text, stop.end(), end)]
    short = label["year"]
    same = next((year for year in years if short and year[2:4] == short), None)
    year = f"{same}{label['letter'] or ''}" if same else (years[-1] if years and not short else "z.d.")
    return Head("late", stop.end(), stop.end(), year)


def _people_end(text: str, start: int, limit: int) -> int:
    """Return where a run of persons ends; ``start`` if none stands here."""
    place = stop = start
    for _ in range(PEOPLE):
        person = _person_at(text, place, limit, first=place == start)
        if person is None:
            break
        stop = person.end()
        between = _BETWEEN.match(text, stop, limit)
        place = between.end() if between else stop
        if place == stop and not text[stop - 1].isspace():
            break
    return stop


def _person_at(text: str, place: int, limit: int, *, first: bool) -> re.Match[str] | None:
    """Return the person that stands at a place; names in full, "Gillis Dorleijn", only behind another person."""
    if not _BEGINS.match(text, place, limit):
        return None
    patterns = _PERSONS if first else _FURTHER
    for pattern in patterns:
        person = pattern.match(text, place, limit)
        if person and _may_be(person):
            return person
    return None


def _may_be(person: re.Match[str]) -> bool:
    """Whether a person read without a comma, or by a full given name, is no body or place: "Ministerie van OCW"."""
    if person.re is _NO_COMMA:
        return not _names_body(person["family"]) and not any(
            w.lower() in _TEAMS for w in _WORD.findall(person["family"])
        )
    if person.re is _IN_BRACKETS:
        words = _WORD.findall(person["family"])
        short = re.sub(r"\W", "", person["given"])
        if short[-1].islower() and (is_body(short) or person["given"].lower() in PLACES or len(words) > 1):
            return False  # "Raad (Den Haag)", "Nieuwe Stemmen (Online)"
        return not any(map(is_body, words)) and (
            len(short) == 1 or short != "".join(word[0] for word in words if word[0].isupper())
        )
    if person.re is not _BY_GIVEN and person.re is not _WHOLE:  # a set would hash the patterns
        return True
    return not _names_body(person["family"] + " " + person["given"]) and person["family"].lower() not in PLACES


@lru_cache(maxsize=8192)
def _names_body(words: str) -> bool:
    return any(map(is_body, _WORD.findall(words)))


def _date_at(text: str, place: int, limit: int) -> re.Match[str] | None:
    """Return the date that stands directly behind names, marks of editors between."""
    between = _BETWEEN.match(text, place, limit)
    place = between.end() if between else place
    role = _ROLE.match(text, place, limit)
    if role:
        between = _BETWEEN.match(text, role.end(), limit)
        place = between.end() if between else role.end()
    while place < limit and text[place] in " \t\n.,:;":
        place += 1
    return _BRACKETED.match(text, place, limit) or _BARE.match(text, place, limit)


def _body_head(text: str, start: int, limit: int) -> Head | None:
    """Read a head that begins with the name of a body, a title or a person's name in full."""
    dated = _BRACKETED.search(text, start, limit)
    names_end = dated.start() if dated else start
    if dated is None:
        dated = _bare_alone(text, start, limit)
        names_end = dated.start("year") if dated else start
    if dated is None or names_end == start or _GOES_ON.match(text, dated.end(), limit + 1):
        return None
    is_body_name = _is_body_name(text[start:names_end])
    return Head("body", names_end, dated.end(), _year(dated["year"])) if is_body_name else None


def _bare_alone(text: str, start: int, limit: int) -> re.Match[str] | None:
    """Return the first bare year that a full stop, a comma or a bracket stands before, be it before ``start``."""
    return _BARE_ALONE.search(text, max(0, start - 2), limit)


def _is_body_name(names: str) -> bool:
    """Whether words before a year can be the name of a body: short, no sentence, no words of a running text."""
    words = mended(names).strip()
    if SITE.fullmatch(words) or MAKERS.fullmatch(words.rstrip(".")):
        return True
    if (
        len(words) > BODY
        or _ROW.search(names)
        or not (
            words[:1].isupper()
            or words[:1] in "'’“‘\""
            or re.match(r"www\.|[a-z]+-?[A-Z]|\d{1,3}[A-Z]{1,2}[a-z]|[a-z][\w.-]{2,}\.$", words)
        )
    ):
        return False
    if _SENTENCE.search(words[:-1]) or _OPEN.search(words) or words.split()[0].count("/") > 1:
        return False
    if _RUNNING_TEXT.match(words) or _PEOPLE_INSIDE.search(names) or any(map(_begins_sentence, names.splitlines()[1:])):
        return False
    if words.endswith("."):
        return True
    outside = re.sub(r"[(\[][^()\[\]]*[)\]]", "", words)
    small = [w for w in _WORD.findall(outside) if w.islower() and w not in LINKS and w not in CONJUNCTIONS]
    return not small or (len(small) <= 2 and is_body(words.split()[0]))  # noqa: PLR2004 - "Inspectie jeugdzorg"


def _begins_sentence(line: str) -> bool:
    """Whether a line in the middle of what may be a name begins a sentence with a name in it: "Zie Bos"."""
    words = line.strip()
    return words[:1].isupper() and _RUNNING_TEXT.match(words) is not None


def _year(printed: str) -> str:
    """Return a year in one form: of a reprint the first year too, oldest first; "z. d." without its space."""
    years = _YEARS.findall(printed)
    if len(years) > 1:
        return "/".join(dict.fromkeys(sorted(years, key=lambda year: year[:4])))
    if years:
        return str(years[0])
    words = " ".join(printed.split())
    letters = re.sub(r"[\W_]", "", words.lower())
    if letters[:2] in {"zd", "zj", "nd", "gd"} and len(letters) <= 3:  # noqa: PLR2004 - perhaps a letter behind it
        return f"{letters[0]}.{letters[1]}." + (f"-{letters[2]}" if letters[2:] else "")
    return "z.d." if _NO_DATE.fullmatch(letters) else words


def read_authors(printed: str) -> tuple[Name, ...]:
    """Read the authors of an entry as printed: persons in any order of their names, or a body by its name.

    Examples
    --------
    >>> [name.full_family for name in read_authors("Van der Linde, A., & De Jong, B.-J. (Reds.).")]
    ['Van der Linde', 'De Jong']
    >>> [name.full_family for name in read_authors("Mol, A. van der en B. Pol")]
    ['van der Mol', 'Pol']
    >>> read_authors("Rie, S. de la.")[0].full_family
    'de la Rie'
    >>> read_authors("Ministerie van Onderwijs, Cultuur en Wetenschap.")[0].literal
    'Ministerie van Onderwijs, Cultuur en Wetenschap'
    """
    printed = _ROLE_LAST.sub("", mended(printed).strip()).strip()
    chicago = in_chicago(printed)
    if chicago:
        return chicago
    persons, _ = _in_full(printed)
    persons = persons if len(persons) >= MANY else []
    place = len(printed) if persons else 0
    while place < len(printed):
        between = _BETWEEN.match(printed, place)
        place = between.end() if between else place
        person = _person_at(printed, place, len(printed), first=not persons)
        if person is None:
            break
        persons.append(_name(person))
        place = person.end()
    rest = (_ROLE.sub("", printed[place:]) if persons else _ROLE_BEHIND.sub("", printed)).strip(" .,;&")
    if not persons and rest:
        persons, rest = _in_full(rest)
    if persons:
        return (*persons, Name(literal=rest)) if rest else tuple(persons)
    return (Name(literal=body_in_order(rest)),) if rest else ()


def _name(person: re.Match[str]) -> Name:
    between = person.groupdict().get("between") or ""  # "Riessen van, R."
    stray = person.groupdict().get("stray") or ""  # "Schooten, E, van en"
    lead = person.groupdict().get("lead") or ""  # "Berg, van der A."
    particle = " ".join(f"{person['before']} {between.replace(',', ' ')} {lead} {person['behind']} {stray}".split())
    return Name(_JUNIOR_LAST.sub("", person["family"].strip()), " ".join(person["given"].split()), particle)


def _in_full(printed: str) -> tuple[list[Name], str]:
    """Read names that stand in full, "Joke Hermsen en Peter van Zon"; what is no list of those stays as it is."""
    persons: list[Name] = []
    if not _WHOLE.match(printed.lstrip(" .")):
        return persons, printed
    for part in _PARTED.split(printed):
        person = _WHOLE.fullmatch(part.strip(" ."))
        words = part.split()
        if person is None or any(map(_is_no_person, words)) or words[0].lower() in PARTICLES:
            return [], printed
        persons.append(_name(person))
    return persons, ""


def _is_no_person(word: str) -> bool:
    """Whether a word stands in the names of bodies only: "RStudio", "Team", "DUO"."""
    return is_body(word) or word.isupper() or word.lower() in _TEAMS or any(map(str.isupper, _CLAN.sub("", word)[2:]))
