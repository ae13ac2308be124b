"""Titles of books, films and series with their year, which look like names before a year: "De Avonden (1947)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.text.lexicon import ARTWORKS, NOT_IN_PERSONS, PARTICLES, PLACES
from ouderevidence.text.name_forms import folded
from ouderevidence.text.name_tokens import is_body

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ouderevidence.text.mentions import Mention
    from ouderevidence.text.name_tokens import Token
    from ouderevidence.text.passages import Span

TITLE: Final = 4  # words with a capital that make "De Gouden Eeuw van de Kinderboeken" a title
ROW: Final = 10  # characters between two titles of a row, at most
LONGEST_ACRONYM: Final = 6  # letters of an abbreviation in capitals, at most
_ABSTRACT: Final = re.compile(
    r"[A-Z]\w{2,}(?:heid|schap|tie|isme|liteit|erij)|(?:Ver|Ont|Be|Ge)\w{3,}ing|[A-Z]\w{3,}[b-df-hj-np-tv-z]en"
)
_OWNER: Final = re.compile(r"\w['’]s$")
_TITLE_ARTICLES: Final = frozenset({"the", "a", "an", "het", "een"})
_TITLE_WORDS: Final = frozenset({"of", "and", "in", "to", "with", "from", "for"})
# A title goes on here: "het prentenboek Als Ik een Boek Was", "de jeugdfilm Draken: De Laatste Vlucht".
TITLED: Final = re.compile(
    r"\b\w{0,20}(?:film|serie|boek|roman|musical|documentaire|bundel|gedicht|novel|book|movie)s?[ ]"
    r"(?:(?:[A-ZÀ-Þ][\w’'-]{0,30}|an?|the|of|and|in|on|to|with|from|for|de|het|een|en|van|der|op|met|voor):?[ ]){1,10}$"
)
# "Witte Stilte: Verhalen van ons": a title, and what is behind its colon.
SUBTITLED: Final = re.compile(
    r"(?:^|(?<=[\s“‘(]))[A-ZÀ-Þ][\w’'-]{0,30}[ ](?:(?:[A-ZÀ-Þ][\w’'-]{0,30}|of|and|in|the|van|de|het|en)[ ]){0,8}"
    r"[A-ZÀ-Þ][\w’'-]{0,30}:[ ](?:(?:The|A|An|De|Het|Een)[ ])?$"
)
# What people look at is no study: "zij keken naar De Lift (1983)".
WATCHED: Final = re.compile(
    r"\b(?:(?:keken|kijken|kijkt|keek|gekeken)[ ](?:samen[ ]|thuis[ ])?naar|verfilming[ ]van|watched|"
    r"(?:hoofdpersoon|personages?)[ ](?:van|uit|in))\b(?:(?!\bvan\b)[^.!?;:]){0,120}$"
)
# They read a title, not a study, where it is called as a person is: "zij lazen Kees van de Steeg (1923)".
READ: Final = re.compile(r"\b(?:lazen|las|lezen|leest|gelezen|bekeken|zagen|read|saw)\b[^.!?;:]{0,120}$")
READ_ALOUD: Final = re.compile(r"\s*\(\d{4}\)\s+(?:voor(?=\s*[.,;!?]|\s+aan\b)|voorgelezen\b|voorlezen\b)")
# A title that is called as a person is, its year, and "en": another title follows.
AND_TITLE: Final = re.compile(
    r"[A-ZÀ-Þ]\w{1,30}[ ](?:van|de|den|der|het)(?:[ ](?:de|den|der|het))?[ ][A-ZÀ-Þ]\w{1,30}[ ]"
    r"\(\d{4}\)(?:,| en| and)\s$"
)
# "romans als De Avonden": titles follow.
SUCH_AS: Final = re.compile(
    r"\b(?:films?|series?|televisieseries?|boeken|kinderboeken|prentenboeken|romans?|jeugdromans?|musicals?|gedichten|"
    r"klassiekers?|novels?|books?|movies?|poems?|classics?|titels?|titles?)[ ](?:zo)?(?:als|like|such[ ]as)\b"
    r"[^.!?;:]{0,150}$",
    re.IGNORECASE,
)
# "lazen Kees de Jongen", "keken naar Finding Nemo", "Pluk van de Petteflet (1971) voorgelezen": titles.
READ_BEFORE: Final = re.compile(
    r"\b(?:lees|las|lezen|lazen|voorlezen|gelezen|voorgelezen|(?:kijkt?|keek|kijken|keken)\s+naar|bekijken|watch(?:ed|ing)?)"
    r"\s+(?:(?:samen|eerst|ook|uit)\s+)?$"
)
READ_BEHIND: Final = re.compile(
    r",?\s*\(\d{4}\)\s+(?:\w+\s+)?(?:(?:voor)?gelezen|voorlezen|lezen|bekeken|bekijken|verfilmd|vertoond|opgevoerd)\b"
)
# "films als Abeltje (1998), Minoes": nothing but titles between, so that one word is a title too.
SUCH_ONE_AS: Final = re.compile(
    r"\b(?:films?|(?:televisie)?series|kinderboeken|prentenboeken|(?:jeugd)?romans?|musicals?|gedichten|klassiekers?|"
    r"novels?|movies?|poems?|(?:les|lees)?methode[ns]|programma['’]s)[ ](?:zo)?(?:als|like|such[ ]as)[ ]"
    r"(?:[^.!?;:()]{1,60}\(\d{4}\)(?:,|,?[ ](?:en|and|of|or))[ ])*$",
    re.IGNORECASE,
)
# "Casablanca (1942) is a classic film", "hebben Abeltje (1998) bekeken".
SAID_OF_TITLE: Final = re.compile(
    r"\s*\(\d{4}\)\s+(?:(?:is|was|zijn|waren|are|were)\s+(?:(?:een|de|het|an?|the)\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:\w{0,20}(?:film|roman|serie|musical|verfilming|klassieker|gedicht)s?|films|series|movies?|novels?|classics?|poems?)|"
    r"(?:samen\s+|thuis\s+)?(?:bekeken|verfilmd|vertoond|opgevoerd|uitgezonden|voorgelezen))\b"
)
# "In De Aanslag (1982) van Mulisch": who made it stands behind its year.
MADE_BY: Final = re.compile(r"\s*\(\d{4}\)\s+(?:van|by|door)\s+(?P<maker>[A-ZÀ-Þ][^\W\d_]*(?:[-‐’'][^\W\d_]+)*)")
# Between two titles of a row: "Karakter (1938), De Avonden (1947) en Het Bureau (1996)".
_ROW: Final = re.compile(r"(?:,|,?\s(?:en|and|of|or))\s(?:(?:Het|The|An?|Een)\s)?")
_BEFORE_MAKER: Final = frozenset({"boek", "boekje", "handboek", "book", "roman", "novel", "bundel"})


def is_title(run: list[Token], tokens: list[Token]) -> bool:
    """Whether it is the title of a book or film in the sentence: "The Adventures of Tom Sawyer (1876)"."""
    place = len(tokens) - len(run)
    article = any(token.lower in _TITLE_ARTICLES for token in tokens[max(0, place - 1) : place + 1])
    links = [token for token in run if token.kind == "link" or token.lower in _TITLE_WORDS]
    article = article or any(token.lower == "the" for token in run[1:])  # "Harry Potter and the Goblet of Fire"
    article = article or (run[0].text == "De" and sum(token.kind == "cap" for token in run) >= TITLE)
    return article and len(run) > 1 and bool(links) and not any(is_body(token.text) for token in run)


def is_artwork(run: list[Token], tokens: list[Token], text: str) -> bool:
    """Whether it is a title without a sign of it: "romans als De Avonden (1947)", "zij zagen The Wire (2002)"."""
    words = [token for token in run if token.kind != "comma"]
    if _is_quoted(run, tokens, text):
        return True  # "‘The Wire’ (2002)"
    if any(is_body(token.text) or token.text.isupper() for token in words):
        return False
    if _is_said_of_title(run, tokens, text) or _is_inside_title(run, tokens, text) or _is_seen(words, text):
        return True
    place = len(tokens) - len(run)
    article = place > 0 and tokens[place - 1].text in {"The", "Het"}
    if article and place > 1 and tokens[place - 2].kind in {"lower", "link", "conj", "comma", "cap"}:
        return True
    return _is_titled(words, run, text, many=len(words) > 1 or article)


def _is_titled(words: list[Token], run: list[Token], text: str, *, many: bool) -> bool:
    """Whether several words are a title by their form, or by what stands before them."""
    if len(words) > 1 and (words[-1].lower in ARTWORKS or any(_OWNER.search(token.text) for token in words[:-1])):
        return True  # "Simpsons Movie", "Conrad’s Narrative Method"
    before = max(0, run[0].start - 200)
    said = text[before : run[0].start].casefold() if many else ""
    if any(word in said for word in ("als", "like", "such as")) and SUCH_AS.search(text, before, run[0].start):
        return True
    if many and not any(token.kind in {"conj", "amp", "init"} for token in words) and _is_read(words, run, text):
        return True
    if run[0].text != "De" or len(words) < 2 or any(token.kind not in {"cap", "link"} for token in words):  # noqa: PLR2004
        return False
    if _ABSTRACT.fullmatch(words[1].text):
        return True
    return len(words) >= TITLE and words[1].kind == "cap" and words[2].kind == "link"


def _is_said_of_title(run: list[Token], tokens: list[Token], text: str) -> bool:
    """Whether what stands around it is said of a title: "films als Abeltje (1998)", "In Karakter (1938) van Mol"."""
    start, end = run[0].start, run[-1].start + len(run[-1].text)
    place = len(tokens) - len(run)
    before = [token.text for token in tokens[max(0, place - 2) : place]]
    if before == ["I", ","] or SAID_OF_TITLE.match(text, end, end + 90):
        return True  # "I, Robot"
    if before and before[-1] in {"In", "in"} and (made := MADE_BY.match(text, end, end + 60)):
        return not (is_body(made["maker"]) or made["maker"].isupper() or made["maker"].lower() in PLACES)
    low = max(0, start - 200)
    said = text[low:start]
    return any(word in said for word in ("als ", " as ", " like ")) and SUCH_ONE_AS.search(said) is not None


def behind_title(run: list[Token], before: Token | None, known: Collection[str]) -> list[Token]:
    """Return the names behind a title: "het boek Samen Lezen van Mol"; empty if all of it may be the title."""
    if before is None or before.lower not in _BEFORE_MAKER:
        return []
    place = next((n for n, token in enumerate(run) if n and token.lower in {"van", "by", "door"}), 0)
    names = run[place + 1 :] if place else []
    listed = any(token.kind == "cap" and folded(token.text) in known for token in names)
    titled = place > 1 and run[0].lower not in {"het", "de", "een", "the", "a"} and run[place - 1].kind == "cap"
    return names if names and names[0].kind == "cap" and (listed or titled) else []


def in_rows(text: str, titles: Iterable[Span], mentions: list[Mention], known: Collection[str]) -> list[Mention]:
    """Return the mentions without those that stand in a row with a title: "Karakter (1938) en Het Bureau (1996)"."""
    items: list[tuple[Span, Mention | None]] = [(span, None) for span in titles]
    items += [((m.start, m.end), m) for m in mentions if _may_be_title(m, known)]
    rows: list[list[tuple[Span, Mention | None]]] = []
    for item in sorted(items, key=lambda item: item[0]):
        if rows and _is_row(text, rows[-1][-1][0][1], item[0][0]):
            rows[-1].append(item)
        else:
            rows.append([item])
    beside = [row for row in rows if any(mention is None for _, mention in row)]
    dropped = {mention.start for row in beside for _, mention in row if mention is not None}
    return [mention for mention in mentions if mention.start not in dropped]


def _may_be_title(mention: Mention, known: Collection[str]) -> bool:
    alone = mention.narrative and len(mention.authors) == 1 and not mention.et_al
    return alone and folded(mention.authors[0]) not in known


def _is_row(text: str, end: int, start: int) -> bool:
    return end <= start <= end + ROW and _ROW.fullmatch(text, end, start) is not None


def _is_quoted(run: list[Token], tokens: list[Token], text: str) -> bool:
    """Whether a title stands between single quotation marks."""
    place = len(tokens) - len(run)
    article = place > 0 and tokens[place - 1].text in {"The", "Het", "A", "De"}
    opens = (tokens[place - 1] if article else run[0]).start
    return run[-1].text[-1] in "'’" and opens > 0 and text[opens - 1] in "'‘"


def _is_inside_title(run: list[Token], tokens: list[Token], text: str) -> bool:
    """Whether the words before make it the end of a title: "het boek Als Ik Zee Was", "Witte Stilte: Verhalen van"."""
    start = run[0].start
    low = max(0, start - 200)
    place = len(tokens) - len(run)
    before = tokens[place - 1].lower if place else ""
    made = any(token.lower in {"van", "by", "door"} for token in run)  # "het boek Samen Lezen van Mol"
    if not made and before not in {"van", "by", "door", "en", "and", "of"} and TITLED.search(text, low, start):
        return True
    if before == "i" and run[0].kind == "cap":
        return True  # "I Am Legend"
    capitals = sum(token.kind == "cap" for token in run)
    joined = any(token.kind in {"conj", "amp", "comma"} for token in run)
    worded = any(token.lower in _TITLE_WORDS for token in run)
    many = capitals > 1 if worded else capitals > 2 and not joined  # noqa: PLR2004 - more than a name in full
    return many and SUBTITLED.search(text, low, start) is not None


def _is_seen(words: list[Token], text: str) -> bool:
    """Whether it is what people read aloud or look at: "keken naar Stilte (1983)", "lazen Ed van Zee (1971) voor"."""
    start, end = words[0].start, words[-1].start + len(words[-1].text)
    low = max(0, start - 160)
    read = READ.search(text, low, start) is not None
    if WATCHED.search(text, low, start) or (read and READ_ALOUD.match(text, end, end + 40)):
        return True
    kinds = [token.kind for token in words]
    called = kinds[0] == "cap" and len(kinds) > 2 and set(kinds[1:-1]) == {"link"}  # noqa: PLR2004 - "Ed van Zee"
    if called and read and words[0].lower not in PARTICLES:
        return True
    return read and words[0].text == "De" and AND_TITLE.search(text, low, start) is not None


def _is_read(words: list[Token], run: list[Token], text: str) -> bool:
    """Whether it is what children read or look at: "lazen Kees de Jongen (1923)", "keken naar Finding Nemo (2003)"."""
    if words[0].lower in PARTICLES:
        return False
    end = run[-1].start + len(run[-1].text)
    return bool(
        READ_BEFORE.search(text, max(0, run[0].start - 40), run[0].start) or READ_BEHIND.match(text, end, end + 60)
    )


def is_caption(run: list[Token]) -> bool:
    """Whether it is a heading or a caption in capitals: "ILLUSTRATIES VAN ANNET (2009)"."""
    words = [token.text for token in run if token.kind in {"cap", "link", "conj"}]
    if len(words) < 2 or not all(word.isupper() for word in words):  # noqa: PLR2004 - a caption has more than one
        return False
    return max(map(len, words)) > LONGEST_ACRONYM or any(word.lower() in NOT_IN_PERSONS for word in words[1:-1])
