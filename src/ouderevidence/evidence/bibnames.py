"""Names of BibTeX and biblatex: split at "and", read in every form that programs write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from ouderevidence.evidence.latex import LatexError, decode
from ouderevidence.model.bilingual import Text
from ouderevidence.model.records import Name

if TYPE_CHECKING:
    from collections.abc import Callable

_EXTENDED: Final = re.compile(r"\s*\{*\"?(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_OTHERS: Final = re.compile(r"(?:others|et\.?\s+al\.?|et\s+alii|e\.\s?a\.?|(?:en\s+)?anderen)", re.IGNORECASE)
# Most names: capitals, one comma, nothing that LaTeX or HTML would change.
_PLAIN: Final = re.compile(r"[^\W\d_][^{}\\\"~,&<=]*, *[^\W\d_{}][^{}\\\"~,&<=]*")
_SUFFIX: Final = re.compile(r"(?:jr|sr|[ivx]{1,4}|\d(?:st|nd|rd|th)|ph\.?d|m\.?d|esq)\.?", re.IGNORECASE)
_MORE: Final = Text(
    "naam '{raw}': meer dan één naam, zonder 'and' ertussen",
    "name '{raw}': more than one name, and no 'and' between them",
)
_LAST: Final = Text(
    "naam '{raw}': '{first}' staat achteraan, waar BibTeX de voornaam leest",
    "name '{raw}': '{first}' stands last, where BibTeX reads the given name",
)
# Behind the last name, where no "and" parts it from that: "Pol, B. et al."
_TAIL: Final = re.compile(r"(?<!\band),?\s+(?:(?i:et\.?\s+al(?:ii|\.)?)|e\.\s?a\.?|en\s+anderen)\s*$")
# Accents and letters that a splitter of names takes for a space or for a word: "\~Nez", "\v Capek", "S\o ren".
_ACCENT: Final = re.compile(
    r"\\(?:~\s*|[vcuHkr]\s+)(?:[A-Za-z]|\{[A-Za-z]\})|"
    r"(?:\\[\"'`^~=.])?\\(?:ss|SS|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|NG|ij|IJ|[ijoOlL])\s+(?=[A-Za-z])"
)
_FIRM: Final = re.compile(r"\s\\?&(?:amp;)?\s")
# What a person did for the book, said with the name: "Mol, A. (red.)", "Jan Mol [Hrsg.]", "Mol, A., eds."
_DID: Final = (
    r"(?:(?:onder\s+)?redactie(?:\s+van)?|o\.r\.v|reds?|redacteur(?:en)?|eds?|editors?|hrsg|hrg|hg|samenst|comps?|"
    r"vert|transl?|translators?)\.?"
)
_ROLE: Final = re.compile(
    rf"(?<![\s,])[\s,]*+[(\[]\s*{_DID}\s*[)\]]|(?<=[.,\s]),\s*{_DID}$|(?<=\.),\s*{_DID}$", re.IGNORECASE
)
_CAPITAL_PARTICLE: Final = re.compile(r"Van(?:de[nr]?)?|De[nr]?|Te[nr]?|Op|In")
# What people write for "and" between two names.
_NO_AND: Final = re.compile(r"(?<!&)\b[^&;{}]*;|[^&;{}]*\s\\?&(?:amp;|#38;)?\s")
_TWO: Final = re.compile(r"(?:[^\W\d_]\.\s?)+[^&;]*\s\\?&(?:amp;|#38;)?\s(?:[^\W\d_]\.\s?)+")  # "A. Mol & B. Pol"
_AND: Final = re.compile(r"(?:\s+and)+\s+|^(?:and\s+)+|(?:\s+and)+$", re.IGNORECASE)


def split_names(value: str) -> list[str]:
    r"""Split a list of names at "and", braces kept whole.

    Examples
    --------
    >>> split_names(r'Jansen, J. and \"Oz, A. AND {Zorg and Welzijn}')
    ['Jansen, J.', '\\"Oz, A.', '{Zorg and Welzijn}']
    """
    value = _TAIL.sub(" and others", value)
    if "{" not in value and "}" not in value:
        return [" ".join(name.split()) for name in _AND.split(value) if name.strip()]
    found, start = [], 0
    for match in _AND.finditer(value):
        if match.start() >= start and _depth(value[start : match.start()]) == 0:
            found.append(value[start : match.start()])
            start = match.end()
    return [" ".join(name.split()) for name in [*found, value[start:]] if name.strip()]


def is_others(name: str) -> bool:
    """Whether it says that there are more names: "others", "et al."."""
    if name.strip("{} .")[:1] not in "oOeEaA":
        return False
    return _OTHERS.fullmatch(name.strip("{} .") + ".") is not None or _OTHERS.fullmatch(name.strip("{} ")) is not None


def read_name(raw: str, fault: Callable[..., None]) -> Name:
    """Read one name; what cannot be read is told to ``fault`` and kept as it stands."""
    raw = _ROLE.sub("", raw) if "(" in raw or "[" in raw or raw.count(",") > 1 else raw
    if _PLAIN.fullmatch(raw):
        family, _, given = raw.partition(",")
        words = family.split()
        if all(word[0].isupper() for word in words):
            return Name(family=" ".join(words), given=" ".join(given.split()))

    def plain(words: str) -> str:
        try:
            return decode(words)
        except LatexError as error:
            fault(f"naam '{raw}': {error.why.nl}", f"name '{raw}': {error.why.en}")
            return error.text

    if _EXTENDED.match(raw):
        return _extended(raw, plain)
    if raw.startswith("{") and raw.endswith("}") and _depth(raw[1:-1]) == 0 and _is_one_group(raw):
        return Name(literal=plain(raw[1:-1]))
    if "," not in raw and _FIRM.search(raw) and not _TWO.match(raw):
        return Name(literal=plain(raw))
    return _parted(raw, plain, fault)


def _parted(raw: str, plain: Callable[[str], str], fault: Callable[[str], None]) -> Name:
    """Read a name in BibTeX's own forms."""
    raw = _ACCENT.sub(lambda match: plain(match[0]), raw)
    try:
        parts = parse_single_name_into_parts(raw)
    except InvalidNameError as error:
        fault(f"name '{raw}': {error}")
        if raw.endswith(",") and raw.count(",") == 1:
            return read_name(raw.rstrip(", "), fault)
        return Name(literal=plain(raw))
    first, von, last, jr = (plain(" ".join(words)) for words in (parts.first, parts.von, parts.last, parts.jr))
    if "," not in raw:
        first, von, last = _with_capitals(first, von, last)
    return _checked(Name(family=last, given=first, particle=von, suffix=jr), raw, fault, plain)


def _checked(name: Name, raw: str, fault: Callable[..., None], plain: Callable[[str], str]) -> Name:
    """Return a name as BibTeX reads it, unless it is seen to be something else."""
    family, given, particle, suffix = name.family, name.given, name.particle, name.suffix
    if _is_more(raw, given, suffix):
        fault(_MORE.nl.format(raw=raw), _MORE.en.format(raw=raw))
        return Name(literal=plain(raw))
    if suffix and not _SUFFIX.fullmatch(suffix):
        fault(_LAST.nl.format(raw=raw, first=given), _LAST.en.format(raw=raw, first=given))
        given, suffix = suffix, "" if is_others(given) else given
    if particle[:1].isupper() and "," in raw:
        family, particle = f"{particle} {family}", ""  # Flemish: "Van den Broeck, Anja" is filed and printed under Van
    return Name(family=family, given=given, particle=particle, suffix=suffix)


def _is_more(raw: str, given: str, suffix: str) -> bool:
    """Whether it is more than one name: "Mol, A.; Pol, B.", "Mol, A. en Pol, B."."""
    suffixed = not suffix or _SUFFIX.fullmatch(suffix) or _SUFFIX.fullmatch(given) or is_others(given)
    return _NO_AND.match(raw) is not None or not suffixed


def _with_capitals(first: str, von: str, last: str) -> tuple[str, str, str]:
    """Give the family name the particles with a capital that precede it: "Anja Van den Broeck"."""
    given = first.split()
    moved: list[str] = []
    while len(given) > 1 and _CAPITAL_PARTICLE.fullmatch(given[-1]):
        moved.insert(0, given.pop())
    return (" ".join(given), "", " ".join([*moved, von, last]).replace("  ", " ")) if moved else (first, von, last)


def _extended(raw: str, plain: Callable[[str], str]) -> Name:
    """Read biblatex's extended form: ``family=Oord, given=Ada, prefix=van den, useprefix=true``."""
    parts: dict[str, str] = {}
    for part in _at_commas(raw.strip("{}") if _is_one_group(raw) else raw):
        key, _, value = part.partition("=")
        parts[key.strip(' "').lower()] = plain(value.strip(' "'))
    if "given" not in parts and "prefix" not in parts and " " in parts.get("family", ""):
        return Name(literal=parts["family"])
    return Name(parts.get("family", ""), parts.get("given", ""), parts.get("prefix", ""), parts.get("suffix", ""))


def _at_commas(value: str) -> list[str]:
    found, start = [], 0
    for match in re.finditer(",", value):
        before = value[start : match.start()]
        if _depth(before) == 0 and before.count('"') % 2 == 0:
            found.append(before)
            start = match.end()
    return [*found, value[start:]]


def _depth(value: str) -> int:
    plain = re.sub(r"\\[{}]", "", value)
    return plain.count("{") - plain.count("}")


def _is_one_group(raw: str) -> bool:
    """Whether the first brace closes at the end: that of "{Kind en Gezin}", not that of "{A} and {B}"."""
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    depth = 0
    for place, sign in enumerate(raw):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return place == len(raw) - 1
    return False
