"""Find the reference list of a text and split it into entries: authors, year, title, DOI."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.model.records import Name
from ouderevidence.text.names import LETTER, mended

if TYPE_CHECKING:
    from ouderevidence.text.passages import Span

HEADINGS: Final = 8  # the last headings of the kind that are tried
BODY: Final = 120  # characters of the name of a body that begins an entry
ADDRESS: Final = 300  # characters of an address at the end of an entry
HEAD: Final = 600  # characters of an entry in which its year must stand

_HEADING: Final = re.compile(
    r"""^[ \t]*(?:\#{1,6}[ \t]*)?(?:\d{1,2}(?:\.\d{1,2})*\.?[ \t]+|bijlage[ \t]+\w+[:.]?[ \t]+|[*_]{1,2})?
    (?:(?:geraadpleegde|geciteerde|gebruikte|aangehaalde)[ \t]+(?:literatuur|bronnen|werken)
      |literatuur(?:lijst|opgave|verwijzingen)?(?:[ \t]+en[ \t]+bronnen)?
      |bronnen(?:lijst|vermelding|overzicht)?(?:[ \t]+en[ \t]+literatuur)?
      |referenties|referentielijst|bibliografie|verwijzingen|reference[ \t]list|list[ \t]of[ \t]references|references
      |bibliography|works[ \t]cited|literature(?:[ \t]cited)?|sources)
    [ \t]*[:.]?(?:[*_]{1,2})?[ \t]*$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_AFTER: Final = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*)?(?:bijlagen?|appendix|appendices|noten|eindnoten|endnotes|notes|colofon|over de auteurs?|"
    r"dankwoord)\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_YEAR: Final = (
    r"(?:(?:1[5-9]|20)\d\d(?:/(?:1[5-9]|20)\d\d)?[a-k]?|z\.\s?d\.(?:-[a-k])?|n\.\s?d\.(?:-[a-k])?|in druk|in press|"
    r"te verschijnen|forthcoming)"
)
# "(2018)", "(2018, 12 mei)", or ", 2018." and " 2018." of the Harvard style.
_DATED: Final = re.compile(rf"\((?P<year>{_YEAR})(?:,[^()]{{1,40}})?\)|(?<=[.,\s])(?P<bare>{_YEAR})(?=[.,:;]\s)")
_INITIALS: Final = r"(?:(?:[A-ZÀ-ÖØ-Þ]|Th|Ph|Ch|Chr|Joh|IJ)\.[-‐]?\s*)+"
_PARTICLES: Final = (
    r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er|[Tt]e|['’]t|[Vv]on|[Dd]i|[Dd]a|[Dd]el|[Dd]ella|[Dd]u|[Ll]e|[Ll]a|"
    r"[Oo]p|[Ii]n|[Ee]l|[Aa]l)\s+)"
)
_FAMILY: Final = rf"[A-ZÀ-ÖØ-Þ'’]{LETTER}*(?:[-‐'’\s]{LETTER}+){{0,3}}"
_PERSON: Final = re.compile(
    rf"(?P<before>{_PARTICLES}*)(?P<family>{_FAMILY}),\s*(?P<given>{_INITIALS})\s*"
    r"(?P<behind>(?:(?:van|de|der|den|ten|ter|te|['’]t|von|zu|in|op|la|le|du|da|di|del|della)\b\s*)*)"
)
_SENTENCE_END: Final = re.compile(rf"{LETTER}{{2,}}\.\s")
_BETWEEN: Final = re.compile(r"(?:[\s,;&.…]|\ben\b|\band\b|et\s+al|e\.a)*")
_ROLE: Final = re.compile(r"\((?:Reds?|Eds?|red|ed)\.?(?:\.|s\.)?\)\.?,?\s*$")
_DOI: Final = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_TITLE_END: Final = re.compile(
    r"(?<![A-Z])[.?!](?=\s+[\[A-ZÀ-ÖØ-Þ“‘]|\s+https?:|\s*$)|\s(?=\[[A-Z])|\s\((?=\d+(?:e|st|nd|rd|th)\b)"
)
_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_LAST_ADDRESS: Final = re.compile(r"https?://\S+(?:\n\S+){0,2}$")


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a reference list, at its exact place: ``text[start:end] == reference.text``.

    ``year`` is as printed, with its letter (``2018a``, ``z.d.``); what was not found is None or empty. ``complete``
    tells whether the list of authors is whole (no "et al.", no "…").
    """

    start: int
    end: int
    text: str
    key: str
    authors: tuple[Name, ...]
    year: str
    title: str | None
    doi: str | None
    url: str | None
    complete: bool = True


def reference_span(text: str) -> Span | None:
    """Return where the reference list stands, heading included, or None if the text has none.

    The last heading of the kind counts under which an entry stands; the list runs to the end of the text, or to a
    heading such as "Bijlagen" or "Noten".
    """
    for heading in reversed(list(_HEADING.finditer(text))[-HEADINGS:]):
        after = _AFTER.search(text, heading.end())
        end = after.start() if after else len(text)
        if _entry_spans(text, heading.end(), end):
            return heading.start(), end
    return None


def find_references(text: str) -> tuple[Reference, ...]:
    r"""Find the entries of the reference list at the end of a text.

    Parameters
    ----------
    text
        A text with a heading such as Literatuur, Bronnen, Referenties, References or Bibliography on a line of its own.

    Returns
    -------
    tuple of Reference
        In order; empty when there is no list. ``key`` is made of the first name and the year, and is unique.

    Examples
    --------
    >>> text = "Literatuur\n\nVegt, A. L. van der, & Smit, B. (2021). Samen leren. Uitgever."
    >>> [(r.key, [a.full_family for a in r.authors], r.title) for r in find_references(text)]
    [('vegt2021', ['van der Vegt', 'Smit'], 'Samen leren')]
    """
    span = reference_span(text)
    if span is None:
        return ()
    heading = _HEADING.match(text, span[0])
    start = heading.end() if heading else span[0]
    found: list[Reference] = []
    taken: dict[str, int] = {}
    for a, b in _entry_spans(text, start, span[1]):
        reference = _read_entry(text, a, b, taken)
        if reference is not None:
            found.append(reference)
    return tuple(found)


def _entry_spans(text: str, start: int, end: int) -> list[Span]:
    """Return the entries as spans: a new one begins on a line that begins with names, when the one before is dated."""
    spans: list[list[int]] = []
    closed = True  # a blank line, or nothing, stands before
    for line in re.finditer(r"[^\n]+", text[start:end]):
        a, b = start + line.start(), start + line.end()
        words = text[a:b].strip()
        blank = text[max(start, a - 2) : a].count("\n") > 1 or not spans
        if not words:
            closed = True
            continue
        a = a + len(text[a:b]) - len(text[a:b].lstrip())
        a += _bullet(text[a:b])
        if not spans or _begins(text, spans[-1], a, end, blank=blank or closed):
            spans.append([a, a + len(text[a:b].rstrip())])
        else:
            spans[-1][1] = a + len(text[a:b].rstrip())
        closed = False
    return [(a, b) for a, b in spans if _dated(text[a : min(b, a + HEAD)])]


def _bullet(line: str) -> int:
    match = re.match(r"(?:[-*•▪◦]|\[\d{1,3}\]|\d{1,3}\.)\s+", line)
    return match.end() if match else 0


def _dated(entry: str) -> re.Match[str] | None:
    return _DATED.search(entry[:HEAD])


def _begins(text: str, before: list[int], start: int, end: int, *, blank: bool) -> bool:
    """Whether an entry begins here: the one before has its year and an end, and names stand at the beginning."""
    last = text[max(before[0], before[1] - 2) : before[1]]
    if not _dated(text[before[0] : min(before[1], before[0] + HEAD)]) or last.endswith((",", "&", "-", "–", ":")):
        return False
    head = text[start : min(end, start + HEAD)]
    head = head[: head.find("\n\n")] if "\n\n" in head else head
    dated = _DATED.search(head)
    if dated is None:
        return False
    names = head[: dated.start()]
    body = names.rstrip()
    if _PERSON.match(names):
        return True
    if blank:
        return not last.endswith("/") or body.endswith(".")  # else an address goes on
    if len(body) > BODY or not body.endswith(".") or not body[:1].isupper() or _SENTENCE_END.search(body[:-1]):
        return False
    if last.endswith((".", ")", "/")) or last[-1].isdigit():
        return True
    return _LAST_ADDRESS.search(text, max(before[0], before[1] - ADDRESS), before[1]) is not None


def _read_entry(text: str, start: int, end: int, taken: dict[str, int]) -> Reference | None:
    entry = text[start:end]
    dated = _dated(entry)
    if dated is None:
        return None
    names = entry[: dated.start()]
    authors = read_authors(names)
    year = " ".join((dated["year"] or dated["bare"]).split())
    first = (authors[0].family or authors[0].literal or "") if authors else ""
    base = re.sub(r"[\W_]", "", first.split(" [")[0]).lower() + re.sub(r"[^\w/]", "", year)
    taken[base] = taken.get(base, 0) + 1
    key = base if taken[base] == 1 else f"{base}-{taken[base]}"
    mended_entry = re.sub(r"(?<=[/._-])\n\s*(?=\w)", "", entry)
    doi = _DOI.search(mended_entry)
    url = _URL.search(mended_entry)
    return Reference(
        start, end, entry, key, authors, year, _title(entry[dated.end() :]),
        doi[0].rstrip(".,;)").lower() if doi else None, url[0].rstrip(".,;)") if url else None,
        complete=not re.search(r"et\s+al\b|e\.a\.|…|\. \. \.", names),
    )  # fmt: skip


def _title(rest: str) -> str | None:
    words = mended(rest.lstrip(" .,:;\n\t"))
    stop = _TITLE_END.search(words)
    title = (words[: stop.start()] if stop else words).strip(" .*_“”\"'‘’")
    return title or None


def read_authors(printed: str) -> tuple[Name, ...]:
    """Read the authors of an entry as printed: persons with initials, or a body by its name.

    Examples
    --------
    >>> [name.full_family for name in read_authors("Van der Linde, A., & De Jong, B.-J. (Reds.).")]
    ['Van der Linde', 'De Jong']
    >>> read_authors("Rie, S. de la.")[0].full_family
    'de la Rie'
    >>> read_authors("Ministerie van Onderwijs, Cultuur en Wetenschap.")[0].literal
    'Ministerie van Onderwijs, Cultuur en Wetenschap'
    """
    printed = _ROLE.sub("", mended(printed).strip()).strip()
    persons: list[Name] = []
    place = 0
    while place < len(printed):
        between = _BETWEEN.match(printed, place)
        place = between.end() if between else place
        person = _PERSON.match(printed, place)
        if person is None:
            break
        particle = " ".join((person["before"] + " " + person["behind"]).split())
        persons.append(Name(person["family"].strip(), person["given"].strip(), particle))
        place = person.end()
    rest = printed[place:].strip(" .,;&")
    if persons:
        return (*persons, Name(literal=rest)) if rest else tuple(persons)
    return (Name(literal=rest),) if rest else ()
