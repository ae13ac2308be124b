"""One bracket with citations, read from left to right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.text.lexicon import PLACES, PREFIX_WORDS
from ouderevidence.text.mentions import Mention, paragraph_start
from ouderevidence.text.name_forms import folded
from ouderevidence.text.name_tokens import LETTER, is_body, is_honorific
from ouderevidence.text.names import WINDOW, Names, plain_names, read_names, whole_body
from ouderevidence.text.secondary import cited_in, is_prefix

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ouderevidence.text.passages import Span

_LETTERS: Final = re.compile(
    r"\s*(?:,|;(?=\s?[b-k](?:[,;]|$))|en\b|and\b|&|/|\+)\s*(-?a?[b-k]|a(?=\s*(?:[,;]|$)))(?![\w.'’])"
)
_LETTER_RANGE: Final = re.compile(r"\s*(?:[-–]|t/m\b|tot\sen\smet\b)\s*([b-k])(?![\w.'’])")  # "2018a-c"
_ALPHABET: Final = "abcdefghijk"
_LOCATOR: Final = re.compile(
    r"""\s*[,:]?\s*(
        (?i:pp?|blz|pag|pagina(?:['’]s)?|pages?|par(?:a|agraaf)?|§{1,2}|hf?d?st|hoofdstuk|ch(?:ap)?|chapter|tab(?:el|le)?|
            fig(?:uur|ure)?|deel|vol|section|sectie|bijlage|appendix|alinea|noot|note|slide|dia|nr|no|art)\.?
        \s*(?:\d+(?:\.\d+)*[a-z]?|[IVXLivxl]+|[A-D])(?!\w)
        (?:\s*[-–]\s*\d+|\s*(?:,|&|en|and)\s*(?:pp?\.\s*)?(?!(?:1[5-9]|20)\d\d\b)\d+(?!\w))*
        (?:\s*e\.?v\.)?
      | (?<=,\s)(?!(?:1[5-9]|20)\d\d)\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?=\s*(?:[;)\]]|$))
      | (?<=:)\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?!\w)
      | (?<=:\s)\d{1,4}(?:\s*[-–]\s*\d{1,4})?(?!\w)
      )""",
    re.VERBOSE,
)
_BEHIND: Final = re.compile(
    r"\s*(?:$|[;,.:)\]&/–—|]|-[a-k]\b|\+\s*[b-k]\b|t/m\s[b-k]\b|tot\sen\smet\s[b-k]\b|\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|(?:en|and|of|or|zie|see|vgl|cf|geciteerd|aangehaald|genoemd|as\s+cited|cited|quoted|in)\b)"
)
_PERSONAL: Final = re.compile(
    r"[,;(]?\s*(?:persoonlijke\s+(?:communicatie|mededeling)|mondelinge\s+mededeling|personal\s+communication)\b"
    r"(?:[,;]?\s+(?:op\s+|on\s+)?(?:\d{1,2}\s+)?[A-Za-z]{3,9}\.?(?:\s+\d{1,2})?)?,?\s*$",
    re.IGNORECASE,
)
_SEPARATOR: Final = re.compile(r"(?:[\s,.;:&/–—-]|\b(?:en|and|of|or)\b)*")
_MORE: Final = re.compile(r"\s*(?:,|&|;|/|en|and|of|or|,\s*(?:en|and))\s*")
_WORDS: Final = re.compile(r"[^\s,:;()\[\]]+")
_LEADS: Final = frozenset({"zie", "see", "vgl", "cf", "vergelijk", "boven", "el"})  # "zie voor een bespreking Kraai"
_OF: Final = frozenset({"van", "of", "by", "from", "uit", "naar"})
# "(model van Evers, 2011)": what an author makes.
_SAID_OF: Final = re.compile(
    r"[\w-]*(?:analyse|analysis|model|theorie|theory|bewerking|vertaling|indeling|definitie|definition|typologie|onderzoek|"
    r"studie|study|review|overzicht|term|begrip|idee|inzicht|werk|work|schema|lijst|kader|framework|resultaten|data)",
    re.IGNORECASE,
)
# "in navolging van", "naar analogie van", "dit in tegenstelling tot".
_BY_WAY_OF: Final = re.compile(r"(?:^|\s)(?:in|naar)\s[a-z]+\s(?:van|op|met|tot|aan|bij|of|to|with)$", re.IGNORECASE)
# "Stilte (2012) van Anna van der Mol": the title of a work, and then who made it.
_MADE_BY: Final = re.compile(
    rf"\)\s+(?:van|by|door)\s+(?P<who>[A-ZÀ-Þ](?:{LETTER}+(?:[-‐]{LETTER}+)*|\.)\s?(?:[A-ZÀ-Þ]\.\s?)*"
    rf"(?:\s?(?:van|de|der|den|ten|ter|von|di|da)\b){{0,3}}\s?[A-ZÀ-Þ]['’]?{LETTER}+)"
)
# "(Recife, 1921 – São Paulo, 1997)": where and when somebody lived.
_LIVED: Final = re.compile(
    r"[A-ZÀ-Þ][^,;()\[\]]{1,40},\s(?:\d{1,2}\s\w{3,12}\s)?\d{4}\s?[-–—]\s?[A-ZÀ-Þ][^,;()\[\]]{1,40},\s(?:\d{1,2}\s\w{3,12}\s)?\d{4}"
)
_APART: Final = re.compile(r"(?<=\d)\s(?=[a-k]$)")  # "2013 a"
_CLOSERS: Final = frozenset(";)]")  # behind a year: no locator follows
_LINE_ENDED: Final = re.compile(r"[.\d/]\n$")


class Bracket:
    """One bracket being read from left to right."""

    def __init__(
        self, text: str, opened: int, start: int, end: int, *, done: int, group: int, known: Collection[str]
    ) -> None:
        self.text, self.opened, self.end, self.known = text, opened, end, known
        self.place = start  # all before it is read
        self.done, self.group = done, group  # where the mention before this bracket ends
        self.names: Names | None = None  # of the mention before, for a further year
        self.found: list[Mention] = []
        self.fresh = True  # no year of this bracket was read yet
        self.titles: list[Span] = []  # titles of books and films, from their first word to behind the bracket

    def read(self, years: Iterable[Span]) -> list[Mention]:
        """Return the mentions of this bracket, given the places of its years."""
        if _LIVED.fullmatch(self.text, self.place, self.end) and self._names_before() is not None:
            return []
        for start, end in years:
            if start >= self.place:
                self._read_year(start, end)
                self.place, self.fresh = max(self.place, end), False
        return self.found

    def _read_year(self, start: int, end: int) -> None:
        low = max(self.place, start - WINDOW)
        low = max(low, self.text.rfind(";", low, start) + 1)
        if self.found and self.names and _MORE.fullmatch(self.text, self.place, start):
            self._add(start, start, end, self.names)
            return
        self.names = None
        low = _SEPARATOR.match(self.text, low, start).end()  # type: ignore[union-attr]  # matches the empty text too
        if self.fresh and low == start:
            self._read_narrative(start, end, None, start)
            return
        plain = plain_names(self.text, low, start)
        if plain is not None and (_may_follow(self.text, end, self.end) or plain.sure):
            self._add(low, start, end, plain)
            return
        comma = self.text[low:start].rstrip().endswith(",")
        cited = cited_in(self.text, max(self.place, start - WINDOW), low, start)
        if cited:
            self._read_source(cited)
            low = max(cited[1], low)
        personal = _PERSONAL.search(self.text, low, start)
        names_end = personal.start() if personal else start
        if personal and not self.text[low:names_end].strip():
            self._read_narrative(start, end, None, start, personal=True)
            return
        self._read_part(low, names_end, start, end, comma=comma or bool(personal), personal=bool(personal))

    def _read_part(self, low: int, names_end: int, start: int, end: int, *, comma: bool, personal: bool) -> None:
        """Read "zie ook Boonk et al., 2018": prefix, names, year."""
        text = self.text
        names = read_names(text, low, names_end, in_bracket=True, comma=comma, known=self.known)
        names = whole_body(text, low, names_end, names, comma=comma, known=self.known)
        if names is None:
            words = text[low:names_end].strip(" ,:\n\t")
            if words and self.fresh and is_prefix(words):
                self._read_narrative(start, end, words, start)
            return
        if not (personal or names.sure or _may_follow(text, end, self.end)):
            return  # "(Peter, 2018 geboren)"
        before = text[low : names.start].strip()
        prefix = _prefix(before)
        if before and not prefix and not _may_precede(before, names):
            return
        full = self._spelt_out(names) if self.fresh and not before else None
        self._add(
            (full or names).start, start, end, full or names, prefix=prefix, narrative=bool(full), personal=personal
        )

    def _read_narrative(
        self, start: int, end: int, prefix: str | None, year_at: int, *, personal: bool = False
    ) -> None:
        """Read "Epstein (2001)": the names before the bracket."""
        if not _may_follow(self.text, end, self.end):
            return
        names = self._named_before()
        if names is not None and not names.authors:
            self.titles.append((names.start, self.end + 1))
        elif names is not None and not self._is_entry(names) and not self._is_made(names):
            self._add(names.start, year_at, end, names, prefix=prefix, narrative=True, personal=personal)

    def _names_before(self) -> Names | None:
        names = self._named_before()
        return names if names is not None and names.authors else None

    def _named_before(self) -> Names | None:
        low = max(self.done, self.opened - WINDOW)
        low = paragraph_start(self.text, low, self.opened)
        return read_names(self.text, low, self.opened, in_bracket=False, known=self.known)

    def _spelt_out(self, names: Names) -> Names | None:
        """Return the name that the bracket abbreviates: "Centraal Planbureau (CPB, 2016)"."""
        short = names.authors[0].upper()
        if len(names.authors) > 1 or names.et_al or not names.authors[0][:2].isupper() or " " in short:
            return None
        full = self._names_before()
        capitals = "".join(c for c in full.authors[0] if c.isupper()) if full and len(full.authors) == 1 else ""
        if full and (full.authors[0].upper().startswith(short) or len(full.authors[0]) <= 2 * len(short)):
            return None  # "PIRLS-onderzoek (PIRLS, 2006)", "IoT (ITU-T, 2021)"
        rest = iter(short)
        return full if len(capitals) > 1 and all(letter in rest for letter in capitals) else None

    def _is_entry(self, names: Names) -> bool:
        """Whether this is an entry of a reference list: names begin the paragraph, a full stop is behind the year."""
        before = self.text[max(0, names.start - 3) : names.start]
        begins = names.start == 0 or before.endswith("\n\n") or bool(_LINE_ENDED.search(before))
        return begins and self.text.startswith(").", self.end)

    def _is_made(self, names: Names) -> bool:
        """Whether it is the title of a work, with its maker behind the year: "Stilte (2012) van Anna Mol"."""
        if names.et_al or any(folded(name) in self.known or is_body(name.split()[-1]) for name in names.authors):
            return False
        made = _MADE_BY.match(self.text, self.end)
        words = re.findall(rf"{LETTER}+", made["who"]) if made else []
        return bool(words) and not any(is_body(w) or w.lower() in PLACES or (w.isupper() and len(w) > 1) for w in words)

    def _read_source(self, cited: Span) -> None:
        """Read the work that is cited in another and has no year of its own."""
        low = max(self.place, self.text.rfind(";", self.place, cited[0]) + 1)
        if cited[0] < low:
            return
        low = _SEPARATOR.match(self.text, low, cited[0]).end()  # type: ignore[union-attr]  # as above
        inside = low < cited[0]
        if self.found and not inside:
            return  # its year was read
        names = (
            read_names(self.text, low, cited[0], in_bracket=True) if inside else self._names_before()
        )  # fmt: skip
        if names is None:
            return
        stop = cited[0] if inside else self.opened
        stop = names.start + len(self.text[names.start : stop].rstrip())
        words = self.text[names.start : stop]
        self.found.append(
            Mention(names.start, stop, words, names.authors, names.et_al, "", narrative=not inside, group=self.group)
        )

    def _add(
        self, start: int, year_at: int, end: int, names: Names, *, prefix: str | None = None, narrative: bool = False,
        personal: bool = False,
    ) -> None:  # fmt: skip
        text, year = self.text, one_line(self.text[year_at:end])
        stop, locator = (end, None) if text[end : end + 1] in _CLOSERS else read_locator(text, end, self.end)
        letters = [] if locator or not year[-1].isalpha() else self._letters(end, year[-1])
        closes = narrative and not letters and self._closes_at(stop)
        stop = self.end + 1 if closes else stop
        self.found.append(
            Mention(
                start, stop, text[start:stop], names.authors, names.et_al, year, locator=locator, narrative=narrative,
                prefix=prefix, group=self.group, personal=personal,
            )
        )  # fmt: skip
        for place, letter, passed in letters:
            stop = place + len(letter)
            between = tuple(year[:-1] + one for one in passed)
            self.found.append(
                Mention(
                    place, stop, letter, names.authors, names.et_al, year[:-1] + letter[-1], group=self.group,
                    between=between,
                )
            )  # fmt: skip
        self.place, self.names = stop, names

    def _closes_at(self, place: int) -> bool:
        """Whether only the closing bracket is left behind this place."""
        return (
            self.end < len(self.text)
            and self.text[self.end] in ")]"
            and not self.text[place : self.end].strip(" .\n\t")
        )

    def _letters(self, end: int, first: str) -> list[tuple[int, str, str]]:
        """Return the further letters of "2018a, b", "2018a/b" and "2018a-c", each with those that it passes over."""
        found: list[tuple[int, str, str]] = []
        last = first
        while True:
            match = _LETTER_RANGE.match(self.text, end, self.end)
            passed = _ALPHABET[_ALPHABET.find(last) + 1 : _ALPHABET.find(match[1])] if match and last < match[1] else ""
            if match is None or last >= match[1]:
                match = _LETTERS.match(self.text, end, self.end)
            if match is None:
                return found
            found.append((match.start(1), match[1], passed))
            end, last = match.end(), match[1][-1]


def _may_follow(text: str, place: int, limit: int) -> bool:
    """Whether what is behind a year may follow a citation: a separator, a locator, or a word such as "zie"."""
    return (
        text[place : place + 1] in _CLOSERS
        or _BEHIND.match(text, place, limit) is not None
        or _LOCATOR.match(text, place, limit) is not None
    )


def _prefix(before: str) -> str | None:
    """Return the words at the end of ``before`` that introduce a citation, as printed; None if there are none."""
    kept: list[str] = []
    for match in reversed(list(_WORDS.finditer(before[-120:]))):
        word = match[0].lower()
        if word not in PREFIX_WORDS and word.rstrip(".") not in PREFIX_WORDS:
            break
        kept.insert(0, match[0])
    return " ".join(kept) or None


def _may_precede(before: str, names: Names) -> bool:
    """Whether words that are no prefix may stand before the names: after a comma, a dash or words such as "zie"."""
    if names.sure or before.endswith((",", "–", "—", "-", ".")):
        return True
    words = before.split()
    if _BY_WAY_OF.search(before):
        return True
    if before.endswith(":"):
        return words[-1][0].islower()  # "emoties: Tan, 1995", not "Houten: Bohn, 1995"
    if is_honorific(words[-1].rstrip(".")):
        return True  # "(mevrouw Aydin, persoonlijke mededeling, 2022)"
    if words[-1] in _OF and words[1:] and _SAID_OF.fullmatch(words[-2]):
        return True
    return words[0].lower().rstrip(".") in _LEADS and words[-1].islower()


def one_line(printed: str) -> str:
    """Return a year as printed, on one line."""
    year = " ".join(printed.split())
    return _APART.sub("", year) if " " in year else year


def read_locator(text: str, place: int, limit: int) -> tuple[int, str | None]:
    """Return where the locator behind a year ends, and the locator; None if there is none."""
    match = _LOCATOR.match(text, place, limit)
    return (match.end(), " ".join(match[1].split())) if match else (place, None)
