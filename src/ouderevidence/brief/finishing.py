"""What APA 7 wants of written citations and a written list, and a citation style cannot say.

Every rule has a name in ``docs/apa.md``, with its reason and its source.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.brief import marks, nodes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ouderevidence.brief.nodes import Inlines, Node
    from ouderevidence.style import StyleProfile

AND: Final = {"nl": "en", "en": "and"}
# The rules of this step by the name that docs/apa.md gives them, and the method that does each.
RULES: Final = {
    "small-after-initials": "small_particles",
    "elided-particle": "elided",
    "last-author-named": "last_named",
    "en-in-a-sentence": "spelled_and",
    "abbreviated-body": "abbreviated",
    "spaced-ellipsis": "listed",
    "et-al-in-list": "listed",
    "own-language": "listed",
    "letter-by-letter": "__call__",
    "text-only": "__call__",
}
# One or more initials and the space after them: "A. L. ", "Th. ", "A.-L. ".
INITIALS: Final = r"((?<!\w)(?:\w{1,2}\.[ -]?)+)?"
OWN_LABELS: Final = (("(Red.)", "(Ed.)"), ("(Reds.)", "(Eds.)"))
DUTCH_EDITION: Final = re.compile(r"\((\d+)e druk(?=[),;])")
UNNAMED: Final = re.compile(r"(, \w\S*\.)\s(et\sal\.)")  # "Iliás, M. et al.": only the first author is known
ARTICLE: Final = re.compile(r"^(?:a|an|the|de|het|een)\s+", re.IGNORECASE)  # APA 7, section 9.44
CAPITAL: Final = re.compile(r"^\W*\w")
SMALL: Final = re.compile(r"’|[dD]’")  # Radboud University, guide to APA 7: d' never gets a capital
RUN: Final = frozenset({"Str", "Space"})


@dataclass(frozen=True, slots=True)
class Names:
    """What pandoc does not tell about the works: particles, abbreviations, languages, what is not in the list."""

    inner: frozenset[tuple[str, str]]  # particle and family of the names that start small
    bodies: frozenset[str]
    short: dict[str, str]
    items: dict[str, Node]
    personal: frozenset[str]

    def filed(self, key: str, *, particles: bool) -> str:
        """Return the letters under which a work stands in the list: those of its first author, else of its title."""
        item = self.items[key]
        name = next((item[role][0] for role in ("author", "editor") if item.get(role)), None)
        if name is None:
            return _letters(ARTICLE.sub("", item.get("title", key)))
        particle = name.get("non-dropping-particle", "") if particles else ""
        return _letters(particle + name.get("family", name.get("literal", "")))

    @classmethod
    def read(cls, metadata: Node) -> Names:
        """Read the names from the ``references`` in a document's metadata."""
        items = plain(metadata.get("references", nodes.meta([])))
        names = [name for item in items for role in ("author", "editor") for name in item.get(role, [])]
        return cls(
            frozenset(pair for pair in map(_pair, names) if "".join(pair)[:1].islower() or SMALL.match("".join(pair))),
            frozenset(name["literal"] for name in names if "literal" in name),
            {name["literal"]: name["short"] for name in names if "short" in name},
            {item["id"]: item for item in items},
            frozenset(item["id"] for item in items if item["type"] == "personal_communication"),
        )


@dataclass(slots=True)
class Finish:
    """Finish the citations and the entries of a document, in its order."""

    profile: StyleProfile
    language: str
    names: Names
    named: set[str] = field(default_factory=set)

    def __call__(self, node: Node) -> Node:
        """Return a citation or the list finished, any other node as it is."""
        if node.get("t") == "Cite":  # a writer may set citations of its own: typst does
            return nodes.span(self.cited(node), "", ["citation"])
        if is_refs(node):
            listed = [self.entry(entry) for entry in node["c"][1] if _key(entry) not in self.names.personal]
            listed.sort(key=lambda entry: self.names.filed(_key(entry), particles=not self.profile.by_main_name))
            return {"t": "Div", "c": [node["c"][0], listed]}
        return node

    def cited(self, cite: Node) -> Inlines:
        """Return the words of a citation."""
        parts = _map_runs(cite["c"][1], self.elided)
        narrative = cite["c"][0][0]["citationMode"]["t"] == "AuthorInText"
        if self.profile.language == "nl":
            parts = _map_runs(parts, self.small_particles)
        parts = _map_runs(parts, self.last_named)
        if narrative:
            parts = _map_head(parts, self.spelled_and)
        return _map_runs(parts, lambda words: self.abbreviated(words, narrative=narrative))

    def elided(self, words: str) -> str:
        """Take out the space that pandoc puts after d'."""
        for particle, family in self.names.inner:
            if particle.endswith("’"):
                words = re.sub(
                    rf"(?<!\w)({re.escape(particle)}) ({re.escape(family)})", r"\1\2", words, flags=re.IGNORECASE
                )
        return words

    def small_particles(self, words: str) -> str:
        """Take back the capital of the style where it is wrong: "A. L. van der Vegt", "d'Ancona", "von Humboldt"."""
        for particle, family in sorted(self.names.inner):
            name = _joined(particle, family)
            pattern = INITIALS + r"(?<!\w)" + re.escape(CAPITAL.sub(lambda found: found[0].upper(), name)) + r"(?!\w)"
            always = not particle or SMALL.match(particle)
            words = re.sub(pattern, _small if always else _small_after_initials, words)
        return words

    def last_named(self, words: str) -> str:
        """Name the last author where "et al." would stand for that one alone: APA 7, section 8.18."""
        if ", et al." not in words:
            return words
        for item in self.names.items.values():
            shown = [self.in_text(name) for name in (item.get("author") or item.get("editor") or [])]
            if len(shown) > 2 and shown[-1] != "others":  # noqa: PLR2004 - two authors are always both named
                first = ", ".join(shown[:-1])
                words = words.replace(f"{first}, et al.", f"{first}, & {shown[-1]}")
        return words

    def in_text(self, name: dict[str, str]) -> str:
        """Return a name as the text has it, without initials."""
        if "literal" in name:
            return name["literal"]
        particle, family = _pair(name)
        full = _joined(particle, family)
        if self.profile.language != "nl" or not particle or SMALL.match(full):
            return full
        return full[:1].upper() + full[1:]

    def spelled_and(self, words: str) -> str:
        """Write "Mapp en Kuttner" where a citation is part of the sentence."""
        bodies = [body for body in self.names.bodies if "&" in body]
        for body in bodies:
            words = words.replace(body, body.replace("&", "\0"))
        if self.language == "nl":
            words = words.replace(", & ", " & ")
        return words.replace(" & ", f" {AND.get(self.language, '&')} ").replace("\0", "&")

    def abbreviated(self, words: str, *, narrative: bool) -> str:
        """Give a body's abbreviation with its first citation, and alone from then on."""
        for name, short in self.names.short.items():
            if name not in words:
                continue
            if name in self.named:
                words = words.replace(name, short)
            elif narrative:
                words = words.replace(f"{name} (", f"{name} ({short}, ", 1)
            else:
                words = words.replace(name, f"{name} [{short}]", 1)
            self.named.add(name)
        return words

    def entry(self, entry: Node) -> Node:
        """Return an entry of the list."""
        attributes, blocks = entry["c"]
        changed = [{**block, "c": self.listed(block["c"], _key(entry))} for block in blocks]
        return {"t": "Div", "c": [attributes, changed]}

    def listed(self, parts: Inlines, key: str) -> Inlines:
        """Return the words of an entry."""
        parts = _map_runs(parts, self.elided)
        parts = _map_head(parts, lambda words: UNNAMED.sub(r"\1, \2", words.replace(", … ", ", . . . ")))
        if self.profile.capital_in_list:
            parts = _map_head(parts, self.small_particles)
        if self.profile.own_language and self.names.items[key].get("language") == "en":
            parts = _map_runs(parts, _in_english)
        return parts


def _pair(name: dict[str, str]) -> tuple[str, str]:
    return name.get("non-dropping-particle", ""), name.get("family", "")


def _joined(particle: str, family: str) -> str:
    return f"{particle}{'' if particle.endswith('’') else ' '}{family}".strip()


def _letters(words: str) -> str:
    """Return the letters and digits of words, accents and spaces left out: the list goes letter by letter."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(char for char in plain if char.isalnum())


def _small_after_initials(found: re.Match[str]) -> str:
    return _small(found) if found[1] else found[0]


def _small(found: re.Match[str]) -> str:
    """Give the first letter of a name its small form: "D'Ancona" becomes "d'Ancona", "'T Hart" "'t Hart"."""
    start = found.end(1) if found[1] else found.start()
    name = found.string[start : found.end()]
    letter = next(place for place, char in enumerate(name) if char.isalpha())
    return (found[1] or "") + name[:letter] + name[letter].lower() + name[letter + 1 :]


def _in_english(words: str) -> str:
    for dutch, english in OWN_LABELS:
        words = words.replace(dutch, english)
    return DUTCH_EDITION.sub(lambda found: f"({_ordinal(int(found[1]))} edition", words)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20  # noqa: PLR2004 - 11th, 12th, 13th
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _map_runs(parts: Inlines, change: Callable[[str], str]) -> Inlines:
    """Return inlines with every run of words changed as one text, in links too, not in titles."""
    changed: Inlines = []
    for run in _runs(parts):
        if run[0]["t"] in RUN:
            changed += _inlines(change(_words(run)))
        elif run[0]["t"] == "Link":
            attributes, inner, target = run[0]["c"]
            changed.append({"t": "Link", "c": [attributes, _map_runs(inner, change), target]})
        else:
            changed += run
    return changed


def _map_head(parts: Inlines, change: Callable[[str], str]) -> Inlines:
    """Return inlines with the names they start with changed: the words before the first bracket."""
    runs = list(_runs(parts))
    if not runs or runs[0][0]["t"] not in RUN:
        return parts
    words = _words(runs[0])
    names, bracket, rest = words.partition(" (")
    return _inlines(change(names + bracket) + rest) + [part for run in runs[1:] for part in run]


def _runs(parts: Inlines) -> Iterator[Inlines]:
    run: Inlines = []
    for part in _flat(parts):
        if part["t"] in RUN:
            run.append(part)
            continue
        if run:
            yield run
            run = []
        yield [part]
    if run:
        yield run


def _flat(parts: Inlines) -> Iterator[Node]:
    """Give inlines without the spans that pandoc keeps around names whose case is not to change."""
    for part in parts:
        if part["t"] == "Span" and "nocase" in part["c"][0][1]:
            yield from _flat(part["c"][1])
        elif part != {"t": "Str", "c": ""}:
            yield part


def _words(run: Inlines) -> str:
    return "".join(" " if part["t"] == "Space" else part["c"] for part in run)


def _inlines(words: str) -> Inlines:
    parts = re.split("( )", words)
    return [nodes.SPACE if part == " " else {"t": "Str", "c": part} for part in parts if part]


def plain(value: Node) -> Any:  # noqa: ANN401 - metadata of any shape
    """Return metadata as text, lists and mappings."""
    match value["t"]:
        case "MetaList":
            return [plain(part) for part in value["c"]]
        case "MetaMap":
            return {key: plain(part) for key, part in value["c"].items()}
        case "MetaInlines":
            return " ".join(marks.words(value["c"]))
    return value["c"]


def is_refs(block: Node) -> bool:
    """Say whether a block is the list of references."""
    return block.get("t") == "Div" and block["c"][0][0] == "refs"


def _key(entry: Node) -> str:
    return str(entry["c"][0][0]).removeprefix("ref-")
