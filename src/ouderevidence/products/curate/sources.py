"""Sources: the works that a factsheet cites, as its reference list or only its text knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ouderevidence.citing.match import match
from ouderevidence.model.records import Appraisal, Name, Work
from ouderevidence.model.words import Text
from ouderevidence.products.curate.pointers import plain
from ouderevidence.products.curate.tongue import language_of
from ouderevidence.text import resolve
from ouderevidence.text.lexicon import PARTICLES
from ouderevidence.text.passages import letters
from ouderevidence.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ouderevidence.text import Mention, Reference

UNKNOWN_DESIGN: Final = "onbekend"

_JOURNAL: Final = re.compile(
    r"(?P<journal>[^,\d]{3,120}),\s*(?P<volume>\d{1,4})\s*(?:\((?P<number>[^()]{1,12})\))?,?\s*"
    r"(?P<pages>(?:Article\s+)?[a-z]?\d+(?:\s*[–-]\s*[a-z]?\d+)?)?\s*\.?\s*(?:https?:|doi|$)",
    re.IGNORECASE,
)
_PUBLISHER: Final = re.compile(r"(?P<publisher>[^\W\d][^.\d()]{1,60})\.?\s*(?:https?:|doi|$)", re.IGNORECASE)
_LETTER: Final = re.compile(r"(?<=\d{4})[a-k]$|-[a-k]$")


@dataclass(frozen=True, slots=True)
class Link:
    """What a citation points to: the key of a work, or None; and what a person should know of it."""

    key: str | None
    remark: Text | None = None


class Sources:
    """The works of a library, and those that a factsheet adds to them.

    Parameters
    ----------
    works
        The works that the library has, by cite key.
    references
        The entries of the factsheet's reference list; empty where it has none.
    known
        What people already linked in this factsheet: letters of a citation as printed to its cite key.
    designs
        The designs of the vocabulary.
    """

    def __init__(
        self,
        works: Mapping[str, Work],
        references: Iterable[Reference],
        known: Mapping[str, str],
        designs: Iterable[str],
    ) -> None:
        self._works = dict(works)
        self._references = {reference.key: reference for reference in references}
        self._known = known
        self._designs = (UNKNOWN_DESIGN,) if UNKNOWN_DESIGN in set(designs) else ()
        self._listed: dict[str, str] = {}  # key of a reference -> cite key
        self._doubts: dict[str, Text] = {}  # key of a reference -> why it may be another work
        self.added: list[Work] = []

    def link(self, mention: Mention) -> Link:
        """Return the work that a citation points to; a new one is added."""
        for printed in (mention.text, mention.label):
            if self._known.get(letters(printed)) in self._works:
                return Link(self._known[letters(printed)])
        if mention.personal:
            return Link(None, Text("persoonlijke communicatie; geen bron", "personal communication; no work"))
        listed = resolve([mention], self._references.values())[0]
        if listed.key:
            key = self._of_list(self._references[listed.key], mention)
            doubt = self._doubts.get(listed.key)
            return Link(key, doubt if listed.status == "exact" else listed.reason)
        if listed.status == "ambiguous":
            keys = [self._of_list(self._references[name], mention) for name in listed.keys]
            return Link(None, _choose(keys))
        found = resolve([mention], self._works.values())[0]
        if found.status in {"exact", "variant"}:
            return Link(found.key, None if found.status == "exact" else found.reason)
        if found.status == "ambiguous":
            return Link(None, _choose(list(found.keys)))
        return self._stub(mention)

    def uncited(self) -> tuple[Reference, ...]:
        """Return the entries of the list that no citation led to, in order."""
        return tuple(reference for key, reference in self._references.items() if key not in self._listed)

    def _of_list(self, reference: Reference, mention: Mention) -> str:
        if reference.key not in self._listed:
            same = match(reference, self._works.values())
            if same and not same.sure:
                self._doubts[reference.key] = same.reason
            self._listed[reference.key] = same.work.key if same else self._add(self._read(reference, mention))
        return self._listed[reference.key]

    def _read(self, reference: Reference, mention: Mention) -> Work:
        fields = {key: value for key, value in _details(reference).items() if value}
        found = bool(fields.get("title"))
        if not found:
            fields = {}
        kind = "article" if "journal" in fields else "book" if "publisher" in fields else "misc"
        authors = tuple(_cleaned(name) for name in reference.authors) or _surnames(mention)
        return Work(
            self._free(_key(authors, reference.year)), kind, authors, (), _bare(reference.year), fields,
            self._appraisal(mention, complete=found and reference.complete, listed=found), "", 0,
            and_others=not reference.complete,
        )  # fmt: skip

    def _stub(self, mention: Mention) -> Link:
        if not mention.year or not mention.authors:
            return Link(None, Text("er staat geen jaar bij; zoek de bron", "no year is printed; find the work"))
        authors = _surnames(mention)
        work = Work(
            self._free(_key(authors, mention.year)), "misc", authors, (), plain(mention.year), {},
            self._appraisal(mention, complete=False, listed=False), "", 0, and_others=mention.et_al,
        )  # fmt: skip
        remark = Text("staat in geen literatuurlijst", "is in no reference list") if self._references else None
        return Link(self._add(work), remark)

    def _add(self, work: Work) -> str:
        self._works[work.key] = work
        self.added.append(work)
        return work.key

    def _free(self, key: str) -> str:
        return next(
            name for n in range(1, len(self._works) + 2) if (name := key if n == 1 else f"{key}-{n}") not in self._works
        )

    def _appraisal(self, mention: Mention, *, complete: bool, listed: bool) -> Appraisal:
        """Say what is known: of a listed work what the list says, of another nothing; neither was looked up."""
        return Appraisal(
            identification="probable" if listed else "not_found", origin="factsheet", designs=self._designs, size=None,
            peer_reviewed="unknown", countries=(), authors_complete=complete, finding=None, alternatives=(),
            confirmed="nog niet nagegaan", from_memory="",
            checked_from=("de literatuurlijst van de factsheet",) if listed else (), spelling_note=None,
            as_cited=printed(mention),
        )  # fmt: skip


def printed(mention: Mention) -> str:
    """Return a citation as the text prints it; a further year of the same authors with their names."""
    own = any(letters(name) in letters(mention.text) for name in mention.authors[:1])
    return plain(mention.text if own else mention.label)


def _choose(keys: list[str]) -> Text:
    names = ", ".join(keys)
    return Text(f"kies een bron: {names}", f"choose a work: {names}")


def _bare(year: str) -> str:
    """Return a year without its letter."""
    return plain(_LETTER.sub("", year.strip()))


def _key(authors: tuple[Name, ...], year: str) -> str:
    words = fold(authors[0].full_family if authors else "").split()
    if words and authors[0].literal and words[0] not in PARTICLES:
        words = words[:1]  # a body by its first word: "inspectie2024"
    name = re.sub(r"[^a-z]", "", "".join(words)) or "bron"
    digits = re.sub(r"[^0-9a-z]", "", year.lower())
    return f"{name[:30]}{digits}"


def _surnames(mention: Mention) -> tuple[Name, ...]:
    """Return the names of a mention: a single word is a surname, more words stay together as they are printed."""
    found = []
    for printed in mention.authors:
        name = plain(printed)
        alone = len(name.split()) == 1 and name.lower() not in PARTICLES
        found.append(Name(family=name) if alone else Name(literal=name))
    return tuple(found)


def _cleaned(name: Name) -> Name:
    if name.literal is not None:
        return Name(literal=plain(name.literal))
    return Name(plain(name.family), plain(name.given), plain(name.particle), plain(name.suffix))


def _details(reference: Reference) -> dict[str, str]:
    """Return the fields of an entry: what the list prints, and no more."""
    fields = {"title": plain(reference.title or "")}
    rest = _behind_title(reference)
    journal = _JOURNAL.match(rest)
    publisher = _PUBLISHER.match(rest)
    if journal:
        for name in ("journal", "volume", "number", "pages"):
            fields[name] = plain(journal[name] or "").replace("–", "--")
    elif publisher:
        fields["publisher"] = plain(publisher["publisher"])
    else:
        fields["note"] = plain(re.split(r"https?:|doi", rest, maxsplit=1, flags=re.IGNORECASE)[0].strip(" ."))
    fields |= {"doi": plain(reference.doi or ""), "url": plain("" if reference.doi else reference.url or "")}
    fields["langid"] = {"nl": "dutch", "en": "english"}.get(language_of(fields["title"]) or "", "")
    return fields


def _behind_title(reference: Reference) -> str:
    """Return what an entry prints behind its title."""
    text = " ".join(reference.text.split())
    title = " ".join((reference.title or "").split())
    at = text.find(title) if title else -1
    return re.sub(r"^[\s.*_”\"'’?!]+", "", text[at + len(title) :]).replace("*", "").replace("_", "") if at >= 0 else ""
