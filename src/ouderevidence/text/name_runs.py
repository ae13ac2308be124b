"""Where the names before a year begin, and what looks like names and is none.

The words before a year are ``tokens``; those that could be names, ``run``, are the last of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ouderevidence.text.lexicon import (
    ARTICLES,
    CHAIR,
    LEADS,
    LOWER_BODIES,
    MONTHS,
    NOT_NAMES,
    PARTICLES,
    SURE_PARTICLES,
    SURNAMES,
)
from ouderevidence.text.name_forms import folded
from ouderevidence.text.name_tokens import Token, is_body, is_honorific, is_noun

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST: Final = 16  # tokens in one name: "Organisation for Economic Co-operation and Development"
HEADING_CAPITALS: Final = 4  # letters of a heading in capitals, at least
HEADING: Final = 60  # characters of a heading without a number, at most
_LINE_END: Final = re.compile(r"[.!?:;”\"»…\n]\s*$")
_ADVERB: Final = re.compile(r"[A-Z][a-z]{3,}(?:ly|wise|theless|more)|Kortom|Overigens|Bovendien|Anderzijds|Enerzijds")
_NUMBERED_HEADING: Final = re.compile(
    r"[ \t]*(?:(?:(?:Hoofdstuk|Chapter|Deel|Part|Bijlage|Appendix|Paragraaf|Section)[ \t]+)?"
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.:]?|[IVX]{2,5}[.:])|(?:Bijlage|Deel|Part|Appendix)[ \t]+[A-HIVX]{1,4}[.:]?)"
    r"[ \t]+[A-ZÀ-Þ][^\n.,;:()]{2,70}"
)
_LETTERED_HEADING: Final = re.compile(
    r"[ \t]*(?:[A-Z]\.[ \t]+[A-ZÀ-Þ][^\s.,;:()]+[ \t]|(?:[a-zA-Z]|[ivxIVX]{1,4})\)[ \t]+[A-ZÀ-Þ])[^\n.,;:()]{2,70}"
)
_TITLE_CASE: Final = re.compile(
    r"[ \t]*[A-ZÀ-Þ][\w’'-]+(?:[ \t]+(?:(?:van|de|het|en|in|op|voor|met|of|the|and|at|on|for|to|with|a|an)[ \t]+){0,3}"
    r"[A-ZÀ-Þ][\w’'-]+){1,7}"
)
_HEADING_WORD: Final = re.compile(
    r"[ \t]*(?:Inleiding|Conclusies?|Discussie|Methoden?|Resultaten|Samenvatting|Aanleiding|Achtergrond|Theorie|"
    r"Literatuur|Aanbevelingen|Introduction|Conclusions?|Discussion|Methods?|Results|Background|Abstract|Summary|Theory)"
)


def below_heading(tokens: list[Token], text: str) -> list[Token]:
    """Leave out a heading that stands glued above the line of the names: capitals only, or led by a number."""
    if text.find("\n", tokens[0].start, tokens[-1].start) < 0:
        return tokens
    for index in range(len(tokens) - 1, 0, -1):
        one, two = tokens[index - 1], tokens[index]
        between = text[one.start + len(one.text) : two.start]
        if "\n" not in between or two.kind != "cap":
            continue
        begin = text.rfind("\n", 0, one.start) + 1
        line = text[begin : one.start + len(one.text)]
        capitals = line.isupper() and len(line) >= HEADING_CAPITALS and not two.text.isupper()
        if (
            capitals
            or _NUMBERED_HEADING.fullmatch(line)
            or _begins_with_heading(text, begin, line, tokens[index - 1 :])
        ):
            return tokens[index:]
    return tokens


def _begins_with_heading(text: str, begin: int, line: str, tokens: list[Token]) -> bool:
    """Whether a paragraph begins with a line that is a heading: with a letter, or with a capital for each word."""
    if text[max(0, begin - 2) : begin] not in {"", "\n\n", "\n"} or tokens[0].kind != "cap":
        return False
    if tokens[0].lower in PARTICLES or any(is_body(token.text) for token in tokens):
        return False
    return len(line) <= HEADING and any(
        heading.fullmatch(line) for heading in (_LETTERED_HEADING, _TITLE_CASE, _HEADING_WORD)
    )


def is_led(run: list[Token], tokens: list[Token]) -> bool:
    """Whether a word stands before it that makes it a name: "door Zomer (2013)", "onderzoeker Maandag (2013)"."""
    place = len(tokens) - len(run)
    return place > 0 and leads(tokens[place - 1])


def leads(token: Token) -> bool:
    """Whether a name is behind a word within a sentence: "door", "volgens", "onderzoeker"."""
    return token.lower in LEADS or (token.kind == "lower" and is_honorific(token.text))


def behind_chair(run: list[Token], tokens: list[Token]) -> list[Token]:
    """Leave out what a chair is in: "Hoogleraar Onderwijskunde Mul", "lector Taal en Lezen Bos"."""
    place = len(tokens) - len(run) if run else 0
    before = [token for token in tokens[max(0, place - 2) : place] if token.kind != "link"]
    if not before or not is_honorific(before[-1].text) or not CHAIR.fullmatch(run[0].text):
        return run
    rest = run[3:] if run[1:] and run[1].kind in {"conj", "amp"} else run[1:]
    return rest if rest and rest[0].kind in {"cap", "link", "init"} else run


def behind_of(run: list[Token], *, known: Collection[str] = ()) -> list[Token]:
    """Leave out what somebody made: "het Leesprofiel van Van de Mortel", "a survey on UAVs by Zeng", "R in Zeng"."""
    for index in range(len(run) - 2, 0, -1):
        listed = run[index + 1].kind == "cap" and folded(run[index + 1].text) in known
        if run[index].text == "by" or (run[index].text == "in" and (listed or len(run[index - 1].text) == 1)):
            return run[index + 1 :]
        if run[index].text == "van" and run[index + 1].text in {"Van", "De", "Den", "Ter", "Ten"}:
            return run if any(is_body(token.text) for token in run[:index]) else run[index + 1 :]
    return run


def run_start(tokens: list[Token], *, et_al: bool, known: Collection[str], proves: bool) -> int:
    """Return the index at which the stretch of words that could be names begins."""
    index, since_separator = len(tokens), 0
    while index:
        token = tokens[index - 1]
        if token.kind in {"lower", "other", "etal"}:
            break
        if (
            token.kind == "cap"
            and token.lower in NOT_NAMES
            and not _is_name_anyway(tokens, index - 1)
            and not _is_proven(tokens, index - 1, et_al=et_al, known=known, proves=proves)
        ):
            break
        since_separator = 0 if token.kind in {"comma", "amp", "conj"} else since_separator + 1
        if since_separator > LONGEST:
            break
        index -= 1
    return index


def _is_proven(tokens: list[Token], index: int, *, et_al: bool, known: Collection[str], proves: bool) -> bool:
    """Whether form or list proves that a word is a name: "You et al.", "Haar en Mol", "(De With, 2013)"."""
    token = tokens[index]
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if known and folded(token.text) in known:
        return True
    if behind is None:
        led = index > 0 and leads(tokens[index - 1]) and not token.text.isupper()
        return et_al or ((proves or led) and token.lower in SURNAMES)
    if behind.kind in {"conj", "amp"}:
        return token.lower in SURNAMES
    return proves and behind.kind in {"comma"} and token.lower in SURNAMES


def _is_name_anyway(tokens: list[Token], index: int) -> bool:
    """Whether a word that often begins a sentence is a name here: "Van" itself, "Ten Have", or "May" on its own."""
    before = tokens[index - 1] if index else None
    return (
        tokens[index].lower in PARTICLES
        or (len(tokens) == 1 and tokens[index].lower in MONTHS)
        or (before is not None and before.kind == "cap" and before.lower in SURE_PARTICLES)
        or (before is not None and before.kind == "link" and before.lower in SURE_PARTICLES)
        or (before is not None and before.text in {"Van", "De", "van"} and _ends_name(tokens, index))
        or (before is not None and before.kind == "amp")
        or (before is not None and before.kind == "conj" and index == len(tokens) - 1 and _behind_name(tokens, index))
    )


def _ends_name(tokens: list[Token], index: int) -> bool:
    """Whether a name ends with this word: nothing, a comma or "en" is behind it."""
    return index == len(tokens) - 1 or tokens[index + 1].kind in {"comma", "conj", "amp"}


def _behind_name(tokens: list[Token], index: int) -> bool:
    """Whether a name stands before the "en" before a word: "Black en Wil"."""
    return index > 1 and tokens[index - 2].kind == "cap" and tokens[index - 2].lower not in NOT_NAMES


def trimmed(run: list[Token], before: Token | None, text: str, *, at_start: bool) -> list[Token]:
    """Take from the front what belongs to the sentence: commas, "van", "de", a noun that begins the sentence."""
    while run:
        first = run[0]
        if first.kind in {"comma", "conj", "amp", "abbr"}:
            at_start = False
            run = run[1:]
        elif first.kind == "link":
            if _keeps_particle(run, at_start=at_start):
                break
            at_start = False
            run = run[1:]
        elif (
            _is_honorific(run)
            or _is_label(run, at_start=at_start)
            or _is_article(run, in_bracket=at_start)
            or _is_office(run)
            or (not at_start and _begins_sentence(run, before, text))
        ):
            run = run[1:]
        else:
            break
    return run


def _keeps_particle(run: list[Token], *, at_start: bool) -> bool:
    """Whether a lower-case particle at the front is part of the name: "van der Vegt", not "van Epstein"."""
    if run[0].lower in {"'s", "’s"}:
        return bool(run[1:]) and run[1].kind == "cap" and run[1].lower not in NOT_NAMES  # not "’s Avonds"
    index = next((i for i, token in enumerate(run) if token.kind != "link"), len(run))
    if index == len(run) or run[index].kind != "cap" or run[0].lower not in PARTICLES:
        return False
    if run[0].text in {"bij", "uit", "door", "over", "tot", "of", "aan"} and not at_start:
        return False  # "bij 't Hooft" in a sentence
    if any(token.lower in SURE_PARTICLES for token in run[:index]):
        return run[0].lower not in {"in", "op", "aan", "uit", "door", "bij", "of", "over", "tot"} or (
            index > 1 and (run[1].lower in {"'t", "’t"} or (at_start and run[1].lower in {"den", "der"}))
        )
    if at_start and run[0].lower in {"aan", "bij", "over"} and run[1].lower == "de":
        return not is_body(run[index].text)  # "(aan de Stegge, 2013)", "(bij de Vaate, 2018)"
    return at_start and run[0].lower not in {"in", "op", "het", "uit", "bij", "of", "over", "tot", "aan"} and (
        not is_body(run[index].text)
    )  # fmt: skip


def _is_label(run: list[Token], *, at_start: bool) -> bool:
    """Whether a bracket begins with an abbreviation that is no author: "(CSR, Davis 2006)", "(R, Mol & Pol, 2015)"."""
    if len(run) < 3 or run[1].kind != "comma" or not run[0].text.isupper() or run[2].text.isupper():  # noqa: PLR2004
        return False
    return len(run[0].text) == 1 or (at_start and not any(token.kind in {"conj", "amp"} for token in run))


def _is_article(run: list[Token], *, in_bracket: bool) -> bool:
    """Whether a capital "De" is an article: before a body, not before a family name."""
    if run[0].text == "De" and len(run) == 2 and in_bracket:  # noqa: PLR2004 - "(De Raad, 2012)": a family
        return False
    return run[0].lower in ARTICLES and len(run) > 1 and run[1].kind == "cap" and (
        run[0].lower in {"the", "a", "an", "het", "een"} or is_body(run[1].text)
    )  # fmt: skip


def _is_honorific(run: list[Token]) -> bool:
    """Whether it is a title before a name: "Mevrouw Aydin"; on its own it may be a name ("Meester, 2018")."""
    return is_honorific(run[0].text) and bool(run[1:]) and run[1].kind in {"cap", "init", "link"}


def _is_office(run: list[Token]) -> bool:
    """Whether it is "gemeente" and then no name of one."""
    first, rest = run[0], run[1:]
    return first.lower in LOWER_BODIES and first.text.islower() and (not rest or rest[0].kind not in {"cap", "link"})


def _begins_sentence(run: list[Token], before: Token | None, text: str) -> bool:
    return _is_preposition(run) or _is_noun(run, before, text)


def _is_preposition(run: list[Token]) -> bool:
    """Whether "In" or "Bij" begins the sentence: before a name, unless it is one ("In 't Veld", "Op de Beeck")."""
    return run[0].lower in {"in", "bij", "uit", "op", "aan", "over", "onder", "tot", "of"} and (
        len(run) > 1 and run[1].kind == "cap"
    )  # fmt: skip


def _is_noun(run: list[Token], before: Token | None, text: str) -> bool:
    """Whether the sentence begins with a noun and "van": "Onderzoek van Boonk"."""
    if not run[1:] or run[1].kind not in {"link", "conj"} or is_body(run[0].text):
        return False
    _, hyphen, tail = run[0].text.rpartition("-")
    if hyphen and tail.islower() and is_noun(tail):
        return True  # "het CIPP-model van Stufflebeam"
    begins = before is None or bool(_LINE_END.search(text[before.start : run[0].start])) or before.kind == "other"
    return begins and is_noun(run[0].text)


def without_list(run: list[Token], *, et_al: bool) -> list[Token]:
    """In a sentence, names with commas between them are a list only if "en", "and" or "et al." closes it."""
    commas = [i for i, token in enumerate(run) if token.kind == "comma"]
    if not commas:
        return run
    if commas[0] == 1 and _ADVERB.fullmatch(run[0].text):
        return without_list(run[2:], et_al=et_al)  # "Critically, Alvarez & Cavanagh (2004)"
    if any(is_body(token.text) for token in run[: commas[0]] if token.kind == "cap"):
        return run
    closed = et_al or any(token.kind in {"conj", "amp"} for token in run[commas[-1] :])
    return run if closed else run[commas[-1] + 1 :]
